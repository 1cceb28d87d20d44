"""The consent banner answered as the user asked."""

import pytest

from auditor.capture.records import ConsentRecord
from auditor.model.terms import Consent, Device
from spiders.browser.consent import answer_consent
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from tests.spiders.browser.conftest import Run

BANNER = """<!doctype html><html lang=en><p id=said>nothing</p>
<div id=box style="position:fixed;left:0;right:0;bottom:0;padding:24px;background:#123;color:#fff">
<p>We use cookies to make this shop better.</p>BUTTONS</div><script>
box.onclick = (event) => { const word = event.target.dataset.word; if (!word) return;
 said.textContent += ', ' + word; if (word !== 'more') box.remove(); };</script>"""
ACCEPT, REJECT = "<button data-word=yes>Accept all</button>", "<button data-word=no>Reject all</button>"
DEAD = "<button>Accept all</button>"


def answered(browser: BrowserSession, run: Run, html: str, wish: Consent) -> tuple[ConsentRecord, str]:
    """What was done with the banner of a page, and what was pressed in it."""

    async def answering() -> tuple[ConsentRecord, str]:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        await tab.page.set_content(html)
        record = await answer_consent(tab, "https://shop.test/", Device.DESKTOP, wish)
        frame = tab.page.frames[-1]
        return record, await frame.evaluate("() => document.getElementById('said').textContent")

    return run(answering())


@pytest.mark.parametrize(
    ("buttons", "wish", "choice", "presses", "said", "reason"),
    [
        (ACCEPT + REJECT, Consent.REJECT, Consent.REJECT, 1, "nothing, no", ""),
        (ACCEPT + REJECT, Consent.ACCEPT, Consent.ACCEPT, 1, "nothing, yes", ""),
        (ACCEPT + REJECT, Consent.LEAVE, Consent.LEAVE, 0, "nothing", "left open as asked"),
        (DEAD, Consent.ACCEPT, Consent.LEAVE, 2, "nothing", "no button that answers it was found"),
    ],
)
def test_a_banner_gets_the_answer_that_was_asked_for_or_the_next_best(
    browser: BrowserSession,
    run: Run,
    buttons: str,
    wish: Consent,
    choice: Consent,
    presses: int,
    said: str,
    reason: str,
) -> None:
    record, heard = answered(browser, run, BANNER.replace("BUTTONS", buttons), wish)
    assert (record.found, record.covered > 0.05) == (True, True)
    assert (record.choice, record.presses, record.reason, heard) == (choice, presses, reason, said)


def test_a_banner_in_a_frame_is_answered_there(browser: BrowserSession, run: Run) -> None:
    inner = BANNER.replace("BUTTONS", ACCEPT + REJECT).replace('"', "&quot;")
    style = "position:fixed;left:0;right:0;bottom:0;width:100%;height:220px;border:0"
    html = f'<!doctype html><html lang=en><p>Shop</p><iframe style="{style}" srcdoc="{inner}"></iframe>'
    record, heard = answered(browser, run, html, Consent.REJECT)
    assert (record.found, record.choice, record.presses, heard) == (True, Consent.REJECT, 1, "nothing, no")


def test_a_page_without_a_banner_has_none(browser: BrowserSession, run: Run) -> None:
    html = "<!doctype html><p id=said>nothing</p><p>We bake cookies.</p><button>Accept all</button>"
    assert answered(browser, run, html, Consent.REJECT) == (
        ConsentRecord("https://shop.test/", Device.DESKTOP, found=False),
        "nothing",
    )
