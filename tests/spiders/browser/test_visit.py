"""A page visited as a guest does."""

from pathlib import Path

from auditor.capture.layout import parse_snapshot
from auditor.model.terms import Consent, Device
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from spiders.browser.visit import Visit, visit
from tests.spiders.browser.conftest import Run


def visited(browser: BrowserSession, run: Run, url: str, shots: Path | None = None) -> Visit:
    async def visiting() -> Visit:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        return await visit(tab, url, Device.DESKTOP, Consent.REJECT, shots)

    seen: Visit = run(visiting())
    return seen


def test_a_banner_that_waits_for_the_first_movement_is_answered_before_the_page_is_taken_down(
    browser: BrowserSession, run: Run, site: str
) -> None:
    seen = visited(browser, run, f"{site}/late.html")
    page = parse_snapshot(seen.payload, url=f"{site}/late.html", device=Device.DESKTOP)
    assert (seen.consent.found, seen.consent.choice, seen.consent.presses) == (True, Consent.REJECT, 1)
    texts = [element.text for element in page.elements if element.visible]
    assert "refused" in texts
    assert not any("cookies" in text for text in texts)


def test_a_picture_is_taken_where_there_is_a_folder_for_it(
    browser: BrowserSession, run: Run, site: str, tmp_path: Path
) -> None:
    without, taken = (visited(browser, run, f"{site}/about.html", shots) for shots in (None, tmp_path))
    assert (without.screenshot, [path.name for path in tmp_path.iterdir()]) == ("", [taken.screenshot])
    assert (taken.status, taken.final_url, taken.seconds > 0) == (200, f"{site}/about.html", True)
