"""What pages and the machine do to a browser: each costs itself, and what is killed from outside is started again."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from auditor.model.guide import Press
from auditor.model.proof import Proof
from auditor.model.terms import Action, Device
from benchmarks.killed import processes_of
from spiders.browser import chromium
from spiders.browser.chromium import Visitor
from spiders.browser.session import BrowserSession, Rendered
from tests.spiders.browser.conftest import Run

DEVICES = (Device.DESKTOP, Device.MOBILE)
Kill = Callable[[BrowserSession], None]


def kill_browser(browser: BrowserSession) -> None:
    os.kill(browser._chromium._process, signal.SIGKILL)


def kill_driver(browser: BrowserSession) -> None:
    (driver,) = processes_of("driver")
    os.kill(driver, signal.SIGKILL)


@pytest.fixture(params=[kill_browser, kill_driver])
def kill(request: pytest.FixtureRequest, browser: BrowserSession) -> Kill:
    """A way in which a browser is lost from outside; each test may do so as often as it likes."""
    browser._chromium._restarts = 0
    made: Kill = request.param
    return made


async def killed(browser: BrowserSession, kill: Kill, path: str, work: Awaitable[Any]) -> Any:
    """What came of work during which the browser was lost, once, when a page was reached whose address tells `path`."""
    task = asyncio.ensure_future(work)
    tab = await browser._chromium.tab(Device.DESKTOP)
    while path not in tab.page.url and not task.done():
        await asyncio.sleep(0.02)
    kill(browser)
    return await task


def press(site: str, path: str, selector: str, name: str) -> Press:
    return Press(f"{site}{path}", "", Device.DESKTOP, Action.OPEN, selector, name)


def test_a_page_under_which_the_browser_was_lost_is_rendered_again(
    browser: BrowserSession, run: Run, site: str, kill: Kill
) -> None:
    run(browser.render(f"{site}/about.html", Device.DESKTOP))
    rendering = browser.render(f"{site}/restless.html", Device.DESKTOP)
    seen = run(killed(browser, kill, "restless", rendering))
    assert (seen.ok, seen.reason, browser._chromium._restarts) == (True, "", 1)


def test_a_press_during_which_the_browser_was_lost_is_made_again(
    browser: BrowserSession, run: Run, site: str, kill: Kill
) -> None:
    run(browser.render(f"{site}/about.html", Device.DESKTOP))
    wanted = [press(site, "/reveal.html", "#show", "Show phone number"), press(site, "/reveal.html", "#idle", "")]
    exploring = browser.explore(f"{site}/reveal.html", Device.DESKTOP, wanted)
    records, snapshots = run(killed(browser, kill, "reveal", exploring))
    assert ([record.outcome for record in records], len(snapshots)) == (["changed", "nothing"], 1)


def test_a_way_on_which_the_browser_was_lost_is_walked_again(
    browser: BrowserSession, run: Run, site: str, kill: Kill
) -> None:
    run(browser.render(f"{site}/about.html", Device.DESKTOP))
    way = Proof(
        f"{site}/burger.html", Device.DESKTOP, (press(site, "/burger.html", "nav > a:nth-of-type(1)", "About us"),)
    )
    proven = run(killed(browser, kill, "burger", browser.prove(way)))
    assert [(record.step, record.outcome) for record in proven.records] == [(0, "navigated"), (1, "nothing")]


def test_a_browser_that_does_not_answer_is_ended_and_started_again(
    browser: BrowserSession, run: Run, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(browser: BrowserSession) -> None:
        os.kill(browser._chromium._process, signal.SIGSTOP)

    browser._chromium._restarts = 0
    monkeypatch.setattr("spiders.browser.session.RENDER_SECONDS", 6.0)
    monkeypatch.setattr(chromium, "ANSWER_SECONDS", 3.0)
    monkeypatch.setattr(chromium, "CLOSE_SECONDS", 1.0)
    run(browser.render(f"{site}/about.html", Device.DESKTOP))
    stopped = browser._chromium._process
    seen = run(killed(browser, stop, "contact", browser.render(f"{site}/contact.html", Device.DESKTOP)))
    assert (seen.ok, browser._chromium._restarts > 0) == (True, True)
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)


def test_both_devices_go_on_when_their_browser_is_lost(
    browser: BrowserSession, run: Run, site: str, kill: Kill
) -> None:
    async def both() -> list[Rendered]:
        pages = asyncio.gather(*(browser.render(f"{site}/restless.html", device) for device in DEVICES))
        return list(await killed(browser, kill, "restless", pages))

    assert [seen.ok for seen in run(both())] == [True, True]


async def left_open(browser: BrowserSession) -> int:
    """How many tabs are open once those that closed in a while are gone."""
    context = browser._chromium._contexts[Visitor(Device.DESKTOP)]
    for _ in range(100):
        if len(context.pages) == 1:
            break
        await asyncio.sleep(0.05)
    return len(context.pages)


@pytest.mark.parametrize(
    ("path", "ok"),
    [("/windows.html", True), ("/loads.html", True), ("/round.html", False), ("/longer.html", False)],
    ids=["opens windows for ever", "starts downloads for ever", "redirects in a circle", "redirects for ever"],
)
def test_what_a_page_does_without_end_costs_itself_only(
    browser: BrowserSession, run: Run, site: str, path: str, ok: bool
) -> None:
    seen = run(browser.render(f"{site}{path}", Device.DESKTOP))
    after = run(browser.render(f"{site}/about.html", Device.DESKTOP))
    assert (seen.ok, after.ok, bool(seen.reason)) == (ok, True, not ok)
    assert run(left_open(browser)) == 1


def test_a_page_that_eats_memory_costs_itself_only(browser: BrowserSession, run: Run, site: str) -> None:
    browser._chromium._restarts = 0
    eaten = run(browser.render(f"{site}/greedy.html", Device.DESKTOP))
    after = run(browser.render(f"{site}/about.html", Device.DESKTOP))
    assert (eaten.ok, eaten.reason, after.ok) == (False, "the page crashed", True)
    assert browser._chromium._restarts == 0


def test_a_new_context_remembers_what_the_old_one_did(
    browser: BrowserSession, run: Run, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser._chromium, "_pages_a_context", 1)
    first, again = (run(browser.render(f"{site}/consent.html", Device.MOBILE)) for _ in range(2))
    old = browser._chromium._contexts[Visitor(Device.MOBILE)]
    run(browser.render(f"{site}/about.html", Device.MOBILE))
    assert (first.consent.found, again.consent.found) == (True, False)
    assert browser._chromium._contexts[Visitor(Device.MOBILE)] is not old
    assert len(browser._chromium._browser.contexts) <= len(browser._chromium._contexts)  # type: ignore[union-attr]
