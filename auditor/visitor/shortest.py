"""Shortest ways through the graph: fewest clicks, or fewest seconds, from some nodes to all others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from auditor.visitor.graph import Graph

#: One click outweighs any number of seconds: the way of fewest clicks, and among those the quickest.
CLICK = 1e6
#: How far away a node is that cannot be reached, in clicks.
FAR = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Shortest ways from S starts to N nodes: `weights` (S, N) is what they add up to, infinite when there is none."""

    weights: npt.NDArray[np.float64]
    _before: npt.NDArray[np.int32]
    _keys: npt.NDArray[np.int64]
    _edges: npt.NDArray[np.int64]

    def clicks(self) -> npt.NDArray[np.int64]:
        """The clicks of ways of fewest clicks (S, N), FAR when there is none."""
        return np.where(np.isinf(self.weights), FAR, np.nan_to_num(self.weights, posinf=0) // CLICK).astype(np.int64)

    def path(self, row: int, node: int) -> tuple[int, ...]:
        """The edges of the way from the start of a row to a node, in order."""
        edges: list[int] = []
        nodes = self.weights.shape[1]
        while self._before[row, node] >= 0:
            before = int(self._before[row, node])
            edges.append(int(self._edges[np.searchsorted(self._keys, before * nodes + node)]))
            node = before
        return tuple(reversed(edges))


def fewest_clicks(graph: Graph, starts: Sequence[int], *, sure: bool, hidden: bool = False) -> Ways:
    """Ways of fewest clicks, the quickest of them; with `sure` only through controls that were seen on the device.

    With `hidden` also through links that nothing was seen to show.
    """
    return _ways(graph, starts, graph.edges.clicks * CLICK + graph.edges.seconds, sure, hidden)


def fewest_seconds(graph: Graph, starts: Sequence[int], *, sure: bool) -> Ways:
    """Ways of fewest seconds."""
    return _ways(graph, starts, graph.edges.seconds, sure)


def _ways(
    graph: Graph, starts: Sequence[int], weights: npt.NDArray[np.float64], sure: bool, hidden: bool = False
) -> Ways:
    nodes = len(graph.nodes)
    used = np.flatnonzero((graph.edges.sure | (not sure)) & (hidden | ~graph.edges.hidden))
    keys = graph.edges.source[used].astype(np.int64) * nodes + graph.edges.target[used]
    # Of several controls that lead to one place the lightest stays, of equal ones the first in the document.
    order = np.lexsort((used, weights[used], keys))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = keys[order][1:] != keys[order][:-1]
    kept = order[first]
    keys, edges = keys[kept], used[kept]
    pointers = np.concatenate(([0], np.cumsum(np.bincount(keys // nodes, minlength=nodes))))
    matrix = csr_matrix((weights[edges], keys % nodes, pointers), shape=(nodes, nodes))
    distances, before = dijkstra(matrix, indices=list(starts), return_predecessors=True)
    return Ways(distances, before, keys, edges)
