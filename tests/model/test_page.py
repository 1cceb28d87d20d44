"""Pages and elements are values: equal pages are one, and nothing that is not there has a value."""

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from auditor.model.page import Block, Box, Element, Field, Form, Page
from auditor.model.terms import Device, ElementKind, Region

URL = "https://shop.example/"
ELEMENT = Element(
    ElementKind.LINK, "Call", "Call", "tel:1", Region.MAIN, "a", 0, attributes=(("class", ""), ("id", "x"), ("id", "y"))
)
FORM = Form("form", URL, "get", (Field("email", "mail", "Email"),), "Send", "Email", Region.MAIN, 0)
PAGE = Page(URL, URL, 200, Device.ANY, "", "", "en", (ELEMENT,), (FORM,), (Block("d", Region.MAIN, "body"),), "t")
NOUNS = [PAGE, ELEMENT, FORM, *FORM.fields, *PAGE.blocks, Box(1, 2, 3, 4)]


@pytest.mark.parametrize(("name", "value"), [("id", "x"), ("class", ""), ("title", ""), ("ID", ""), ("", "")])
def test_an_attribute_that_is_not_there_is_empty(name: str, value: str) -> None:
    assert ELEMENT.attribute(name) == value


@pytest.mark.parametrize(("device", "rendered"), [(Device.ANY, False), (Device.DESKTOP, True), (Device.MOBILE, True)])
def test_a_page_of_a_device_was_rendered(device: Device, rendered: bool) -> None:
    assert replace(PAGE, device=device).rendered is rendered


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_equal_nouns_are_one_and_none_can_be_changed(noun: Any) -> None:
    assert len({noun, replace(noun)}) == 1
    for each in fields(noun):
        assert replace(noun, **{each.name: "another"}) != noun, each.name
        with pytest.raises(FrozenInstanceError):
            setattr(noun, each.name, None)


@pytest.mark.parametrize("noun", [ELEMENT, FORM, *FORM.fields], ids=lambda noun: type(noun).__name__)
def test_what_was_never_rendered_is_not_visible_nor_hidden(noun: Any) -> None:
    assert noun.visible is None


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_cheap_nouns_have_no_room_for_more(noun: Any) -> None:
    assert not hasattr(noun, "__dict__")
