"""What text stands on: the colour of the elements around it, or something else that is painted under it."""

from collections.abc import Mapping, Sequence

from auditor.capture.contrast import contrast, over
from auditor.capture.covers import PICTURES, edges_of, ends_of
from auditor.capture.paint import Painted

#: Height in CSS px of the rows into which a document is cut to find what lies at one height.
ROW = 64.0
#: A box over more rows than this stands for itself.
TALL = 64
#: Less opaque text mixes with what is behind it in a way that its colour does not tell.
LEAST_OPACITY = 0.95


class Grounds:
    """The boxes of one document that paint something; `names` are the tags of its nodes, "" for what is none."""

    def __init__(
        self, painted: Sequence[Painted], parents: Sequence[int], names: Sequence[str], orders: Mapping[int, int]
    ) -> None:
        self._painted = painted
        self._orders = orders
        self._ends = ends_of(parents)
        self._rows: dict[int, list[int]] = {}
        self._tall: list[int] = []
        for number, (node, name) in enumerate(zip(painted, names, strict=True)):
            edges = edges_of(node) if node.shown and (node.coloured or name in PICTURES) else None
            if edges is None:
                continue
            first, last = int(edges[1] // ROW), int(edges[3] // ROW)
            if last - first > TALL:
                self._tall.append(number)
            else:
                for row in range(first, last + 1):
                    self._rows.setdefault(row, []).append(number)

    def contrast(self, number: int) -> float | None:
        """The contrast of a text to what is behind it, None where that is not one plain colour."""
        node = self._painted[number]
        if node.behind is None or not node.ink or node.odd or node.opacity < LEAST_OPACITY:
            return None
        ink = over(node.ink, node.behind)
        return None if ink is None or self._stands_on_other(number) else contrast(ink, node.behind)

    def _stands_on_other(self, number: int) -> bool:
        """Whether something is painted under a text that does not hold it."""
        edges = edges_of(self._painted[number])
        if edges is None:
            return True
        order = self._orders.get(number, 0)
        for other in (*self._tall, *self._rows.get(int((edges[1] + edges[3]) / 2 // ROW), ())):
            if other <= number <= self._ends[other] or self._orders.get(other, 0) > order:
                continue
            box = edges_of(self._painted[other])
            if box is not None and box[0] < edges[2] and edges[0] < box[2] and box[1] < edges[3] and edges[1] < box[3]:
                return True
        return False
