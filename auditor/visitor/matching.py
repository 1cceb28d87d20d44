"""Matching: the element of a rendered page that an element of the same page without a browser has become."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from auditor.model.guide import Press
from auditor.model.page import Element, Form
from auditor.model.terms import Action

ElementKey = tuple[str, str, str]
FormKey = tuple[str, str, tuple[str, ...]]


#: Signs around a label that style sheets put there, such as the plus of an accordion.
_AROUND = re.compile(r"^\W+|\W+$")


@lru_cache(maxsize=65_536)
def label_key(label: str) -> str:
    """A label without what style sheets change: case, white space, signs before and after it."""
    plain = " ".join(label.casefold().split())
    return _AROUND.sub("", plain) or plain


def choice_key(selector: str, option: str) -> str:
    """One option of a chooser among what was tried: each of them may show something else."""
    return f"{selector}\n{option}"


def search_key(selector: str, label: str) -> str:
    """A search that was not asked, among what was not tried."""
    return f"{selector}\n{label}\nsearch"


def is_search(key: str) -> bool:
    """Whether what was not tried is a search: what it finds has still to be followed."""
    return key.endswith("\nsearch")


def hover_key(control: str) -> str:
    """A control, by selector or label, that was pointed at, among what was tried: a press may show something else."""
    return f"{control}\nhover"


def tried_key(action: Action, selector: str, name: str) -> str:
    """What a press on a page is among what was tried there (`Views.tried`)."""
    if action is Action.CHOOSE:
        return choice_key(selector, name)
    if action is Action.WAIT:
        return f"{selector}\nwait"
    return hover_key(selector) if action is Action.HOVER else selector


def tried_keys(press: Press) -> frozenset[str]:
    """Any of these among what was tried (`Views.tried`) means that a press was made, here or on a page like this."""
    own = tried_key(press.action, press.selector, press.name)
    if press.action in (Action.CHOOSE, Action.WAIT):
        return frozenset({own})
    return frozenset({own, tried_key(press.action, label_key(press.name), "")})


def element_key(element: Element) -> ElementKey:
    """What makes two elements the same one: kind, address and label."""
    return element.kind, element.href, label_key(element.name or element.text)


def form_key(form: Form) -> FormKey:
    """What makes two forms the same one: where it sends, how, and its fields."""
    return form.action, form.method, tuple(field.name or field.kind for field in form.fields)


def match_elements(before: Sequence[Element], after: Sequence[Element]) -> list[Element | None]:
    """For each element of a page as sent, the element of it as rendered, None where none is like it.

    Each rendered element is given once; one in the same region goes before others, then document order.
    """
    waiting: dict[ElementKey, list[Element]] = defaultdict(list)
    for element in after:
        waiting[element_key(element)].append(element)
    matched: list[Element | None] = []
    for element in before:
        candidates = waiting.get(element_key(element))
        matched.append(_taken(element, candidates) if candidates else None)
    return matched


def _taken(element: Element, candidates: list[Element]) -> Element:
    at = next((i for i, other in enumerate(candidates) if other.region is element.region), 0)
    return candidates.pop(at)


def match_forms(before: Sequence[Form], after: Sequence[Form]) -> list[Form | None]:
    """The same for forms."""
    waiting: dict[FormKey, list[Form]] = defaultdict(list)
    for form in after:
        waiting[form_key(form)].append(form)
    return [waiting[form_key(form)].pop(0) if waiting.get(form_key(form)) else None for form in before]
