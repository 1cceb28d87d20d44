"""Exemplar: a page that was both fetched and rendered, and what others of its making may inherit from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.model.page import Element, Form, Page
from auditor.model.terms import Action, ElementKind, Region
from auditor.visitor.matching import (
    ElementKey,
    element_key,
    form_key,
    hover_key,
    label_key,
    match_elements,
    match_forms,
    tried_key,
)
from auditor.visitor.nodes import Move

#: What floats over the page stands there on every page that has the same scripts.
FLOATS = frozenset({Region.FLOATING, Region.DIALOG})
#: The carriers of what is bound to no block: what floats, and the content of a page.
FLOATING, CONTENT = "floating", "content"


@dataclass(frozen=True, slots=True)
class StatePart:
    """What a state of the exemplar newly shows, as far as pages that inherit its control share it.

    `carrier` is the digest of the block that holds the control as sent, or FLOATING. `trigger` is the control.
    """

    carrier: str
    before: str
    after: str
    action: Action
    trigger: Element
    page: Page
    elements: tuple[Element, ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Exemplar:
    """`elements` and `forms` hold, by digest of a block as sent, what each of its items became when rendered.

    `floats` are visible floating elements that scripts made, or that were sent without a block of their own: only
    layout tells that they float. `sent_floats` are the latter. `tried` holds labels of pressed controls by carrier.
    """

    sent: Page
    rendered: Page
    elements: Mapping[str, tuple[Element | None, ...]]
    forms: Mapping[str, tuple[Form | None, ...]]
    floats: tuple[Element, ...]
    sent_floats: frozenset[ElementKey]
    states: tuple[StatePart, ...]
    tried: Mapping[str, frozenset[str]]


def exemplar_of(
    sent: Page, rendered: Page, states: Mapping[str, Page], moves: Sequence[Move], tried: frozenset[str]
) -> Exemplar:
    """The exemplar of a page; `states` are its rendered states by key, `moves` the presses made on it."""
    matched = match_elements(sent.elements, rendered.elements)
    elements: dict[str, tuple[Element | None, ...]] = {}
    forms: dict[str, tuple[Form | None, ...]] = {}
    matched_forms = match_forms(sent.forms, rendered.forms)
    for index, block in enumerate(sent.blocks):
        elements[block.digest] = tuple(
            _lasting(r) for s, r in zip(sent.elements, matched, strict=True) if s.block == index
        )
        forms[block.digest] = tuple(
            _lasting_form(r) for s, r in zip(sent.forms, matched_forms, strict=True) if s.block == index
        )
    blocks = {id(r): s.block for s, r in zip(sent.elements, matched, strict=True) if r is not None}
    floats = tuple(
        e for e in rendered.elements if e.region is Region.FLOATING and e.visible and not blocks.get(id(e), 0)
    )
    carriers = {e.selector: sent.blocks[blocks[id(e)]].digest for e in rendered.elements if blocks.get(id(e), 0)}
    carriers.update({element.selector: FLOATING for element in floats})
    return Exemplar(
        sent=sent,
        rendered=rendered,
        elements=elements,
        forms=forms,
        floats=floats,
        sent_floats=frozenset(element_key(e) for e in floats if id(e) in blocks),
        states=tuple(_states(rendered, states, moves, carriers)),
        tried=_labels(rendered, tried - _leaving(sent.url, moves), carriers),
    )


def _leaving(url: str, moves: Sequence[Move]) -> frozenset[str]:
    """What was tried on a page and led to another: where its copies lead is not known until they are pressed."""
    return frozenset(
        tried_key(move.action, move.selector, move.name)
        for move in moves
        if not move.source.state and move.target.url != url
    )


def _labels(rendered: Page, tried: frozenset[str], carriers: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Labels by carrier; of several controls of one label each was tried, or the label says nothing."""
    labels: dict[str, set[str]] = {}
    left: set[tuple[str, str]] = set()
    for element in rendered.elements:
        if element.name:
            carrier, label = carriers.get(element.selector, CONTENT), label_key(element.name)
            if hover_key(element.selector) in tried:
                labels.setdefault(carrier, set()).add(hover_key(label))
            if element.selector in tried:
                labels.setdefault(carrier, set()).add(label)
            elif element.visible and element.kind is ElementKind.BUTTON:
                left.add((carrier, label))
    return {carrier: frozenset(x for x in found if (carrier, x) not in left) for carrier, found in labels.items()}


def _lasting(element: Element | None) -> Element | None:
    """An element without a box that would differ on another page: only headers and sticky parts keep their place."""
    if element is None or element.sticky or element.region in (Region.HEADER, Region.FLOATING):
        return element
    return replace(element, box=None)


def _lasting_form(form: Form | None) -> Form | None:
    return None if form is None else replace(form, box=None)


def _states(
    rendered: Page, states: Mapping[str, Page], moves: Sequence[Move], carriers: dict[str, str]
) -> Iterator[StatePart]:
    """The inheritable parts of states, parents first; a control that such a part shows carries on its own states."""
    pages = {"": rendered, **states}
    inherited = {"": carriers}
    for move in sorted(moves, key=lambda m: (m.target.state.count("/"), m.target.state, m.source.state, m.selector)):
        before, after = move.source.state, move.target.state
        known = inherited.get(before, {})
        if after not in states or after in inherited or before not in pages or move.element is None:
            continue
        carrier = known.get(move.element.selector)
        if carrier is None:
            continue
        page = states[after]
        shown = tuple(_newly(pages[before], page, move.element))
        inherited[after] = {element.selector: carrier for element in shown}
        new_forms = tuple(_newly_forms(pages[before], page))
        trigger = _lasting(move.element) or move.element
        yield StatePart(carrier, before, after, move.action, trigger, page, tuple(map(lasting, shown)), new_forms)


def lasting(element: Element) -> Element:
    """An element as it stands on another page: without a box that would differ there."""
    kept = _lasting(element)
    return element if kept is None else kept


def _newly(before: Page, after: Page, trigger: Element) -> Iterator[Element]:
    """Visible elements that were not visible before, inside the control's own block or floating."""
    own = before.blocks[trigger.block].selector if trigger.block < len(before.blocks) else ""
    shown = {element_key(element) for element in before.elements if element.visible}
    for element in after.elements:
        inside = after.blocks[element.block].selector == own and element.block > 0
        if element.visible and (inside or element.region in FLOATS) and element_key(element) not in shown:
            yield element


def _newly_forms(before: Page, after: Page) -> Iterator[Form]:
    shown = {form_key(form) for form in before.forms if form.visible}
    for form in after.forms:
        if form.visible and form.region is not Region.MAIN and form_key(form) not in shown:
            yield replace(form, box=None)
