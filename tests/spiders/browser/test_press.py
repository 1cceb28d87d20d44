"""One press in a real browser, and what the address tells of it."""

import pytest

from auditor.model.guide import Press
from auditor.model.terms import Action, Device
from spiders.browser.press import Effect, press
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from tests.spiders.browser.conftest import Run


@pytest.fixture
def pressed(browser: BrowserSession, run: Run, site: str) -> object:
    """`pressed(selector, name, action, device)` presses on a freshly loaded page: the effect and the page's title."""

    def act(
        selector: str,
        name: str,
        action: Action = Action.OPEN,
        device: Device = Device.DESKTOP,
        path: str = "/ways.html",
    ) -> tuple[Effect, str]:
        async def pressing() -> tuple[Effect, str]:
            tab: Tab = await browser._chromium.tab(device)
            tab.popups.clear()
            await tab.page.goto(site + path)
            effect = await press(tab, Press(site + path, "", device, action, selector, name))
            return effect, await tab.page.title()

        return run(pressing())

    return act


@pytest.mark.parametrize(("device", "pointer"), [(Device.DESKTOP, "mouse"), (Device.MOBILE, "touch")])
def test_each_device_presses_in_its_own_way(pressed: object, device: Device, pointer: str) -> None:
    effect, title = pressed("#kind", "Kind", device=device)  # type: ignore[operator]
    assert (effect.outcome, effect.role, title) == ("nothing", "button", pointer)
    assert effect.box is not None
    assert effect.box.width > 10


def test_hovering_is_no_click(pressed: object) -> None:
    effect, title = pressed("#over", "Service", Action.HOVER)  # type: ignore[operator]
    assert (effect.outcome, title) == ("nothing", "hovered")


@pytest.mark.parametrize(
    ("selector", "name", "leads"),
    [
        ("#anchor", "To the end", ""),
        ("#route", "Route", "/ways.html#/contact"),
        ("#new", "New tab", "/contact.html"),
    ],
)
def test_where_a_press_leads(pressed: object, site: str, selector: str, name: str, leads: str) -> None:
    effect, _ = pressed(selector, name)  # type: ignore[operator]
    assert effect.navigated_to == (f"{site}{leads}" if leads else "")
    assert effect.outcome == ("navigated" if leads else "nothing")


def test_a_control_that_opens_and_closes_says_so(pressed: object) -> None:
    assert pressed("#menu", "Menu")[0].toggles is True  # type: ignore[operator]


@pytest.mark.parametrize(
    ("selector", "name", "action", "reason"),
    [
        ("#topic", "Complaints", Action.CHOOSE, "the choice is not there"),
        ("#kind", "Kind", Action.SEARCH, "it is no search that a guest may send"),
    ],
)
def test_what_is_not_pressed_says_why(pressed: object, selector: str, name: str, action: Action, reason: str) -> None:
    effect, title = pressed(selector, name, action)  # type: ignore[operator]
    assert (effect.outcome, effect.reason, title) == ("failed", reason, "Shop")


@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
def test_a_word_is_typed_into_a_search_and_sent(pressed: object, site: str, device: Device) -> None:
    effect, _ = pressed("#get input", "contact", Action.SEARCH, device, "/search.html")  # type: ignore[operator]
    assert (effect.outcome, effect.navigated_to) == ("navigated", f"{site}/found.html?q=contact&kind=all")


@pytest.mark.parametrize(
    ("selector", "word", "reason"),
    [
        ("#post input", "contact", "it is no search that a guest may send"),
        ("#more input", "contact", "it is no search that a guest may send"),
        ("#get input", "", "it is no search that a guest may send"),
        ("#late", "contact", "the control is not visible"),
        ("#none", "contact", "the control is not there"),
    ],
    ids=["sends", "asks for more", "nothing to look for", "hidden", "not there"],
)
def test_nothing_but_words_to_look_for_is_ever_sent(
    pressed: object, asked: list[str], selector: str, word: str, reason: str
) -> None:
    effect, _ = pressed(selector, word, Action.SEARCH, path="/search.html")  # type: ignore[operator]
    assert (effect.outcome, effect.reason) == ("failed", reason)
    assert [line for line in asked if "search.html" not in line and "favicon" not in line] == []
