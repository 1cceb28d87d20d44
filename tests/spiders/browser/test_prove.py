"""Paths proved in a real browser, and the record of one that could not be gone on with."""

from pathlib import Path

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import PROVED, PressRecord
from auditor.model.guide import Press
from auditor.model.proof import NOT_THERE, Proof
from auditor.model.terms import Action, Device
from spiders.browser.prove import Proven, broken
from spiders.browser.session import BrowserSession
from tests.spiders.browser.conftest import Run

START = "https://shop.test/"
MENU = Press(START, "", Device.MOBILE, Action.OPEN, "#menu", "Menu")
CONTACT = Press(START, "/m", Device.MOBILE, Action.FOLLOW, "#contact", "Contact")


@pytest.mark.parametrize(
    ("step", "selector", "name", "state", "action"),
    [
        (0, "#menu", "Menu", "", Action.OPEN),
        (1, "#contact", "Contact", "/m", Action.FOLLOW),
        (2, "#phone", "", "", Action.OPEN),
    ],
)
def test_a_path_breaks_at_its_step_or_at_its_end(
    step: int, selector: str, name: str, state: str, action: Action
) -> None:
    proof = Proof(START, Device.MOBILE, (MENU, CONTACT), "#phone")
    record = broken(proof, "the page crashed", step)
    assert (record.outcome, record.reason, record.step, record.proof) == ("failed", "the page crashed", step, proof.key)
    assert (record.selector, record.name, record.state_before, record.action) == (selector, name, state, action)
    assert (record.page, record.device) == (START, Device.MOBILE)


def test_a_path_without_steps_breaks_at_its_end() -> None:
    record = broken(Proof(START, Device.DESKTOP, (), "#phone"), "gone", 0)
    assert (record.page, record.device, record.selector) == (START, Device.DESKTOP, "#phone")


def _told(proven: Proven) -> list[tuple[int, str, str]]:
    return [(record.step, record.outcome, record.navigated_to) for record in proven.records]


def _way(start: str, *steps: tuple[str, str], end: str = "", device: Device = Device.DESKTOP) -> Proof:
    path = tuple(Press(start, "", device, Action.FOLLOW, selector, name) for selector, name in steps)
    return Proof(start, device, path, end)


def _text(proven: Proven) -> str:
    assert proven.end is not None
    end = proven.end
    page = parse_snapshot(end.payload, url=end.url, device=end.device, state=end.state)
    return "\n".join(element.text for element in page.elements if element.visible)


def test_a_path_is_proved_with_a_picture_a_step_and_its_end(
    browser: BrowserSession, run: Run, site: str, shots: Path
) -> None:
    path = [("header > button:nth-of-type(1)", "Menu"), ("nav > a:nth-of-type(9)", "Contact")]
    proof = _way(f"{site}/burger.html", *path, end="#phone", device=Device.MOBILE)
    proven = run(browser.prove(proof))
    contact = f"{site}/contact.html"
    assert _told(proven) == [(0, "changed", ""), (1, "navigated", contact), (2, "nothing", "")]
    records = proven.records
    assert records[2].page == contact
    assert len({record.screenshot for record in records if (shots / record.screenshot).is_file()}) == 3
    assert {record.proof for record in records} == {proof.key}
    assert all(record.box is not None for record in records)
    assert (proven.held, proven.end.state, proven.status) == (True, f"{PROVED}{proof.key}", 200)
    assert "Call 030 901820" in _text(proven)


def test_a_path_that_breaks_ends_there(browser: BrowserSession, run: Run, site: str) -> None:
    proof = _way(f"{site}/burger.html", ("#hid", "Contact"), ("#never", "Never"), device=Device.MOBILE)
    proven = run(browser.prove(proof))
    assert [(record.step, record.outcome, record.reason) for record in proven.records] == [
        (0, "failed", "the control is not visible")
    ]
    assert (proven.held, proven.end) == (False, None)


def test_an_end_that_does_not_come_in_sight_does_not_hold(browser: BrowserSession, run: Run, site: str) -> None:
    proven = run(browser.prove(_way(f"{site}/about.html", end="#phone")))
    assert (_told(proven), proven.held) == ([(0, "nothing", "")], False)
    assert proven.records[0].box is None
    assert "Since 1999." in _text(proven)


def test_an_end_that_comes_only_to_those_who_scroll_is_waited_for(browser: BrowserSession, run: Run, site: str) -> None:
    start = f"{site}/lazy.html"
    assert "Hotline 030 901820" in _text(run(browser.prove(_way(start, end="#late"))))


def test_what_one_proof_pressed_another_does_not_press_again(
    browser: BrowserSession, run: Run, site: str, asked: list[str]
) -> None:
    start, about = f"{site}/burger.html", ("", "About us")
    first = run(browser.prove(_way(start, about, end="h1")))
    assert {"GET /burger.html", "GET /about.html"} <= set(asked)
    asked.clear()
    second = run(browser.prove(_way(start, about, end="p")))
    assert asked == [], "the tab stands on the page where the way ends"
    assert _told(second) == _told(first)
    assert second.records[0].screenshot == first.records[0].screenshot
    assert (second.held, second.records[0].proof) == (True, second.records[1].proof)
    run(browser.render(f"{site}/notice.html", Device.DESKTOP))
    asked.clear()
    third = run(browser.prove(_way(start, about, end="main")))
    assert ("GET /about.html" in asked, "GET /burger.html" in asked, third.held) == (True, False, True)


def test_a_layer_on_a_later_page_is_closed_as_a_visitor_would(browser: BrowserSession, run: Run, site: str) -> None:
    way = _way(f"{site}/offers.html", ("", "More offers"), ("#on", "Contact"), end="#phone")
    proven = run(browser.prove(way))
    assert _told(proven)[-1] == (2, "nothing", "")
    assert proven.held


def test_a_way_that_breaks_is_walked_once_more(browser: BrowserSession, run: Run, site: str) -> None:
    proven = run(browser.prove(_way(f"{site}/second.html", ("#on", "Contact"), end="#phone")))
    assert _told(proven) == [(0, "navigated", f"{site}/contact.html"), (1, "nothing", "")]
    assert proven.held


def test_what_is_never_pressed_is_not_tried_twice(
    browser: BrowserSession, run: Run, site: str, asked: list[str]
) -> None:
    proven = run(browser.prove(_way(f"{site}/reveal.html", ("#buy", "Order for 20 EUR"))))
    assert (proven.held, proven.final) == (False, True)
    assert proven.records[-1].reason.startswith("not pressed: ")
    assert asked.count("GET /reveal.html") == 1


def test_a_step_at_which_one_way_broke_is_not_tried_for_another(
    browser: BrowserSession, run: Run, site: str, asked: list[str]
) -> None:
    start, gone = f"{site}/notice.html", ("#gone", "Gone")
    first = run(browser.prove(_way(start, gone, end="#phone")))
    asked.clear()
    second = run(browser.prove(_way(start, gone, end="#chat")))
    assert [proven.records[-1].reason for proven in (first, second)] == [NOT_THERE, NOT_THERE]
    assert (asked, second.records[-1].proof == first.records[-1].proof) == ([], False)


def test_a_start_that_cannot_be_had_breaks_the_way(browser: BrowserSession, run: Run) -> None:
    proven = run(browser.prove(_way("http://no-such-host.invalid/", ("#on", "Contact"))))
    assert [(record.step, record.outcome) for record in proven.records] == [(0, "failed")]
    assert not proven.held


def test_a_last_record_tells_whether_a_way_held() -> None:
    record = PressRecord(START, Device.DESKTOP, "", Action.OPEN, "", "", "nothing")
    assert Proven([record]).held, "an end that nobody can name is looked at by others"
    assert not Proven([]).held
