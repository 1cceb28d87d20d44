"""Shortest ways through the graph: fewest clicks, or fewest seconds, from some nodes to all others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from auditor.visitor.graph import Graph

#: One click outweighs any number of seconds: the way of fewest clicks, and among those the quickest.
CLICK = 1e6
#: How far away a node is that cannot be reached, in clicks.
FAR = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Shortest ways from S starts to N nodes: `weights` (S, N) is what they add up to, infinite when there is none."""

    weights: npt.NDArray[np.float64]
    _last: npt.NDArray[np.int64]
    _source: npt.NDArray[np.int32]

    def clicks(self) -> npt.NDArray[np.int64]:
        """The clicks of ways of fewest clicks (S, N), FAR when there is none."""
        return np.where(np.isinf(self.weights), FAR, np.nan_to_num(self.weights, posinf=0) // CLICK).astype(np.int64)

    def path(self, row: int, node: int) -> tuple[int, ...]:
        """The edges of the way from the start of a row to a node, in order."""
        edges: list[int] = []
        while self._last[row, node] >= 0:
            edges.append(int(self._last[row, node]))
            node = int(self._source[edges[-1]])
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
    """Ways found step by step: each round takes the controls of those nodes that the round before brought nearer.

    A site is a few clicks deep, so there are few rounds (docs/decisions/010). Of equal ways the one of fewer steps
    stays, and of those the one whose last control comes first.
    """
    used = np.flatnonzero((graph.edges.sure | (not sure)) & (hidden | ~graph.edges.hidden))
    used = used[np.lexsort((used, graph.edges.target[used]))]
    nearest = np.full((len(starts), len(graph.nodes)), np.inf)
    last = np.full(nearest.shape, -1, dtype=np.int64)
    nearest[np.arange(len(starts)), list(starts)] = 0
    nearer = np.zeros(len(graph.nodes), dtype=np.bool_)
    nearer[list(starts)] = True
    while (edges := used[nearer[graph.edges.source[used]]]).size:
        targets, first, many = np.unique(graph.edges.target[edges], return_index=True, return_counts=True)
        through = nearest[:, graph.edges.source[edges]] + weights[edges]
        best = np.minimum.reduceat(through, first, axis=1)
        found = np.where(through == np.repeat(best, many, axis=1), np.arange(len(edges)), len(edges))
        by = np.minimum.reduceat(found, first, axis=1)
        rows, columns = np.nonzero(best < nearest[:, targets])
        nearest[rows, targets[columns]] = best[rows, columns]
        last[rows, targets[columns]] = edges[by[rows, columns]]
        nearer[:] = False
        nearer[targets[columns]] = True
    return Ways(nearest, last, graph.edges.source)
