"""Searching: the search forms of a site and the search pages that were fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl

from auditor.model.page import Element, Form
from auditor.model.ruledata import rule_data
from auditor.model.terms import ElementKind
from auditor.visitor.asking import Box
from auditor.visitor.nodes import Node, Views


@dataclass(frozen=True, slots=True)
class Found:
    """A page that a search found, and the word that it was asked for, "" for one that a link names."""

    node: Node
    word: str = ""


def search_pages(views: Views, words: Sequence[str] = ()) -> dict[str, tuple[Found, ...]]:
    """What was found at each address that was fetched with something to search for.

    Where the search was asked for one of the `words`, that; else the first page by URL, as any word may be typed.
    """
    found: dict[str, list[Found]] = {}
    for node in views.views:
        address, _, query = node.url.partition("?")
        if query and not node.state:
            values = [value for name, value in parse_qsl(query) if name.lower() in asked_for()]
            if values:
                word = next((word for word in words if word.casefold() in map(str.casefold, values)), "")
                found.setdefault(address, []).append(Found(node, word))
    return {address: tuple(page for page in pages if page.word) or tuple(pages[:1]) for address, pages in found.items()}


def asks(form: Form) -> bool:
    """Whether a form searches the site."""
    fields = form.fields if form.method == "get" else ()
    return any(field.kind == "search" or field.name.lower() in asked_for() for field in fields)


@cache
def asked_for() -> frozenset[str]:
    """What the words to search for are called in addresses and forms."""
    return frozenset(rule_data("stages.yaml")["search_parameters"])


def as_control(form: Form, word: str = "") -> Element:
    """A search form as the one thing that its visitor uses: the field into which a word is typed, or the form."""
    typed = next((field for field in form.fields if field.kind in ("search", "text")), None)
    return Element(
        kind=ElementKind.BUTTON,
        name=word or form.submit or next((field.label for field in form.fields if field.label), ""),
        text="",
        href="",
        region=form.region,
        selector=Box(form, typed).selector if word and typed is not None else form.selector,
        block=form.block,
        visible=form.visible,
        box=form.box,
    )
