"""Which controls may show a contact option, and what markup tells about what they show."""

from typing import Any

import pytest

from auditor.model.page import Field, Form
from auditor.model.terms import Action, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.controls import FEW_ALIKE, opening_action, opening_controls, with_reveals

WORDS = Vocabulary.load(())
CLOSED = (("aria-expanded", "false"),)


def found(page: Any) -> list[tuple[str, Action]]:
    return [(control.element.name, control.action) for control in opening_controls(page, WORDS)]


@pytest.mark.parametrize(
    ("name", "more", "action"),
    [
        ("Live chat", {}, Action.LAUNCH),
        ("Call us", {}, Action.REVEAL),
        ("Contact", {}, Action.OPEN),
        ("Details", {"attributes": CLOSED}, Action.OPEN),
        ("Delivery", {"selector": "details > summary:nth-of-type(1)"}, Action.OPEN),
        ("", {"region": Region.FLOATING}, Action.LAUNCH),
        ("Here for you", {}, Action.OPEN),
        ("Load more", {}, Action.OPEN),
        ("?", {"region": Region.FOOTER}, Action.OPEN),
        ("Next", {}, Action.OPEN),
        ("Something is broken", {"attributes": (("class", "tile option"),)}, Action.OPEN),
        ("Show all topics", {"attributes": (("class", "btn btn--color-dark"),)}, Action.OPEN),
        ("", {"region": Region.HEADER}, Action.OPEN),
        ("\N{TRIGRAM FOR HEAVEN}", {"region": Region.HEADER}, Action.OPEN),
        ("My account", {"region": Region.HEADER}, Action.OPEN),
        ("Basket", {"region": Region.HEADER}, Action.OPEN),
        ("Sections", {"region": Region.NAV, "attributes": (("for", "box"),)}, Action.OPEN),
    ],
)
def test_a_control_that_may_show_one(site: Any, name: str, more: Any, action: Action) -> None:
    assert found(site.made("", [site.button(name, **more)])) == [(name, action)]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Add to cart", {}),
        ("Basket", {"attributes": CLOSED}),
        ("Add to basket", {"region": Region.HEADER}),
        ("Call us", {"attributes": (("disabled", ""),)}),
        ("Call us", {"attributes": (("aria-disabled", "true"),)}),
        ("Search", {"attributes": CLOSED}),
        ("Accept all", {"region": Region.FLOATING}),
        ("Next picture", {}),
        ("↑", {"region": Region.FLOATING}),
        ("", {"region": Region.FLOATING, "attributes": (("class", "btn scroll-to-top"),)}),
        ("Back to top", {"attributes": CLOSED}),
        ("Contact", {"visible": False}),
        ("Send a message", {"attributes": (("type", "submit"),)}),
        ("Contact lenses", {"attributes": CLOSED}),
        ("Red", {"attributes": (("class", "swatch"),)}),
        ("Order now", {}),
        ("", {}),
        ("Send", {"region": Region.FLOATING}),
        ("Close", {"region": Region.FLOATING}),
        ("Next", {"attributes": (("class", "slick-next slick-arrow"),)}),
        ("Colour", {}),
        ("The icon of Twitter", {}),
        ("Get started", {"attributes": (("title", "Add to cart"),)}),
        ("Get started", {"attributes": (("class", "action tocart primary"),)}),
        ("", {"region": Region.HEADER, "attributes": (("class", "search-icon"),)}),
        ("", {"region": Region.HEADER, "attributes": (("class", "cart-toggle"),)}),
        ("›", {}),
        ("Here for you", {"visible": None}),
        ("Here for you", {"attributes": (("aria-expanded", "true"),)}),
    ],
)
def test_a_control_that_shows_none(site: Any, name: str, more: Any) -> None:
    assert found(site.made("", [site.button(name, **more)])) == []


def test_buttons_alike_and_those_whose_content_lies_behind_them_explain_themselves(site: Any) -> None:
    alike = [site.button("View", selector=f"#b{number}") for number in range(FEW_ALIKE + 1)]
    assert found(site.made("", alike)) == [("View", Action.OPEN)]
    assert found(site.made("", alike[1:])) == [("View", Action.OPEN)] * FEW_ALIKE
    hidden = site.text("Two days", visible=False)
    assert found(site.made("", [site.button("How long does it take?"), hidden])) == []


def test_the_best_scent_comes_first(site: Any) -> None:
    page = site.made("", [site.button("Details", attributes=CLOSED), site.button("Contact us")])
    assert [name for name, _ in found(page)] == ["Contact us", "Details"]


@pytest.mark.parametrize(
    ("control", "hidden", "revealed"),
    [
        ({"attributes": (("aria-controls", "menu"),)}, {"selector": "#menu > a"}, True),
        ({"attributes": (("data-bs-target", "#menu"),)}, {"selector": "#menu > ul > a"}, True),
        ({"selector": "#d > summary:nth-of-type(1)"}, {"selector": "#d > p > a"}, True),
        ({"attributes": CLOSED}, {"selector": "nav > a"}, True),  # hidden right behind it
        ({}, {"selector": "nav > a"}, True),
        ({"attributes": (("class", "slick-next"),)}, {"selector": "nav > a"}, False),
    ],
)
def test_markup_tells_what_a_control_shows(site: Any, control: Any, hidden: Any, revealed: bool) -> None:
    button = site.button("Menu", **control)
    page = with_reveals(site.made("", [button, site.link("Contact", "contact", visible=False, **hidden)]))
    assert page.elements[1].revealed_by == (button.selector if revealed else "")


def test_a_form_is_shown_by_what_shows_its_content(site: Any) -> None:
    field = Field("textarea", "q", "Your question")
    form = Form("dialog > form", "", "post", (field,), "Send", "", Region.MAIN, 0, visible=False)
    hidden = site.text("Your question", visible=False, selector="dialog > form > label")
    page = site.made("", [site.button("Ask about this"), hidden], forms=[form])
    assert with_reveals(page).forms[0].revealed_by == "button.Ask about this"
    assert found(page) == [("Ask about this", Action.OPEN)]


def test_what_is_hidden_behind_something_else_is_not_shown_by_it(site: Any) -> None:
    hidden = site.link("Contact", "contact", visible=False)
    page = with_reveals(site.made("", [site.button("Menu", attributes=CLOSED), site.text("Welcome"), hidden]))
    assert page.elements[2].revealed_by == ""


def test_a_control_that_is_known_to_hide_contact_comes_first(site: Any) -> None:
    page = site.made(
        "",
        [
            site.button("Delivery", attributes=CLOSED, selector="#q1"),
            site.text("Welcome"),
            site.button("None of these", attributes=CLOSED, selector="#q2"),
            site.link("Contact us", "contact", visible=False),
        ],
    )
    assert [name for name, _ in found(page)] == ["None of these", "Delivery"]


def test_a_control_whose_content_was_read_need_not_be_pressed(site: Any) -> None:
    hidden = site.link("Shoes", "shoes", visible=False)
    page = with_reveals(site.made("", [site.button("Details", attributes=CLOSED), hidden]))
    assert found(page) == []


@pytest.mark.parametrize(("label", "action"), [("Live chat", Action.LAUNCH), ("Questions", Action.OPEN)])
def test_a_chat_is_launched_and_all_else_is_opened(site: Any, label: str, action: Action) -> None:
    assert opening_action(site.button(label), WORDS) is action
