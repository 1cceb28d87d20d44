"""A tab with the tabs and dialogs that it opens."""

import pytest

from auditor.model.terms import Device
from spiders.browser import tab as module
from spiders.browser.session import BrowserSession
from spiders.browser.tab import PageLostError, Tab
from tests.spiders.browser.conftest import Run


@pytest.fixture
def tab(browser: BrowserSession, run: Run) -> Tab:
    """A tab of a desktop."""
    tab: Tab = run(browser._chromium.tab(Device.DESKTOP))
    return tab


@pytest.mark.parametrize("url", ["file:///etc/hostname", "javascript:alert(1)", "data:text/html,x", "chrome://version"])
def test_only_addresses_of_the_web_are_loaded(run: Run, tab: Tab, url: str) -> None:
    loads = tab.loads
    with pytest.raises(PageLostError, match="no address of the web"):
        run(tab.load(url))
    assert tab.loads == loads


def test_a_load_tells_its_status_language_and_time_and_counts_what_it_asks_for(run: Run, tab: Tab, site: str) -> None:
    assert run(tab.load(f"{site}/about.html")) == 200
    assert run(tab.language()) == "en"
    assert run(tab.load_seconds()) > 0
    assert tab.traffic.requests == 1
    assert tab.traffic.bytes > 100
    assert run(tab.load(f"{site}/nowhere")) == 404


def test_tabs_that_a_page_opens_are_noted_closed_and_forgotten_with_the_next_load(
    run: Run, tab: Tab, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def opened(address: str) -> list[str]:
        async with tab.page.expect_popup() as popup:
            await tab.page.evaluate("address => { window.open(address) }", address)
        page = await popup.value
        if not page.is_closed():
            await page.wait_for_event("close")
        return list(tab.popups)

    run(tab.load(f"{site}/about.html"))
    assert run(opened("/contact.html")) == [f"{site}/contact.html"]
    monkeypatch.setattr(module, "POPUP_MS", 100)
    assert run(opened("about:blank")) == [f"{site}/contact.html"]
    run(tab.load(f"{site}/about.html"))
    assert tab.popups == []


def test_a_question_of_the_page_is_answered_with_no(run: Run, tab: Tab, site: str) -> None:
    run(tab.load(f"{site}/about.html"))
    assert run(tab.page.evaluate("() => [confirm('Sure?'), prompt('Name?')]")) == [False, None]


def test_a_page_that_asks_to_stay_is_left_all_the_same(run: Run, tab: Tab, site: str) -> None:
    async def clicked() -> None:
        await tab.page.evaluate("() => addEventListener('beforeunload', (event) => event.preventDefault())")
        await tab.page.mouse.click(5, 5)

    run(tab.load(f"{site}/about.html"))
    run(clicked())
    assert run(tab.load(f"{site}/contact.html")) == 200


def test_a_tab_that_is_gone_can_be_closed_once_more_and_says_nothing(browser: BrowserSession, run: Run) -> None:
    tab: Tab = run(browser._chromium.tab(Device.MOBILE))
    run(tab.close())
    run(tab.close())
    assert (run(tab.language()), run(tab.load_seconds())) == ("", 0.0)
    run(browser._chromium.drop(Device.MOBILE))
