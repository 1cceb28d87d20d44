"""Searching: the search forms of a site and the search pages that were fetched."""

from functools import cache
from urllib.parse import parse_qsl

from auditor.model.page import Element, Form
from auditor.model.ruledata import rule_data
from auditor.model.terms import ElementKind
from auditor.visitor.nodes import Node, Views


def search_pages(views: Views) -> dict[str, Node]:
    """The first page by URL of each address that was fetched with something to search for."""
    found: dict[str, Node] = {}
    for node in views.views:
        address, _, query = node.url.partition("?")
        if query and not node.state and any(name.lower() in asked_for() for name, _ in parse_qsl(query)):
            found.setdefault(address, node)
    return found


def asks(form: Form) -> bool:
    """Whether a form searches the site."""
    fields = form.fields if form.method == "get" else ()
    return any(field.kind == "search" or field.name.lower() in asked_for() for field in fields)


@cache
def asked_for() -> frozenset[str]:
    """What the words to search for are called in addresses and forms."""
    return frozenset(rule_data("stages.yaml")["search_parameters"])


def as_control(form: Form) -> Element:
    """A search form as the one thing that its visitor uses."""
    return Element(
        kind=ElementKind.BUTTON,
        name=form.submit or next((field.label for field in form.fields if field.label), ""),
        text="",
        href="",
        region=form.region,
        selector=form.selector,
        block=form.block,
        visible=form.visible,
        box=form.box,
    )
