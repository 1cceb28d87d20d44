"""Bars that are fixed to an edge of the viewport, and the lines at an end of the page that stay under them for good."""

from collections.abc import Mapping, Sequence

from auditor.capture.covers import COVERED, edges_of
from auditor.capture.paint import Edges, Painted

#: A higher box, as a share of the viewport, is a layer over the page and no bar.
MOST_HIGH = 0.4
#: A bar starts so near to an edge of the viewport, in CSS px.
AT_EDGE = 2.0
#: Bars of a page that are looked at.
MAX_BARS = 20

_Bar = tuple[int, Edges]


class Bars:
    """The opaque bars of a page; `height` is that of the viewport, `depth` that of the whole page, both in CSS px.

    The page lies as in its snapshot: scrolled to its top.
    """

    def __init__(self, painted: Sequence[Painted], orders: Mapping[int, int], height: float, depth: float) -> None:
        self._painted = painted
        self._orders = orders
        self._scrolls = max(0.0, depth - height)
        self._above: list[_Bar] = []
        self._below: list[_Bar] = []
        for number, node in enumerate(painted):
            edges = edges_of(node) if node.opaque and node.visible and node.hold == "fixed" else None
            if edges is None or edges[3] - edges[1] > MOST_HIGH * height:
                continue
            if edges[1] <= AT_EDGE:
                self._above.append((orders.get(number, 0), edges))
            elif edges[3] >= height - AT_EDGE:
                self._below.append((orders.get(number, 0), edges))

    def cover(self, number: int) -> bool:
        """Whether a node stays under a bar, however far the page is scrolled."""
        node = self._painted[number]
        if not (self._above or self._below) or not node.visible or node.hold:
            return False
        edges = edges_of(node)
        if edges is None:
            return False
        order = self._orders.get(number, 0)
        over = [bar for painted, bar in self._above[:MAX_BARS] if painted > order and _across(edges, bar)]
        if any(_lower(edges, COVERED) <= bar[3] for bar in over):
            return True
        under = [bar for painted, bar in self._below[:MAX_BARS] if painted > order and _across(edges, bar)]
        return any(_lower(edges, 1 - COVERED) - self._scrolls >= bar[1] for bar in under)


def _across(edges: Edges, bar: Edges) -> bool:
    """Whether a bar is as wide as what may lie under it."""
    width = min(edges[2], bar[2]) - max(edges[0], bar[0])
    return width >= COVERED * (edges[2] - edges[0])


def _lower(edges: Edges, share: float) -> float:
    """How far down a share of a box reaches."""
    return edges[1] + share * (edges[3] - edges[1])
