"""Hovers: the entries of a menu behind which contact lies, and that may open when they are pointed at or tapped."""

from collections.abc import Iterator

from auditor.model.page import Element, Page
from auditor.model.terms import MENU_REGIONS, Device, ElementKind
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.scent import element_scent
from auditor.visitor.scripted import tells_of_contact

#: Entries pointed at on one page; behind the best of them lies what is looked for, if anywhere.
MAX_HOVERS = 3
_POINTED_AT = frozenset({ElementKind.LINK, ElementKind.BUTTON, ElementKind.TEXT})


def hovered_entries(page: Page, vocabulary: Vocabulary, country: str, bar: float) -> tuple[tuple[Element, float], ...]:
    """Visible entries of the menus of a desktop page with the best scent of what lies hidden right behind them.

    Only such of at least the scent `bar`, best first. On a touch screen a finger taps them, unless they are links that
    lead away.
    """
    if not page.rendered:
        return ()
    best: dict[str, tuple[Element, float]] = {}
    for entry, hidden in _behind(page):
        if page.device is not Device.DESKTOP and entry.kind is not ElementKind.TEXT:
            continue
        scent = 1.0 if tells_of_contact(hidden) else element_scent(hidden, vocabulary, country)
        if scent >= bar and scent > best.get(entry.selector, (entry, 0.0))[1]:
            best[entry.selector] = (entry, scent)
    return tuple(sorted(best.values(), key=lambda found: -found[1]))[:MAX_HOVERS]


def _behind(page: Page) -> Iterator[tuple[Element, Element]]:
    """(entry, hidden element behind it): what follows an entry up to the next visible element."""
    entry: Element | None = None
    for element in page.elements:
        if element.visible is not False:
            pointed_at = element.region in MENU_REGIONS and element.kind in _POINTED_AT
            entry = element if pointed_at else None
        elif entry is not None and element.region in MENU_REGIONS:
            yield entry, element
