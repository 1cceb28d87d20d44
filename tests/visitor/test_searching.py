"""Search forms, and the search pages that were fetched."""

from typing import Any

import pytest

from auditor.model.page import Box, Field, Form
from auditor.model.terms import ElementKind, Region
from auditor.visitor.nodes import Node
from auditor.visitor.searching import Found, as_control, asks, search_pages

QUERY = Field("text", "q", "What are you looking for?")


def form(*fields: Field, method: str = "get", submit: str = "") -> Form:
    action = "https://shop.test/search"
    return Form("#f", action, method, fields, submit, "", Region.HEADER, 2, visible=True, box=Box(1, 2, 3, 4))


@pytest.mark.parametrize(
    ("asked", "searches"),
    [
        (form(QUERY), True),
        (form(Field("search", "anything", "")), True),
        (form(Field("hidden", "lang", ""), Field("text", "SEARCH", "")), True),
        (form(QUERY, method="post"), False),
        (form(Field("email", "mail", "")), False),
        (form(), False),
    ],
)
def test_a_search_asks_by_get_for_words(asked: Form, searches: bool) -> None:
    assert asks(asked) is searches


def test_a_search_page_is_one_that_was_fetched_with_words_and_the_first_of_its_address(site: Any) -> None:
    for path in ("search?q=hat", "search?q=boots", "find?lang=en&Query=x", "search?q=", "list?page=2", "search"):
        site.send(path)
    site.show("help?q=a", state="/m")
    assert search_pages(site.views()) == {
        site.url("search"): (Found(Node(site.url("search?q=boots"))),),
        site.url("find"): (Found(Node(site.url("find?lang=en&Query=x"))),),
    }


def test_pages_that_were_asked_for_contact_stand_for_their_search(site: Any) -> None:
    for path in ("search?q=boots", "search?q=Contact", "search?q=phone", "find?q=hat"):
        site.send(path)
    found = search_pages(site.views(), ("contact", "phone"))
    assert [page.word for page in found[site.url("search")]] == ["contact", "phone"]
    assert [page.word for page in found[site.url("find")]] == [""]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (form(QUERY, submit="Find"), "Find"),
        (form(Field("hidden", "lang", ""), QUERY), "What are you looking for?"),
        (form(Field("text", "q", "")), ""),
    ],
)
def test_a_search_is_one_control_called_by_its_button_or_its_field(asked: Form, name: str) -> None:
    control = as_control(asked)
    assert (control.kind, control.name, control.href) == (ElementKind.BUTTON, name, "")
    assert (control.region, control.selector, control.block) == (Region.HEADER, "#f", 2)
    assert (control.visible, control.box) == (True, Box(1, 2, 3, 4))


def test_a_search_that_was_asked_is_the_field_into_which_the_word_is_typed() -> None:
    control = as_control(form(QUERY, submit="Find"), "contact")
    assert (control.name, control.selector) == ("contact", '#f input[name="q"]')
