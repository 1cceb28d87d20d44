"""What a page shows only to a visitor who stays, or who moves."""

import pytest

from auditor.model.terms import Device
from spiders.browser.linger import PATIENT, linger, stir
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from tests.spiders.browser.conftest import Run

MOVED = """<!doctype html><html lang=en><p id=said>nothing</p><script>
for (const kind of ['mousemove', 'wheel', 'keydown', 'touchstart', 'click']) {
  addEventListener(kind, () => { said.textContent += ` ${kind}`; }, { once: true });
}</script>"""


def said(browser: BrowserSession, run: Run, url: str, stay: float) -> str:
    async def staying() -> str:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        await tab.load(url)
        await linger(tab, stay)
        return str(await tab.page.evaluate("() => document.getElementById('said').textContent"))

    return str(run(staying()))


def test_what_scripts_put_off_is_waited_for_as_long_as_a_visitor_stays(
    browser: BrowserSession, run: Run, site: str
) -> None:
    assert said(browser, run, f"{site}/later.html", PATIENT) == "nothing, then a chat, then its window"
    assert said(browser, run, f"{site}/later.html", 0.0) == "nothing"


def test_what_scripts_asked_for_is_waited_for(browser: BrowserSession, run: Run, site: str) -> None:
    assert said(browser, run, f"{site}/asks.html", PATIENT) == "Call 030 901820"


@pytest.mark.parametrize(
    ("device", "kinds"),
    [(Device.DESKTOP, {"mousemove", "wheel", "keydown"}), (Device.MOBILE, {"touchstart", "keydown"})],
)
def test_a_visitor_moves_and_presses_nothing(
    browser: BrowserSession, run: Run, device: Device, kinds: set[str]
) -> None:
    async def moving() -> str:
        tab: Tab = await browser._chromium.tab(device)
        await tab.page.set_content(MOVED)
        await stir(tab, device)
        return str(await tab.page.evaluate("() => document.getElementById('said').textContent"))

    assert kinds <= set(run(moving()).split()) - {"nothing"}
    assert "click" not in run(moving())
