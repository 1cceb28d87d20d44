"""Controls: the buttons of a page that may show a way to reach a person, and what they are known to show."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from auditor.model.page import Element, Form, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import Action, ElementKind, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.matching import label_key
from auditor.visitor.scent import link_scent

_OPENERS = ("aria-expanded", "aria-haspopup", "aria-controls", "data-toggle", "data-bs-toggle")
_TARGETS = ("aria-controls", "data-target", "data-bs-target")
_CONTROLS = (ElementKind.BUTTON, ElementKind.LINK)


@dataclass(frozen=True, slots=True)
class Control:
    """A control worth pressing; `scent` is 0 to 1."""

    element: Element
    action: Action
    scent: float


def opening_controls(page: Page, vocabulary: Vocabulary, country: str = "") -> tuple[Control, ...]:
    """The visible controls of a page that may show a contact option which is not in the page yet, best scent first.

    Controls whose hidden content is in the page already are left out, unless their own words speak of contact:
    what they show has been read. Carts, searches, logins and consent banners show none.
    """
    known = {element.revealed_by for element in page.elements if element.revealed_by}
    forms = tuple(f"{form.selector} " for form in page.forms)
    found = [
        control
        for element in page.elements
        if element.kind is ElementKind.BUTTON and element.visible is not False and not _sends(element, forms)
        for control in _control(element, known, vocabulary, country)
    ]
    return tuple(sorted(found, key=lambda control: -control.scent))


def _control(element: Element, known: set[str], vocabulary: Vocabulary, country: str) -> Iterator[Control]:
    rules = rule_data("visitor.yaml")["controls"]
    meanings = {name for name, _ in vocabulary.concepts(element.name)} | set(vocabulary.icon_concepts(_icon(element)))
    telling = not meanings.isdisjoint(rules["telling"])
    silent = not meanings.isdisjoint(rules["silent"]) or vocabulary.excluded(element.name)
    opens = (_opens(element) or element.region is Region.FLOATING) and element.selector not in known
    if telling or (opens and not silent):
        scent = link_scent(element.name, "", element.region, vocabulary, country, icon=_icon(element))
        yield Control(element, _action(element, meanings, rules), scent)


def _sends(element: Element, forms: tuple[str, ...]) -> bool:
    """Whether a button sends a form; within a form only one that says that it opens something does not."""
    if element.attribute("type") == "submit":
        return True
    return not _opens(element) and element.selector.startswith(forms)


def _icon(element: Element) -> str:
    return "" if element.name else element.attribute("class")


def _opens(element: Element) -> bool:
    names = {name for name, value in element.attributes if value != "false" or name == "aria-expanded"}
    return not names.isdisjoint(_OPENERS) or _is_summary(element)


def _is_summary(element: Element) -> bool:
    return element.selector.rsplit(" ", 1)[-1].startswith("summary")


def _action(element: Element, meanings: set[str], rules: Any) -> Action:
    if not meanings.isdisjoint(rules["launch"]) or (element.region is Region.FLOATING and not meanings):
        return Action.LAUNCH
    return Action.REVEAL if not meanings.isdisjoint(rules["reveal"]) else Action.OPEN


def was_tried(element: Element, tried: Collection[str]) -> bool:
    """Whether a control is among those that were pressed (`Views.tried`)."""
    return element.selector in tried or label_key(element.name) in tried


def with_reveals(page: Page) -> Page:
    """A rendered page whose hidden elements and forms name the visible control that shows them, as far as markup tells.

    A control tells by naming what it shows, or by what lies hidden right behind it.
    """
    if not any(element.visible is False for element in page.elements):
        return page
    named = tuple(_named_targets(page))
    elements: list[Element] = []
    opener = ""
    for element in page.elements:
        if element.visible:
            if element.kind is ElementKind.BUTTON and _opens(element):
                opener = element.selector
            elif not element.selector.startswith(f"{opener} "):
                opener = ""
            elements.append(element)
        else:
            shown_by = element.revealed_by or _by(element, named) or opener
            elements.append(replace(element, revealed_by=shown_by) if shown_by else element)
    forms = (replace(f, revealed_by=f.revealed_by or _by(f, named)) if f.visible is False else f for f in page.forms)
    return replace(page, elements=tuple(elements), forms=tuple(forms))


def _by(item: Element | Form, named: tuple[tuple[str, str], ...]) -> str:
    return next((control for start, control in named if f"{item.selector} ".startswith(start)), "")


def _named_targets(page: Page) -> Iterator[tuple[str, str]]:
    """(start of the selectors of what is shown, selector of the control), of controls that name what they show."""
    for element in page.elements:
        if element.kind not in _CONTROLS or not element.visible:
            continue
        for name in _TARGETS:
            for identity in element.attribute(name).split():
                yield f"#{identity.removeprefix('#')} ", element.selector
        if _is_summary(element) and " > " in element.selector:
            yield f"{element.selector.rpartition(' > ')[0]} > ", element.selector
