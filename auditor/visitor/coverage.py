"""Coverage: what within reach of a start was not seen on the device, and what may be claimed nonetheless."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from auditor.model.ruledata import rule_data
from auditor.model.terms import Outcome
from auditor.visitor.graph import Gap, Graph

_WORDS = {
    Gap.NOT_FETCHED: ("1 linked page was not fetched", "{} linked pages were not fetched"),
    Gap.NOT_RENDERED: ("1 page was not seen in a browser", "{} pages were not seen in a browser"),
    Gap.NO_ANSWER: ("1 linked page did not answer", "{} linked pages did not answer"),
    Gap.CUT: ("1 page was too large to be read to its end", "{} pages were too large to be read to their ends"),
    Gap.FRAME: (
        "a part of 1 page comes from another site and could not be read",
        "parts of {} pages come from other sites and could not be read",
    ),
    Gap.DOCUMENT: ("1 linked file was not read", "{} linked files were not read"),
    Gap.MISSING: ("1 link for help or contact led to no page", "{} links for help or contact led to no page"),
    Gap.BLOCKED: ("1 linked page was closed to the crawler", "{} linked pages were closed to the crawler"),
}
_CONTROLS = ("1 control was not tried", "{} controls were not tried")


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """The gaps of a graph as arrays over nodes: `gap` whether it was not seen, `untried` how many controls were not."""

    graph: Graph
    gap: npt.NDArray[np.bool_]
    untried: npt.NDArray[np.int64]

    def nearest(self, clicks: npt.NDArray[np.int64]) -> int:
        """The fewest clicks (N distances from a start) to a page or a state that was not seen."""
        pages = clicks[self.gap].min(initial=_NEVER)
        states = clicks[self.untried > 0].min(initial=_NEVER) + 1
        return int(min(pages, states))

    def absence(self, clicks: npt.NDArray[np.int64], depth: int) -> tuple[Outcome, str]:
        """What may be said of a channel that was seen nowhere: its outcome and the reason in words."""
        within = Counter(self.graph.gaps[number] for number in np.flatnonzero(self.gap & (clicks <= depth)))
        controls = int(self.untried[clicks < depth].sum())
        if not within and not controls:
            return Outcome.NOT_FOUND, f"Not within {depth} clicks."
        parts = [_counted(words, within[gap]) for gap, words in _WORDS.items() if within[gap]]
        if controls:
            parts.append(_counted(_CONTROLS, controls))
        only_closed = set(within) == {Gap.BLOCKED} and not controls
        reason = f"Not on any page seen; within {depth} clicks {', '.join(parts)}."
        return (Outcome.BLOCKED if only_closed else Outcome.CANNOT_TELL), reason


_NEVER = np.iinfo(np.int64).max // 2


def coverage_of(graph: Graph) -> Coverage:
    """The coverage of a device."""
    untried = np.zeros(len(graph.nodes), dtype=np.int64)
    for number, controls in graph.untried.items():
        untried[number] = len(controls)
    return Coverage(graph, np.array([gap is not Gap.NONE for gap in graph.gaps], dtype=np.bool_), untried)


def depth_limit() -> int:
    """D of docs/counting.md: within how many clicks a channel must stand not to be called not found."""
    return int(rule_data("visitor.yaml")["limits"]["not_found_clicks"])


def _counted(words: tuple[str, str], count: int) -> str:
    return words[0] if count == 1 else words[1].format(count)
