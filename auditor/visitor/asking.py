"""Asking: the site's own search, the words that it is asked for, and the addresses of what it finds."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from auditor.model.guide import Press
from auditor.model.page import Element, Field, Form, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import MENU_REGIONS, Action, ElementKind
from auditor.model.vocabulary import Vocabulary

#: The place of what is searched for in an address of structured data.
_PLACE = re.compile(r"\{[^{}/?&]*\}")
_TYPED = frozenset({"text", "search", ""})
#: Fields that make a form one of another kind: it asks who the visitor is, or for a message.
_PERSONAL = frozenset({"password", "email", "tel", "textarea", "file"})
POSTS = "The search is sent as a form that changes something on the server; a guest sends none."
ASKS_MORE = "The search asks for more than words to look for."
NONE = "No search was found on the home page."
UNASKED = "The search was found and was not asked."


@dataclass(frozen=True, slots=True)
class Box:
    """A field for words to look for, in its form; `selector` is that of the field."""

    form: Form
    field: Field

    @property
    def selector(self) -> str:
        """The CSS path of the field."""
        if self.form.method == "script":
            return self.form.selector
        name = self.field.name
        if name and not set(name) & set('"\\\\\n'):
            return f'{self.form.selector} input[name="{name}"]'
        return f"{self.form.selector} input" + ('[type="search"]' if self.field.kind == "search" else "")

    @property
    def usable(self) -> bool:
        """Whether a guest may use it: it gets a page or works by script, and asks for nothing else."""
        return self.form.method in ("get", "script") and len(self.form.fields) == 1


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that a site's search is asked for, and the addresses of what it finds, "" each where none is known.

    `reason` is why nothing can be asked, "" when something can.
    """

    words: tuple[str, ...]
    urls: tuple[str, ...]
    reason: str = ""


def asked_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a visitor who looks for contact types into a search, in the language of the site."""
    words = rule_data("stages.yaml")["asked"]
    own = next((language for language in vocabulary.languages if language != "en" and language in words), "en")
    return tuple(words[own])


def boxes_of(page: Page, vocabulary: Vocabulary) -> tuple[Box, ...]:
    """The search fields of a page, the likeliest of the whole site first: those of its header, then in their order."""
    found = [box for form in page.forms if (box := _box(form, vocabulary)) is not None]
    return tuple(sorted(found, key=lambda box: (not box.usable, box.form.region not in MENU_REGIONS)))


def asked_of(home: Sequence[Page], vocabulary: Vocabulary) -> Asked:
    """What is asked of the search that the home page shows; `home` is that page as sent and as rendered."""
    words = asked_words(vocabulary)
    boxes = [box for page in home for box in boxes_of(page, vocabulary)]
    for box in boxes:
        if box.usable and box.form.method == "get" and box.field.name and box.form.action:
            return Asked(words, tuple(_sent(box, word) for word in words))
    for template in (template for page in home for template in _templates(page)):
        return Asked(words, tuple("".join(_filled(template, word)) for word in words))
    if any(box.usable for box in boxes):
        return Asked(words, ())
    if any(box.form.method not in ("get", "script") for box in boxes):
        return Asked(words, (), POSTS)
    return Asked(words, (), ASKS_MORE if boxes else NONE)


def typed_searches(page: Page, words: Sequence[str], vocabulary: Vocabulary) -> tuple[Press, ...]:
    """The words typed into the search of a rendered page; where no field is to be seen, what opens it is pressed."""
    usable = [box for box in boxes_of(page, vocabulary) if box.usable]
    box = next((box for box in usable if box.form.visible), None)
    if box is not None:
        return tuple(_press(page, Action.SEARCH, box.selector, word) for word in words)
    opener = None if page.state else _opener(page, usable, vocabulary)
    return () if opener is None else (_press(page, Action.OPEN, opener.selector, opener.name),)


def _opener(page: Page, boxes: Sequence[Box], vocabulary: Vocabulary) -> Element | None:
    """The control that shows a search: one that the page names for it, else a button or sign of the header."""
    naming = {box.form.revealed_by for box in boxes} - {""}
    seen = [e for e in page.elements if e.visible and e.kind in (ElementKind.BUTTON, ElementKind.LINK)]
    named = (element for element in seen if element.selector in naming)
    told = (e for e in seen if e.region in MENU_REGIONS and _shows_search(e, vocabulary))
    return next(chain(named, told), None)


def _shows_search(control: Element, vocabulary: Vocabulary) -> bool:
    """Whether a button, or a link that leads nowhere, is called a search, by its name or where it has none its code."""
    if control.kind is ElementKind.LINK and not control.href.partition("#")[2] and control.href:
        return False
    if control.name:
        return vocabulary.has(control.name, "search")
    code = f"{control.attribute('class')} {control.attribute('id')}".lower()
    return any(sign in code for sign in rule_data("stages.yaml")["search_signs"])


def _press(page: Page, action: Action, selector: str, name: str) -> Press:
    return Press(page.url, page.state, page.device, action, selector, name)


def finds(url: str, words: Sequence[str]) -> bool:
    """Whether an address is that of what a search for one of the words found."""
    parts = urlsplit(url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    folded = {word.casefold() for word in words}
    names = rule_data("stages.yaml")["search_parameters"]
    asked = {value.casefold() for name, value in parse_qsl(parts.query) if name.lower() in names}
    slug = last.casefold() in folded and "search" in Vocabulary.load().slug_concepts(parts.path, inside=False)
    return slug or not asked.isdisjoint(folded)


def reads_alike(one: Page, other: Page) -> bool:
    """Whether two pages show the same in their content: then the words that were searched for changed nothing."""
    return bool(_content(one)) and _content(one) == _content(other)


def _content(page: Page) -> tuple[str, ...]:
    own = (e for e in page.elements if e.block == 0 and e.kind is not ElementKind.IMAGE)
    return tuple(element.text or element.name for element in own)


def _box(form: Form, vocabulary: Vocabulary) -> Box | None:
    typed = [field for field in form.fields if field.kind in _TYPED]
    if len(typed) != 1 or any(field.kind in _PERSONAL for field in form.fields):
        return None
    box = Box(form, typed[0])
    marked = typed[0].kind == "search" or typed[0].name.lower() in _names()
    return box if marked or _says_search(box, vocabulary) else None


def _says_search(box: Box, vocabulary: Vocabulary) -> bool:
    """Whether the words of a form in the header, or its address, say that it searches the site."""
    if "search" in vocabulary.slug_concepts(urlsplit(box.form.action).path, inside=False):
        return True
    labels = (box.field.label, box.form.submit, box.form.heading)
    return box.form.region in MENU_REGIONS and any(vocabulary.has(label, "search") for label in labels if label)


def _sent(box: Box, word: str) -> str:
    """The address that a browser asks for when the form is sent."""
    parts = urlsplit(box.form.action)
    return urlunsplit(parts._replace(query=urlencode([*box.form.sends, (box.field.name, word)]), fragment=""))


def _filled(template: str, word: str) -> Iterator[str]:
    """A template in parts, with a word in place of what stands for it."""
    first, *others = _PLACE.split(template)
    yield first
    for part in others:
        yield quote(word) + part


def _templates(page: Page) -> Iterator[str]:
    """The addresses of searches that the structured data of a page tells of (schema.org SearchAction)."""
    for text in page.structured:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        yield from _actions(data, 0)


def _actions(data: Any, depth: int) -> Iterator[str]:
    if isinstance(data, list):
        for entry in data:
            yield from _actions(entry, depth)
    elif isinstance(data, dict) and depth < 4:
        kinds = data.get("@type", "")
        if "SearchAction" in (kinds if isinstance(kinds, list) else [kinds]):
            target = data.get("target")
            for entry in target if isinstance(target, list) else [target]:
                template = entry.get("urlTemplate") if isinstance(entry, dict) else entry
                if isinstance(template, str) and _PLACE.search(template) and template.startswith(("http:", "https:")):
                    yield template
        for name in ("@graph", "potentialAction", "mainEntity", "isPartOf"):
            yield from _actions(data.get(name), depth + 1)


@cache
def _names() -> frozenset[str]:
    return frozenset(rule_data("stages.yaml")["asked_names"])
