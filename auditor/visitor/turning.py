"""Turning: what a row of slides shows later, by itself or when its arrow is pressed."""

from collections.abc import Collection, Iterator, Sequence

from auditor.model.guide import Press
from auditor.model.page import Element, Page
from auditor.model.terms import Action, ElementKind
from auditor.visitor.controls import is_arrow, is_disabled

#: Hidden places of one page that are waited for, and arrows that are pressed for one of them.
MAX_WAITS, MAX_ARROWS = 1, 2
#: An arrow stands at most so many levels above the row in which the slides lie.
MAX_LEVELS = 3


def turning_presses(page: Page, hidden: Collection[str]) -> tuple[Press, ...]:
    """Presses that may turn up what stands hidden at `hidden` (selectors), with no control known to show it.

    The arrows beside it first; then a wait, where the page turns by itself.
    """
    if page.state or not page.rendered or not hidden:
        return ()
    places = [element for element in page.elements if element.selector in hidden and element.visible is False]
    presses = [press for place in places for press in _arrows(page, place)]
    if page.turns:
        presses += [Press(page.url, "", page.device, Action.WAIT, place.selector, "") for place in places[:MAX_WAITS]]
    return tuple(dict.fromkeys(presses))


def _arrows(page: Page, place: Element) -> Iterator[Press]:
    """The buttons near a place that turn a row of pictures, the nearest first."""
    found = []
    for arrow in page.elements:
        if arrow.kind is ElementKind.BUTTON and arrow.visible and is_arrow(arrow) and not is_disabled(arrow):
            path = _path(arrow)
            shared = _shared(_path(place), path)
            if shared and len(path) - shared <= MAX_LEVELS:
                found.append((shared, arrow))
    found.sort(key=lambda near: -near[0])
    for _, arrow in found[:MAX_ARROWS]:
        yield Press(page.url, "", page.device, Action.OPEN, arrow.selector, arrow.name)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many levels two paths have in common; none where one begins at an id, which tells not what is above."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _path(element: Element) -> Sequence[str]:
    return element.selector.split(" > ")
