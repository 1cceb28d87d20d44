"""Coverage: what within reach of a start was not seen on the device, and what may be claimed nonetheless."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from auditor.model.ruledata import rule_data
from auditor.model.terms import Outcome
from auditor.visitor.graph import Gap, Graph
from auditor.visitor.matching import is_search

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
#: How many places or controls of one kind a reason names, and with how many characters of each.
_NAMED = 2
_NAME_LIMIT = 50


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """The gaps of a graph as arrays over nodes: `gap` whether it was not seen, `untried` how many controls were not.

    `steps` are the clicks in which the first of these may show something.
    """

    graph: Graph
    gap: npt.NDArray[np.bool_]
    untried: npt.NDArray[np.int64]
    steps: npt.NDArray[np.int64]

    def nearest(self, clicks: npt.NDArray[np.int64]) -> int:
        """The fewest clicks (N distances from a start) to a page or a state that was not seen."""
        pages = clicks[self.gap].min(initial=_NEVER)
        states = (clicks + self.steps)[self.untried > 0].min(initial=_NEVER)
        return int(min(pages, states))

    def absence(self, clicks: npt.NDArray[np.int64], depth: int) -> tuple[Outcome, str]:
        """What may be said of a channel that was seen nowhere: its outcome and the reason in words."""
        places: dict[Gap, list[int]] = {}
        for number in _nearest_first(self.gap & (clicks <= depth), clicks):
            places.setdefault(self.graph.gaps[number], []).append(number)
        near = clicks + self.steps <= depth
        controls = int(self.untried[near].sum())
        if not places and not controls:
            return Outcome.NOT_FOUND, f"Not within {depth} clicks."
        parts = [
            _counted(words, len(places[gap]), self._addresses(places[gap]))
            for gap, words in _WORDS.items()
            if gap in places
        ]
        if controls:
            parts.append(_counted(_CONTROLS, controls, self._labels(_nearest_first((self.untried > 0) & near, clicks))))
        only_closed = set(places) == {Gap.BLOCKED} and not controls
        behind = "there" if places else "behind it" if controls == 1 else "behind one of them"
        reason = f"Within {depth} clicks {'; '.join(parts)}; a contact option may stand {behind}."
        return (Outcome.BLOCKED if only_closed else Outcome.CANNOT_TELL), reason

    def _addresses(self, numbers: Iterable[int]) -> Iterator[str]:
        """The addresses of places: on the host of the first page the path alone."""
        host = urlsplit(self.graph.nodes[0].url).netloc
        for number in numbers:
            parts = urlsplit(self.graph.nodes[number].url)
            rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            yield rest if parts.netloc == host else parts.netloc + rest

    def _labels(self, numbers: Iterable[int]) -> Iterator[str]:
        """What the untried controls of places are called."""
        return (name for number in numbers for name in self.graph.untried_names.get(number, ()))


_NEVER = np.iinfo(np.int64).max // 2


def coverage_of(graph: Graph) -> Coverage:
    """The coverage of a device."""
    untried = np.zeros(len(graph.nodes), dtype=np.int64)
    steps = np.ones(len(graph.nodes), dtype=np.int64)
    for number, controls in graph.untried.items():
        untried[number] = len(controls)
        steps[number] = 2 if all(map(is_search, controls)) else 1
    return Coverage(graph, np.array([gap is not Gap.NONE for gap in graph.gaps], dtype=np.bool_), untried, steps)


def depth_limit() -> int:
    """D of docs/counting.md: within how many clicks a channel must stand not to be called not found."""
    return int(rule_data("visitor.yaml")["limits"]["not_found_clicks"])


def _counted(words: tuple[str, str], count: int, names: Iterable[str]) -> str:
    """How many there are, with the names of the first two that differ; without brackets, as reasons stand in them."""
    text = words[0] if count == 1 else words[1].format(count)
    first: list[str] = []
    for name in names:
        if name not in first:
            first.append(name)
        if len(first) == _NAMED:
            break
    if not first:
        return text
    shown = " and ".join(f"“{_cut(name)}”" for name in first)
    return f"{text}, {'such as ' if count > len(first) else ''}{shown}"


def _nearest_first(which: npt.NDArray[np.bool_], clicks: npt.NDArray[np.int64]) -> list[int]:
    """The numbers of these nodes by their distance, then in the order of the graph."""
    numbers = np.flatnonzero(which)
    return [int(number) for number in numbers[np.argsort(clicks[numbers], kind="stable")]]


def _cut(name: str) -> str:
    return name if len(name) <= _NAME_LIMIT else f"{name[: _NAME_LIMIT - 1].rstrip()}…"
