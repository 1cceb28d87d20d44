"""The element of a rendered page that an element as sent has become."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.guide import Press
from auditor.model.page import Field, Form
from auditor.model.terms import Action, Device, ElementKind, Region
from auditor.visitor.matching import element_key, label_key, match_elements, match_forms, tried_keys


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("  Contact \n us ", "contact us"),
        ("+ Opening hours", "opening hours"),
        ("Contact us ›", "contact us"),
        ("E-mail", "e-mail"),
        ("STRASSE", "strasse"),
        ("×", "×"),
        ("", ""),
    ],
)
def test_a_label_is_the_same_whatever_style_sheets_make_of_it(label: str, key: str) -> None:
    assert label_key(label) == key


def test_a_control_that_was_pointed_at_was_not_pressed_and_each_topic_is_one_of_its_own() -> None:
    pressed, pointed, chosen, other = (
        tried_keys(Press("https://shop.test/", "", Device.DESKTOP, action, "#menu", name))
        for action, name in [
            (Action.OPEN, "Menu"),
            (Action.HOVER, "Menu"),
            (Action.CHOOSE, "Returns"),
            (Action.CHOOSE, "Other"),
        ]
    )
    kinds = [pressed, pointed, chosen, other]
    assert all(one.isdisjoint(two) for one in kinds for two in kinds if one is not two)
    assert {"#menu", "menu"} == pressed


def test_an_element_is_known_by_kind_address_and_label(site: Any) -> None:
    link = site.link("Contact", "contact")
    same = [replace(link, name="CONTACT"), replace(link, name=""), replace(link, selector="a.other", block=3)]
    others = [replace(link, href="x"), replace(link, name="Help"), replace(link, kind=ElementKind.BUTTON)]
    assert [element_key(other) == element_key(link) for other in same] == [True] * 3
    assert [element_key(other) == element_key(link) for other in others] == [False] * 3


def test_equal_elements_are_matched_by_region_first_then_in_order_and_each_once(site: Any) -> None:
    sent = [site.link("Contact", "contact", region) for region in (Region.FOOTER, Region.MAIN, Region.MAIN)]
    main, footer = (replace(sent[at], selector=f"a.{at}") for at in (1, 0))
    matched = match_elements(sent, [main, footer])
    assert matched == [footer, main, None]


def test_of_equal_elements_in_one_region_the_first_in_the_document_is_taken_first(site: Any) -> None:
    sent = [site.link("Contact", "contact")] * 2
    shown = [replace(sent[0], selector=f"a.{at}") for at in range(2)]
    assert match_elements(sent, shown) == shown


def test_an_element_that_scripts_moved_is_found_in_its_new_region(site: Any) -> None:
    sent = site.button("Chat")
    shown = replace(sent, region=Region.FLOATING)
    assert match_elements([sent], [shown]) == [shown]


def test_forms_are_known_by_where_they_send_and_by_their_fields() -> None:
    text, mail = Field("textarea", "text", ""), Field("email", "", "")
    form = Form("#a", "/send", "post", (text, mail), "Send", "", Region.MAIN, 0)
    shown = replace(form, selector="#b", submit="SEND", visible=True)
    others = [replace(form, method="get"), replace(form, action="/other"), replace(form, fields=(text,))]
    assert match_forms([form, form, *others], [shown]) == [shown, None, None, None, None]
    assert match_forms([form], [replace(form, fields=(text, replace(mail, kind="tel")))]) == [None]
