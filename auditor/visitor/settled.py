"""Settled: controls of the frame of a site that did one and the same on every page where they were pressed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from auditor.model.page import Element
from auditor.model.terms import FRAME_REGIONS, Action, Region, Seen
from auditor.visitor.matching import hover_key, label_key, tried_key
from auditor.visitor.nodes import Move, Node, View

#: What a control of the frame of a site did on so many pages it does on the others too.
ENOUGH = 2
#: Stands for an address where a control brings something to sight on the page.
SHOWS = "#"

#: Selector, label and region of a control, and whether it was only pointed at.
_Control = tuple[str, str, Region, bool]


def settled(
    views: Mapping[Node, View], moves: Sequence[Move], tried: Mapping[Node, Collection[str]]
) -> tuple[list[Move], dict[Node, set[str]]]:
    """By what was pressed on the device itself: the moves and the tried controls of pages where nobody pressed them."""
    records = _records(views, moves, tried)
    ends = {control: end for control, pages in records.items() if (end := _end(pages)) is not None}
    more: list[Move] = []
    known: dict[Node, set[str]] = {}
    for node, view in views.items():
        if not ends or view.seen is Seen.STATIC:
            continue
        for element, key, control in _framed(view):
            end = ends.get(control)
            if end is None or key in tried.get(node, ()):
                continue
            known.setdefault(node, set()).add(key)
            if end and end != node.url and element.visible is not False:
                action = Action.HOVER if control[-1] else Action.OPEN
                more.append(Move(node, Node(end), action, element.selector, element.name, element))
    return more, known


def _end(pages: Mapping[str, set[str]]) -> str | None:
    """Where a control leads from any page, "" for nowhere, None if that is not settled; on its goal it may be idle."""
    goals = set().union(*pages.values()) - {""}
    if len(goals) > 1 or goals & {SHOWS}:
        return None
    goal = next(iter(goals), "")
    elsewhere = [ends for page, ends in pages.items() if page != goal]
    return goal if len(elsewhere) >= ENOUGH and all(ends == {goal} for ends in elsewhere) else None


def _records(
    views: Mapping[Node, View], moves: Sequence[Move], tried: Mapping[Node, Collection[str]]
) -> Mapping[_Control, Mapping[str, set[str]]]:
    """By control and page, the addresses that it led to, "" for nowhere, SHOWS for what it brought to sight."""
    led: dict[tuple[Node, str], set[str]] = defaultdict(set)
    for move in moves:
        key = tried_key(move.action, move.selector, move.name)
        led[move.source, key].add(SHOWS if move.target.state else move.target.url)
    records: dict[_Control, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for node, keys in tried.items():
        view = views.get(node)
        if view is None or view.seen is not Seen.RENDERED:
            continue
        for _, key, control in _framed(view):
            if key in keys:
                records[control][node.url] |= led.get((node, key), {""})
    return records


def _framed(view: View) -> Iterator[tuple[Element, str, _Control]]:
    """The elements of the frame of a page, each as pressed and as pointed at."""
    for element in view.page.elements:
        if element.region in FRAME_REGIONS:
            label = label_key(element.name)
            yield element, element.selector, (element.selector, label, element.region, False)
            yield element, hover_key(element.selector), (element.selector, label, element.region, True)
