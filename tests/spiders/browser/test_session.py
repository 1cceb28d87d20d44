"""Pages rendered in a real browser: what is seen, and that nothing a page does stops the next one."""

import asyncio
import contextlib
import os
import signal
from pathlib import Path

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.page import Page
from auditor.model.terms import Consent, Device
from spiders.browser.chromium import Visitor
from spiders.browser.session import BrowserSession, Rendered
from tests.spiders.browser.conftest import Run


def _page(seen: Rendered) -> Page:
    assert seen.snapshot is not None, seen.reason
    snapshot = seen.snapshot
    return parse_snapshot(snapshot.payload, url=snapshot.url, device=snapshot.device, state=snapshot.state)


def _texts(page: Page) -> set[str]:
    return {element.name or element.text for element in page.elements if element.visible}


def test_each_device_sees_its_own_page(browser: BrowserSession, run: Run, site: str, shots: Path) -> None:
    desktop = run(browser.render(f"{site}/burger.html", Device.DESKTOP))
    mobile = run(browser.render(f"{site}/burger.html", Device.MOBILE))
    assert _page(desktop).viewport == (1366, 768)
    assert _page(mobile).viewport == (390, 844)
    assert "Contact" in _texts(_page(desktop))
    assert {"Menu", "Contact"} & _texts(_page(mobile)) == {"Menu"}
    assert (shots / desktop.snapshot.screenshot).read_bytes()[8:12] == b"WEBP"


def test_a_stranger_who_accepts_cookies_sees_what_others_do_not(browser: BrowserSession, run: Run, site: str) -> None:
    refused = run(browser.render(f"{site}/after.html", Device.DESKTOP))
    accepted = run(browser.accepted(f"{site}/after.html", Device.DESKTOP))
    assert accepted.state == "accepted"
    seen = parse_snapshot(accepted.payload, url=accepted.url, device=accepted.device, state=accepted.state)
    assert ("No chat" in _texts(_page(refused)), "Chat with us" in _texts(seen)) == (True, True)
    assert run(browser.accepted(f"{site}/about.html", Device.DESKTOP)) is None


def test_two_renderings_are_the_same_bytes(browser: BrowserSession, run: Run, site: str) -> None:
    pages = [run(browser.render(f"{site}/chat.html", Device.DESKTOP)).snapshot.payload for _ in range(2)]
    first, second = (page.split(b'"load":{"seconds":') for page in pages)
    assert first[0] == second[0]
    assert first[1].split(b",", 1)[1] == second[1].split(b",", 1)[1]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/lazy.html", "Hotline 030 901820"),
        ("/inner.html", "Call 030 901820"),
        ("/alerts.html", "Call 030 901820"),
        ("/restless.html", "Call 030 901820"),
        ("/outside.html", "rejected rejected rejected"),
    ],
)
def test_what_a_patient_visitor_sees(browser: BrowserSession, run: Run, site: str, path: str, text: str) -> None:
    assert text in _texts(_page(run(browser.render(site + path, Device.DESKTOP))))


def test_video_is_not_loaded(browser: BrowserSession, run: Run, site: str, asked: list[str]) -> None:
    run(browser.render(f"{site}/restless.html", Device.DESKTOP))
    assert "GET /ping" in asked
    assert "GET /film.mp4" not in asked


def test_a_banner_is_refused_in_two_presses_and_stays_away(browser: BrowserSession, run: Run, site: str) -> None:
    first = run(browser.render(f"{site}/consent.html", Device.DESKTOP))
    again = run(browser.render(f"{site}/consent.html", Device.DESKTOP))
    assert (first.consent.choice, first.consent.presses) == (Consent.REJECT, 2)
    assert 0.05 < first.consent.covered < 0.5
    assert "no" in _texts(_page(first))
    assert not again.consent.found


def test_a_notice_that_cannot_be_refused_is_accepted_and_that_is_told(
    browser: BrowserSession, run: Run, site: str
) -> None:
    consent = run(browser.render(f"{site}/notice.html", Device.MOBILE)).consent
    assert (consent.choice, consent.presses) == (Consent.ACCEPT, 1)
    assert "refuse" in consent.reason


def test_a_missing_page_is_rendered_with_its_status(browser: BrowserSession, run: Run, site: str) -> None:
    seen = run(browser.render(f"{site}/nowhere", Device.DESKTOP))
    assert (seen.ok, seen.status) == (True, 404)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("{site}/file", "it is a download"),
        ("http://192.168.1.1/", "outside of this audit of a local site"),
        ("file:///etc/hostname", "it is no address of the web"),
        ("http://{host}:4711/", "outside of this audit of a local site"),
    ],
)
def test_a_lost_page_costs_that_page_only(browser: BrowserSession, run: Run, site: str, url: str, reason: str) -> None:
    lost = run(browser.render(url.format(site=site, host="127.0.0.1"), Device.DESKTOP))
    after = run(browser.render(f"{site}/about.html", Device.DESKTOP))
    assert (lost.ok, lost.reason, after.ok) == (False, reason, True)


def test_a_page_that_hangs_costs_that_page_only(
    browser: BrowserSession, run: Run, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spiders.browser.session.RENDER_SECONDS", 4.0)
    hung = run(browser.render(f"{site}/hang.html", Device.DESKTOP))
    after = run(browser.render(f"{site}/about.html", Device.DESKTOP))
    assert (hung.ok, hung.reason, after.ok) == (False, "the page did not come to rest in time", True)


def test_a_page_that_crashes_costs_that_page_only(browser: BrowserSession, run: Run, site: str) -> None:
    async def crash() -> Rendered:
        rendering = asyncio.ensure_future(browser.render(f"{site}/restless.html", Device.DESKTOP))
        tab = await browser._chromium.tab(Device.DESKTOP)
        while "restless" not in tab.page.url:
            await asyncio.sleep(0.02)
        asyncio.ensure_future(tab.cdp.send("Page.crash")).add_done_callback(lambda done: done.exception())
        return await rendering

    crashed, after = run(crash()), run(browser.render(f"{site}/about.html", Device.DESKTOP))
    assert (crashed.ok, crashed.reason, after.ok) == (False, "the page crashed", True)


def test_a_page_under_which_the_browser_dies_twice_is_given_up(browser: BrowserSession, run: Run, site: str) -> None:
    async def die() -> Rendered:
        rendering = asyncio.ensure_future(browser.render(f"{site}/restless.html", Device.MOBILE))
        killed = 0
        while not rendering.done():
            tab, process = browser._chromium._tabs.get(Visitor(Device.MOBILE)), browser._chromium._process
            if tab is not None and "restless" in tab.page.url and process != killed:
                os.kill(process, signal.SIGKILL)
                killed = process
            await asyncio.sleep(0.02)
        return await rendering

    dead, after = run(die()), run(browser.render(f"{site}/about.html", Device.MOBILE))
    assert (dead.ok, dead.reason, after.ok) == (False, "the browser died", True)


def test_work_that_is_cut_off_leaves_the_next_undisturbed(browser: BrowserSession, run: Run, site: str) -> None:
    async def cut_off() -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(browser.render(f"{site}/hang.html", Device.DESKTOP), 0.8)

    run(cut_off())
    assert run(browser.render(f"{site}/about.html", Device.DESKTOP)).ok


def test_devices_are_worked_on_side_by_side(browser: BrowserSession, run: Run, site: str) -> None:
    async def both() -> list[Rendered]:
        return await asyncio.gather(*(browser.render(f"{site}/about.html", device) for device in list(Device)[:2]))

    assert [seen.ok for seen in run(both())] == [True, True]
