"""Scripted content: what scripts write into the content of a page tells nothing of other pages of its template."""

import re
from collections.abc import Iterable, Iterator

from auditor.model.page import Element, Page
from auditor.model.terms import ElementKind, Region

#: A page whose content as sent has fewer characters than this is a shell that scripts fill.
SHELL_CHARACTERS = 200
#: One with fewer than this says nothing at all.
NO_CHARACTERS = 20
_CONTENT = frozenset({Region.MAIN, Region.ASIDE})
_READ = frozenset({ElementKind.TEXT, ElementKind.HEADING, ElementKind.LINK, ElementKind.BUTTON})
#: What looks like a number to call, and what looks like one but is a date.
_NUMBER = re.compile(r"(?<![\w.,])\+?\d[\d ()/.\u00a0-]{5,}\d(?![\w%])")
_DATE = re.compile(r"^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})")
_SCHEMES = ("tel:", "mailto:", "sms:", "whatsapp:")


def is_scripted(sent: Page, rendered: Page) -> bool:
    """Whether scripts have filled the content of a page, or have written ways to be reached into it."""
    before, after = list(_content(sent)), [e for e in _content(rendered) if e.visible]
    size, grown = _characters(before), _characters(after)
    if size < SHELL_CHARACTERS <= grown - size or size < NO_CHARACTERS <= grown:
        return True
    known = set(map(_key, before))
    if any(_key(element) not in known and tells_of_contact(element) for element in after):
        return True
    return _messages(rendered) > _messages(sent) or _is_taken_away(before, rendered)


def is_shell(page: Page) -> bool:
    """Whether the content of a page as sent is next to nothing: what it is for, only scripts tell."""
    return not page.rendered and _characters(_content(page)) < SHELL_CHARACTERS


def _is_taken_away(before: Iterable[Element], rendered: Page) -> bool:
    """Whether scripts have taken a way to be reached out of the content, so that not even hidden it is still there."""
    left = " ".join(f"{element.text} {element.name} {element.href}" for element in rendered.elements)
    text = " ".join(left.split())
    told = (e for e in before if e.visible is not False and tells_of_contact(e))
    return any(_key(element)[0] not in text for element in told)


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
