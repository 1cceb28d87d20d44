"""Searches of help pages."""

from typing import Any

import pytest

from auditor.model.page import Field, Form
from auditor.model.terms import Outcome, Region
from auditor.visitor.matching import search_key


def search(action: str = "", kind: str = "search", name: str = "", **more: Any) -> Form:
    fields = (Field(kind, name, "What can we help with?", visible=True), *more.pop("fields", ()))
    return Form("#f", action, "get", fields, "Search", "", more.pop("region", Region.MAIN), 0, visible=True, **more)


def left(site: Any) -> dict[str, tuple[str, ...]]:
    graph = site.graph()
    names = [node.url.removeprefix(site.url("")) for node in graph.nodes]
    return {names[number]: controls for number, controls in graph.untried.items()}


@pytest.mark.parametrize("form", [search(), search(kind="text", name="query")])
def test_the_search_of_a_help_centre_was_not_asked(site: Any, form: Form) -> None:
    site.show("help", title="Help centre", forms=[form])
    assert left(site) == {"help": (search_key("#f", "What can we help with?"),)}
    assert list(site.graph().untried_names.values()) == [("What can we help with?",)]


@pytest.mark.parametrize(
    "form",
    [
        search(region=Region.HEADER),
        search(kind="text", name="first_name"),
        search(fields=(Field("textarea", "message", "Message"),)),
        search(fields=(Field("text", "city", "City"),)),
    ],
)
def test_other_forms_are_no_search_of_the_help(site: Any, form: Form) -> None:
    site.show("help", title="Help centre", forms=[form])
    assert left(site) == {}


@pytest.mark.parametrize(("path", "title"), [("", "Shoes for all"), ("shoes", "Shoes")])
def test_the_search_of_the_shop_looks_for_goods(site: Any, path: str, title: str) -> None:
    site.show(path, title=title, forms=[search("https://shop.test/search")])
    site.show("help", title="Help centre", forms=[search("https://shop.test/search")])
    assert left(site) == {}


def test_what_a_search_finds_is_two_clicks_away(site: Any) -> None:
    site.show("", site.link("Help centre", "help"))
    site.show("help", site.link("Delivery", "delivery"), title="Help centre", forms=[search()])
    site.show("delivery", site.link("Write to us", "write"))
    site.show("write")
    site.sight("write")
    assert (site.journey().clicks, site.journey().exact) == (3, True)
    site.sightings.clear()
    assert site.journey().outcome is Outcome.CANNOT_TELL


@pytest.mark.parametrize(("asked", "known"), [("contact", True), ("delivery", False)])
def test_a_search_of_the_help_that_was_asked_for_contact_leaves_nothing_open(
    site: Any, asked: str, known: bool
) -> None:
    own = search("https://shop.test/help/search", name="q")
    site.show("help", title="Help centre", forms=[own])
    site.show(f"help/search?q={asked}", title="Results")
    assert ("help" not in left(site)) is known
