"""What stands hidden among slides is looked for by their arrows, and by waiting where they turn by themselves."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Element, Page
from auditor.model.terms import Action, Device, ElementKind, Region
from auditor.visitor.turning import turning_presses

ROW = "main > div:nth-of-type(1)"
HIDDEN = f"{ROW} > p:nth-of-type(2)"


def button(name: str, selector: str, *, visible: bool = True, **more: Any) -> Element:
    return Element(ElementKind.BUTTON, name, name, "", Region.MAIN, selector, 0, visible=visible, **more)


def page_of(*buttons: Element, turns: bool = False) -> Page:
    number = Element(ElementKind.TEXT, "", "0306 999 0001", "", Region.MAIN, HIDDEN, 0, visible=False)
    return Page("u", "u", 200, Device.DESKTOP, "", "", "en", (number, *buttons), (), (), "t", turns=turns)


def pressed(page: Page, *hidden: str) -> list[tuple[Action, str]]:
    return [(press.action, press.selector) for press in turning_presses(page, hidden or (HIDDEN,))]


def test_the_arrows_beside_the_row_are_pressed() -> None:
    near = button("Next slide", f"{ROW} > button:nth-of-type(1)")
    beside = button("Previous", "main > button:nth-of-type(1)")
    assert pressed(page_of(beside, near)) == [(Action.OPEN, near.selector), (Action.OPEN, beside.selector)]


@pytest.mark.parametrize(
    "other",
    [
        button("Opening hours", "main > button:nth-of-type(1)"),
        button("Next", "footer > div > div > div > div > button:nth-of-type(1)"),
        button("Next", "#elsewhere"),
        button("Next", "main > button:nth-of-type(1)", visible=False),
        button("Next", "main > button:nth-of-type(1)", attributes=(("disabled", ""),)),
    ],
)
def test_other_buttons_are_none(other: Element) -> None:
    assert pressed(page_of(other)) == []


def test_a_page_that_turns_by_itself_is_waited_for() -> None:
    assert pressed(page_of(turns=True)) == [(Action.WAIT, HIDDEN)]


def test_nothing_is_waited_for_where_nothing_is_hidden() -> None:
    assert turning_presses(page_of(turns=True), ()) == ()
    assert pressed(page_of(turns=True), "main > p") == []


def test_what_a_press_has_shown_is_not_turned_any_further() -> None:
    page = replace(page_of(button("Next", "main > button"), turns=True), state="/1")
    assert turning_presses(page, (HIDDEN,)) == ()
