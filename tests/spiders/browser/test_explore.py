"""Controls pressed in a real browser."""

from pathlib import Path

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import Snapshot
from auditor.model.guide import Press
from auditor.model.terms import Action, Device
from spiders.browser.session import BrowserSession
from spiders.browser.states import state_key
from tests.spiders.browser.conftest import Run


def _press(selector: str, name: str, action: Action = Action.OPEN, state: str = "") -> Press:
    return Press("", state, Device.DESKTOP, action, selector, name)


def _text(snapshot: Snapshot) -> str:
    page = parse_snapshot(snapshot.payload, url=snapshot.url, device=snapshot.device, state=snapshot.state)
    return "\n".join(element.text for element in page.elements if element.visible)


def test_a_press_that_shows_something_makes_a_state(browser: BrowserSession, run: Run, site: str, shots: Path) -> None:
    presses = [_press("#show", "Show phone number", Action.REVEAL), _press("#idle", "Show nothing")]
    presses += [_press("#topic", "Returns", Action.CHOOSE)]
    records, snapshots = run(browser.explore(f"{site}/reveal.html", Device.DESKTOP, presses))
    assert [record.outcome for record in records] == ["changed", "nothing", "changed"]
    assert [record.state_after for record in records] == [state_key("", presses[0]), "", state_key("", presses[2])]
    assert "030 901820" in _text(snapshots[0])
    assert "Call 0800 123123 about Returns" in _text(snapshots[1])
    assert "030 901820" not in _text(snapshots[1])
    assert (shots / records[0].screenshot).is_file()
    assert records[0].box is not None


def test_each_word_that_is_typed_into_a_search_by_script_makes_a_state(
    browser: BrowserSession, run: Run, site: str
) -> None:
    words = [_press("#script", word, Action.SEARCH) for word in ("contact", "phone")]
    records, snapshots = run(browser.explore(f"{site}/search.html", Device.DESKTOP, words))
    assert [(record.outcome, record.name) for record in records] == [("changed", "contact"), ("changed", "phone")]
    assert records[0].state_after != records[1].state_after
    assert "Results for contact" in _text(snapshots[0]) and "Results for phone" in _text(snapshots[1])


def test_what_promises_contact_is_pressed_again_once_scripts_listen(
    browser: BrowserSession, run: Run, site: str
) -> None:
    presses = [_press("#slow", "Show number", Action.REVEAL)]
    records, snapshots = run(browser.explore(f"{site}/slow.html", Device.DESKTOP, presses))
    assert [record.outcome for record in records] == ["changed"]
    assert "030 901820" in _text(snapshots[0])


def test_a_menu_opens_under_the_mouse_and_closes_when_it_leaves(browser: BrowserSession, run: Run, site: str) -> None:
    point = _press("#service", "Service", Action.HOVER)
    click = _press("#service", "Service")
    records, snapshots = run(browser.explore(f"{site}/hover.html", Device.DESKTOP, [point, click, point]))
    assert [(record.action, record.outcome) for record in records] == [
        (Action.HOVER, "changed"),
        (Action.OPEN, "changed"),
        (Action.HOVER, "changed"),
    ]
    assert records[0].state_after != records[1].state_after
    assert "Contact us" in _text(snapshots[0]) and "pressed" not in _text(snapshots[0])
    assert "pressed" in _text(snapshots[1])


def test_a_press_within_a_state_follows_those_that_lead_there(browser: BrowserSession, run: Run, site: str) -> None:
    opened = _press("main > details:nth-of-type(1) > summary:nth-of-type(1)", "How can I reach you by e-mail?")
    more = _press("", "More ways", state=state_key("", opened))
    stray = _press("", "More ways", state="/00000000")
    url = f"{site}/reveal.html"
    records, snapshots = run(browser.explore(url, Device.DESKTOP, [opened, more, stray]))
    assert [record.outcome for record in records] == ["changed", "changed", "failed"]
    assert "Fax 030 901821" in _text(snapshots[1])
    assert snapshots[1].state == state_key(state_key("", opened), more)


@pytest.mark.parametrize(
    ("selector", "name", "reason"),
    [
        ("#buy", "Order for 20 EUR", "not pressed: it would send a form"),
        ("", "Log out", "not pressed: its label says that it buys, sends, deletes, logs out or calls"),
        ("#dial", "Call", "not pressed: it leaves the browser (tel:)"),
        ("#under", "Covered", "something lies over it"),
        ("#more", "", "the control is not visible"),
        ("#nowhere", "No such thing", "the control is not there"),
        ("#script", "Step two", "the page behind it could not be loaded"),
    ],
)
def test_what_must_not_or_cannot_be_pressed_fails_with_its_reason(
    browser: BrowserSession, run: Run, site: str, asked: list[str], selector: str, name: str, reason: str
) -> None:
    records, snapshots = run(browser.explore(f"{site}/reveal.html", Device.DESKTOP, [_press(selector, name)]))
    assert [(record.outcome, record.reason) for record in records] == [("failed", reason)]
    assert not snapshots
    assert not [line for line in asked if line.startswith("POST")]


def test_a_chat_in_a_shadow_root_opens(browser: BrowserSession, run: Run, site: str) -> None:
    path = "body > shop-chat:nth-of-type(1) > div:nth-of-type(1) > button:nth-of-type(1)"
    url = f"{site}/chat.html"
    records, snapshots = run(browser.explore(url, Device.MOBILE, [_press(path, "Open chat", Action.LAUNCH)]))
    assert records[0].outcome == "changed"
    assert "Chat with us" in _text(snapshots[0])


def test_views_that_scripts_bring_are_gone_back_from(
    browser: BrowserSession, run: Run, site: str, asked: list[str]
) -> None:
    presses = [_press("#help", "Help"), _press("#shop", "Shop")]
    records, _ = run(browser.explore(f"{site}/views.html", Device.DESKTOP, presses))
    assert [record.navigated_to.removeprefix(site) for record in records] == ["/views-help", "/views-shop"]
    assert [line for line in asked if "views" in line] == ["GET /views.html"]
