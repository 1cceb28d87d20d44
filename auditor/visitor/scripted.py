"""Scripted content: what scripts write into the content of a page tells nothing of other pages of its template."""

import re
from collections.abc import Iterable, Iterator

from auditor.model.page import Element, Page
from auditor.model.terms import ElementKind, Region

#: A page whose content as sent has fewer characters than this is a shell that scripts fill.
SHELL_CHARACTERS = 200
_CONTENT = frozenset({Region.MAIN, Region.ASIDE})
_READ = frozenset({ElementKind.TEXT, ElementKind.HEADING, ElementKind.LINK, ElementKind.BUTTON})
#: What looks like a number to call, and what looks like one but is a date.
_NUMBER = re.compile(r"(?<![\w.,])\+?\d[\d ()/.\u00a0-]{5,}\d(?![\w%])")
_DATE = re.compile(r"^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})")
_SCHEMES = ("tel:", "mailto:", "sms:", "whatsapp:")


def is_scripted(sent: Page, rendered: Page) -> bool:
    """Whether scripts have filled the content of a page, or have written ways to be reached into it."""
    before, after = list(_content(sent)), [e for e in _content(rendered) if e.visible]
    if _characters(before) < SHELL_CHARACTERS <= _characters(after) - _characters(before):
        return True
    known = set(map(_key, before))
    if any(_key(element) not in known and tells_of_contact(element) for element in after):
        return True
    return _messages(rendered) > _messages(sent)


def _content(page: Page) -> Iterator[Element]:
    return (e for e in page.elements if e.region in _CONTENT and e.kind in _READ)


def _characters(elements: Iterable[Element]) -> int:
    return sum(len(element.text) for element in elements)


def _key(element: Element) -> tuple[str, str]:
    return " ".join((element.text or element.name).split()), element.href


def tells_of_contact(element: Element) -> bool:
    """Whether an element may hold a number or an address to reach somebody."""
    text = element.text or element.name
    numbers = (found[0] for found in _NUMBER.finditer(text))
    called = any(not _DATE.match(number) and sum(map(str.isdigit, number)) >= 7 for number in numbers)
    return called or "@" in text or element.href.startswith(_SCHEMES)


def _messages(page: Page) -> int:
    forms = (form for form in page.forms if form.region in _CONTENT and form.visible is not False)
    return sum(any(field.kind == "textarea" for field in form.fields) for form in forms)
