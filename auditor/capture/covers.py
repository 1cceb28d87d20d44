"""What lies under something else: boxes that an opaque box, painted later, covers for good."""

from collections.abc import Iterator, Sequence

from auditor.capture.paint import FAR, Edges, Painted

#: Of a box so much must lie under one other for nobody to read it.
COVERED = 0.95
#: A smaller box, in CSS px, covers no line.
LEAST_WIDTH, LEAST_HEIGHT = 20.0, 10.0
#: More boxes than this are not looked under: the largest count.
MAX_COVERS = 1_000
#: Rows into which a document is cut to find what lies at one height.
ROWS = 256
#: Comparisons for one document; a page that needs more has been made for it.
MAX_COMPARED = 1_000_000
#: Texts in the colour of their ground that are looked at.
MAX_PALE = 200
#: Elements that paint a picture.
PICTURES = frozenset("img svg video canvas iframe frame object embed picture image".split())


class Covers:
    """The opaque boxes of one document; `painted` are its nodes in order, `ends` where the content of each ends."""

    def __init__(self, painted: Sequence[Painted], parents: Sequence[int], orders: dict[int, int]) -> None:
        self._painted = painted
        self._orders = orders
        self._ends = ends_of(parents)
        self._left = MAX_COMPARED
        lowest = min(orders.values(), default=0)
        found = [
            (orders[number], number, edges)
            for number, node in enumerate(painted)
            if node.opaque and orders.get(number, lowest) > lowest and (edges := edges_of(node)) is not None
        ]
        found = [cover for cover in found if _sides(cover[2])[0] >= LEAST_WIDTH and _sides(cover[2])[1] >= LEAST_HEIGHT]
        found = sorted(found, key=lambda cover: -_area(cover[2]))[:MAX_COVERS]
        found.sort(key=lambda cover: (-cover[0], cover[1]))
        self._top = min((cover[2][1] for cover in found), default=0.0)
        bottom = max((cover[2][3] for cover in found), default=0.0)
        self._row = max(1.0, (bottom - self._top) / ROWS)
        self._rows: dict[int, list[tuple[int, int, Edges]]] = {}
        for cover in found:
            for row in range(self._at(cover[2][1]), self._at(cover[2][3]) + 1):
                self._rows.setdefault(row, []).append(cover)

    def _at(self, y: float) -> int:
        return int((y - self._top) // self._row)

    def cover(self, number: int) -> bool:
        """Whether a node that would be visible lies under a box that neither holds it nor stands in it."""
        node = self._painted[number]
        edges = edges_of(node) if self._rows and node.visible and node.hold != "loose" else None
        order = self._orders.get(number)
        if edges is None or order is None:
            return False
        for over, cover, box in self._rows.get(self._at((edges[1] + edges[3]) / 2), ()):
            self._left -= 1
            if over <= order or self._left < 0:
                return False
            apart = not cover <= number <= self._ends[cover] and not number <= cover <= self._ends[number]
            if apart and self._painted[cover].hold == node.hold and _share(edges, box) >= COVERED:
                return True
        return False


class Pale:
    """Text in exactly the colour of what is behind it; `names` are the tags of the nodes, "" for what is none."""

    def __init__(self, painted: Sequence[Painted], parents: Sequence[int], names: Sequence[str]) -> None:
        self._painted = painted
        self._ends = ends_of(parents)
        self._left = MAX_PALE
        self._names = names

    def is_lost(self, number: int) -> bool:
        """Whether nothing sets a text off: its ground is of its colour, and nothing else is painted near it."""
        node = self._painted[number]
        colour, ground = node.ground
        if (
            self._names[number]
            or not node.visible
            or not node.ink
            or node.ink != colour
            or node.odd
            or node.box is None
            or self._left <= 0
        ):
            return False
        self._left -= 1
        edges = edges_of(node)
        return edges is not None and _within(edges, ground) and not any(self._behind(number, edges))

    def _behind(self, number: int, edges: Edges) -> Iterator[bool]:
        for other, (node, name) in enumerate(zip(self._painted, self._names, strict=True)):
            paints = node.coloured or name in PICTURES
            if paints and node.shown and not other <= number <= self._ends[other]:
                box = edges_of(node)
                yield box is not None and _share(edges, box) > 0


def ends_of(parents: Sequence[int]) -> list[int]:
    """For each node the last one in it: in a snapshot the content of a node follows it at once."""
    ends = list(range(len(parents)))
    for number in range(len(parents) - 1, -1, -1):
        parent = parents[number]
        if parent >= 0:
            ends[parent] = max(ends[parent], ends[number])
    return ends


def edges_of(node: Painted) -> Edges | None:
    """What of the box of a node may be seen."""
    box = node.box
    if box is None:
        return None
    left, top, right, bottom = node.shown_in
    edges = max(box.x, left), max(box.y, top), min(box.x + box.width, right), min(box.y + box.height, bottom)
    return edges if edges[0] < edges[2] and -FAR < edges[1] < edges[3] < 2 * FAR else None


def _sides(edges: Edges) -> tuple[float, float]:
    return edges[2] - edges[0], edges[3] - edges[1]


def _area(edges: Edges) -> float:
    width, height = _sides(edges)
    return width * height


def _share(edges: Edges, box: Edges) -> float:
    """How much of `edges` lies in `box`."""
    width = min(edges[2], box[2]) - max(edges[0], box[0])
    height = min(edges[3], box[3]) - max(edges[1], box[1])
    return width * height / _area(edges) if width > 0 and height > 0 else 0.0


def _within(edges: Edges, box: Edges) -> bool:
    return edges[0] >= box[0] - 1 and edges[1] >= box[1] - 1 and edges[2] <= box[2] + 1 and edges[3] <= box[3] + 1
