"""Waiting for a page, and scrolling through it."""

from typing import Any

import pytest

from auditor.model.terms import Device
from spiders.browser.scripts import script
from spiders.browser.session import BrowserSession
from spiders.browser.settle import quiet, scroll_through, settle, to_top
from spiders.browser.tab import Tab
from tests.spiders.browser.conftest import Run

NEVER_STILL = "<p id=p></p><script>setInterval(() => { p.textContent = Math.random(); }, 10)</script>"
LATE = """<div style="height:5000px"></div><p id=p></p><script>
new IntersectionObserver(([seen]) => { if (seen.isIntersecting) p.textContent = 'late'; }).observe(p);</script>"""


@pytest.fixture
def tab(browser: BrowserSession, run: Run) -> Tab:
    """A tab for pages that are written into it."""
    tab: Tab = run(browser._chromium.tab(Device.DESKTOP))
    return tab


def written(run: Run, tab: Tab, html: str) -> None:
    # What the page before has set going ends with it.
    run(tab.page.goto("about:blank"))
    run(tab.page.set_content(f"<!doctype html>{html}"))


@pytest.mark.parametrize(("html", "limit", "still"), [("<p>Still", 20.0, True), (NEVER_STILL, 0.4, False)])
def test_a_page_that_is_never_still_is_not_waited_for_beyond_the_limit(
    run: Run, tab: Tab, html: str, limit: float, still: bool
) -> None:
    written(run, tab, html)
    assert run(quiet(tab.page, limit)) is still


def test_what_comes_into_sight_late_is_there_and_the_page_stands_at_its_top_again(run: Run, tab: Tab) -> None:
    written(run, tab, LATE)
    run(scroll_through(tab.page, tab.traffic))
    seen: Any = run(tab.page.evaluate("() => [p.textContent, scrollY]"))
    assert seen == ["late", 0]


LEAVES = "<meta http-equiv=refresh content='1; url=about:blank#there'><p>Please wait"
FILLED = "<p id=p></p><script>setTimeout(() => { p.textContent = 'Call us at any time. '.repeat(9); }, 1200)</script>"
MOVES = "<p>One moment</p><script>setTimeout(() => location.replace('about:blank#there'), 1200)</script>"


@pytest.mark.parametrize("html", [LEAVES, MOVES])
def test_a_page_that_leaves_by_itself_is_followed(run: Run, tab: Tab, html: str) -> None:
    written(run, tab, html)
    run(settle(tab.page, tab.traffic))
    assert tab.page.url == "about:blank#there"


def test_a_page_that_is_all_but_empty_is_given_time_to_be_filled(run: Run, tab: Tab) -> None:
    written(run, tab, FILLED)
    run(settle(tab.page, tab.traffic))
    assert "Call us" in run(tab.page.inner_text("p"))


def test_boxes_are_measured_at_the_top(run: Run, tab: Tab) -> None:
    written(run, tab, "<div style='height:5000px'></div>")
    run(tab.page.evaluate("() => scrollTo(0, 900)"))
    run(to_top(tab.page))
    assert run(tab.page.evaluate("() => scrollY")) == 0


def test_a_page_of_few_words_that_waits_for_nothing_is_not_waited_for_long(run: Run, tab: Tab) -> None:
    written(run, tab, "<p>Your basket is empty</p><script></script>")
    asked = {"refresh": 5, "least": 100, "limit": 60_000, "brief": 50, "asking": False}
    assert run(tab.page.evaluate(script("arrived"), asked)) is True
