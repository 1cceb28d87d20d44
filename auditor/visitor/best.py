"""The best way from a start to a channel: fewest clicks, then fewest seconds, then the first in order of URLs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from auditor.model.terms import Channel
from auditor.visitor.goals import Goal, Kind
from auditor.visitor.graph import Graph
from auditor.visitor.shortest import CLICK, Ways, fewest_clicks, fewest_seconds

Clicks = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Best:
    """A way to a goal. `seconds` are the fewest there are, whatever the clicks.

    `sure` says that every control of it and the goal were seen on the device.
    """

    goal: Goal
    edges: tuple[int, ...]
    clicks: int
    seconds: float
    sure: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Targets:
    """The goals of one channel and kind as arrays."""

    goals: tuple[Goal, ...]
    node: npt.NDArray[np.int64]
    clicks: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.float64]


class Finder:
    """Finds best ways from several starts (rows, in the order given).

    `reach` is how near each node may be, in clicks (rows, nodes), if every hidden link were shown somehow.
    """

    def __init__(self, graph: Graph, starts: Sequence[int], goals: Mapping[Channel, Sequence[Goal]]) -> None:
        self._clicks: dict[bool, Ways] = {sure: fewest_clicks(graph, starts, sure=sure) for sure in (True, False)}
        self._seconds: dict[bool, Ways] = {sure: fewest_seconds(graph, starts, sure=sure) for sure in (True, False)}
        self._targets = {
            (channel, kind, sure): _targets([g for g in found if g.kind is kind and (g.sure or not sure)])
            for channel, found in goals.items()
            for kind in Kind
            for sure in (True, False)
        }
        # Most pages hide no link that nothing shows; then what may be is what is.
        hides = bool(graph.edges.hidden.any())
        self._hopeful = fewest_clicks(graph, starts, sure=False, hidden=True) if hides else self._clicks[False]
        self.reach: Clicks = self._hopeful.clicks()

    def possible(self, row: int, channel: Channel) -> int | None:
        """The clicks to a channel, or to what may be one, if every hidden link were shown somehow; None without any."""
        weights = [
            self._hopeful.weights[row, targets.node] + targets.clicks * CLICK
            for targets in (self._targets[channel, kind, False] for kind in (Kind.REACHED, Kind.GATED))
            if targets.goals
        ]
        # What is suspected where visitors get anyway is told as such; here only what hidden links bring near counts.
        suspected = self._targets[channel, Kind.SUSPECTED, False].node
        nearer = suspected[self._hopeful.weights[row, suspected] < self._clicks[False].weights[row, suspected]]
        weights += [self._hopeful.weights[row, nearer]] if nearer.size else []
        least = min((float(np.min(each)) for each in weights), default=np.inf)
        return None if np.isinf(least) else int(least // CLICK)

    def best(self, row: int, channel: Channel, kind: Kind) -> Best | None:
        """The best way to a goal of a kind, None when none can be reached; of equal clicks a sure one.

        A shorter way that was only read in the markup goes before a longer one that was seen: it is likely there, and
        the longer one would be claimed as the shortest.
        """
        any_way = self._nearest(row, self._targets[channel, kind, False], sure=False)
        if any_way is None:
            return None
        sure_way = self._nearest(row, self._targets[channel, kind, True], sure=True)
        sure = sure_way is not None and sure_way[1] == any_way[1]
        goal, clicks = sure_way if sure_way is not None and sure else any_way
        edges = self._clicks[sure].path(row, goal.node)
        return Best(goal, edges, clicks, self._quickest(row, self._targets[channel, kind, sure], sure=sure), sure)

    def _nearest(self, row: int, targets: _Targets, *, sure: bool) -> tuple[Goal, int] | None:
        if not targets.goals:
            return None
        weights = self._clicks[sure].weights[row, targets.node] + targets.clicks * CLICK + targets.seconds
        at = int(np.argmin(weights))
        return None if np.isinf(weights[at]) else (targets.goals[at], int(weights[at] // CLICK))

    def _quickest(self, row: int, targets: _Targets, *, sure: bool) -> float:
        return float(np.min(self._seconds[sure].weights[row, targets.node] + targets.seconds))


def _targets(goals: Sequence[Goal]) -> _Targets:
    return _Targets(
        goals=tuple(goals),
        node=np.array([goal.node for goal in goals], dtype=np.int64),
        clicks=np.array([goal.clicks for goal in goals], dtype=np.int64),
        seconds=np.array([goal.seconds for goal in goals], dtype=np.float64),
    )
