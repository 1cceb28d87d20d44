"""The consent banner answered as the user asked."""

import pytest

from auditor.capture.records import ConsentRecord
from auditor.model.terms import Consent, Device
from spiders.browser.consent import NO_ANSWER, NO_REFUSAL, PAY, answer_consent
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from tests.spiders.browser.banners import ONETRUST_SECOND, PLATFORMS, TEXT, USERCENTRICS, YES, box, button, page
from tests.spiders.browser.conftest import Run

BANNER = """<!doctype html><html lang=en><p id=said>nothing</p>
<div id=box style="position:fixed;left:0;right:0;bottom:0;padding:24px;background:#123;color:#fff">
<p>We use cookies to make this shop better.</p>BUTTONS</div><script>
box.onclick = (event) => { const word = event.target.dataset.word; if (!word) return;
 said.textContent += ', ' + word; if (word !== 'more') box.remove(); };</script>"""
ACCEPT, REJECT = "<button data-word=yes>Accept all</button>", "<button data-word=no>Reject all</button>"
DEAD = "<button>Accept all</button>"


def answered(
    browser: BrowserSession, run: Run, html: str, wish: Consent, device: Device = Device.DESKTOP, *, asked: bool = False
) -> tuple[ConsentRecord, str]:
    """What was done with the banner of a page, and what was pressed in it; `asked` is whether the tab met one."""

    async def answering() -> tuple[ConsentRecord, str]:
        tab: Tab = await browser._chromium.tab(device)
        await tab.page.goto("about:blank")
        await tab.page.set_content(html, wait_until="domcontentloaded")
        tab.asked = asked
        record = await answer_consent(tab, "https://shop.test/", device, wish)
        frame = tab.page.frames[-1]
        return record, await frame.evaluate("() => document.getElementById('said').textContent")

    made: tuple[ConsentRecord, str] = run(answering())
    return made


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
    assert record.covered == pytest.approx(220 / 768, abs=0.01)


def test_a_page_without_a_banner_has_none(browser: BrowserSession, run: Run) -> None:
    html = "<!doctype html><p id=said>nothing</p><p>We bake cookies.</p><button>Accept all</button>"
    assert answered(browser, run, html, Consent.REJECT) == (
        ConsentRecord("https://shop.test/", Device.DESKTOP, found=False),
        "nothing",
    )


@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
@pytest.mark.parametrize("name", ["OneTrust in two layers", "Usercentrics", "Didomi", "Shopify"])
def test_a_platform_is_answered_in_a_language_that_nobody_here_knows(
    browser: BrowserSession, run: Run, name: str, device: Device
) -> None:
    html, presses = PLATFORMS[name]
    record, _ = answered(browser, run, page(html), Consent.REJECT, device)
    assert (record.vendor, record.choice, record.presses) == (
        name.removesuffix(" in two layers"),
        Consent.REJECT,
        presses,
    )
    assert 0.05 < record.covered < 0.5


def test_what_the_rules_cannot_press_is_pressed_by_its_words(browser: BrowserSession, run: Run) -> None:
    english = USERCENTRICS.replace(TEXT, "We use cookies to make this shop better.").replace(YES, "Accept all")
    record, heard = answered(browser, run, page(english, "en"), Consent.ACCEPT)
    assert (record.vendor, record.choice, record.presses) == ("Usercentrics", Consent.ACCEPT, 1)
    assert heard == "nothing, yes"


def test_a_platform_without_any_refusal_is_accepted_and_that_is_told(browser: BrowserSession, run: Run) -> None:
    notice = box("id=iubenda-cs-banner", button("yes", "class=iubenda-cs-accept-btn", YES))
    record, heard = answered(browser, run, page(notice), Consent.REJECT)
    assert (record.vendor, record.choice, record.presses, record.reason) == ("iubenda", Consent.ACCEPT, 1, NO_REFUSAL)
    assert heard == "nothing, yes"


def test_a_rule_that_agrees_to_a_notice_is_not_told_as_a_refusal(browser: BrowserSession, run: Run) -> None:
    notice = box("id=onetrust-banner-sdk", button("ok", "id=onetrust-reject-all-handler", "I agree"), "We use cookies.")
    record, heard = answered(browser, run, page(notice, "en"), Consent.REJECT)
    assert (record.choice, record.presses, record.reason) == (Consent.ACCEPT, 1, NO_REFUSAL)
    assert heard == "nothing, ok"


def test_a_refusal_that_does_nothing_is_followed_by_acceptance(browser: BrowserSession, run: Run) -> None:
    dead = "<button type=button id=onetrust-reject-all-handler>Reject all</button>"
    both = dead + button("yes", "id=onetrust-accept-btn-handler", "Accept all")
    record, heard = answered(
        browser, run, page(box("id=onetrust-banner-sdk", both, "We use cookies."), "en"), Consent.REJECT
    )
    assert (record.choice, record.reason, heard) == (Consent.ACCEPT, NO_REFUSAL, "nothing, yes")


SUBSCRIBE = "<button data-word=paid>Subscribe for 3.99 a month</button>"
PAY_TO_REFUSE = "<button data-word=paid>Reject and pay</button>"


@pytest.mark.parametrize(
    ("buttons", "wish", "choice", "presses", "said", "reason"),
    [
        (ACCEPT + SUBSCRIBE, Consent.REJECT, Consent.LEAVE, 0, "nothing", PAY),
        (ACCEPT + PAY_TO_REFUSE, Consent.REJECT, Consent.LEAVE, 0, "nothing", PAY),
        (ACCEPT + SUBSCRIBE, Consent.ACCEPT, Consent.ACCEPT, 1, "nothing, yes", ""),
        (ACCEPT + REJECT + SUBSCRIBE, Consent.REJECT, Consent.REJECT, 1, "nothing, no", ""),
        (PAY_TO_REFUSE + "<button>OK</button>", Consent.ACCEPT, Consent.LEAVE, 2, "nothing", NO_ANSWER),
    ],
)
def test_nobody_pays_and_nothing_is_accepted_in_place_of_paying(
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
    assert (record.found, record.choice, record.presses, record.reason, heard) == (True, choice, presses, reason, said)


def test_a_wall_of_a_platform_is_left_as_it_is(browser: BrowserSession, run: Run) -> None:
    wall = box(
        "id=onetrust-banner-sdk", button("yes", "id=onetrust-accept-btn-handler", "Accept all"), "We use cookies."
    )
    pay = wall.replace("</div>", button("no", "id=onetrust-reject-all-handler", "Refuse and subscribe") + "</div>")
    record, heard = answered(browser, run, page(pay, "en"), Consent.REJECT)
    assert (record.vendor, record.choice, record.reason, heard) == ("OneTrust", Consent.LEAVE, PAY, "nothing")


def test_a_banner_that_is_left_is_named(browser: BrowserSession, run: Run) -> None:
    record, heard = answered(browser, run, page(ONETRUST_SECOND), Consent.LEAVE)
    assert (record.found, record.vendor, record.choice, record.presses) == (True, "OneTrust", Consent.LEAVE, 0)
    assert heard == "nothing"


LATE = (
    "<script>setTimeout(() => document.getElementById('late').hidden = false, 1500);</script>"
    "<script src=https://cdn.cookielaw.org/otSDKStub.js async></script>"
)


@pytest.mark.parametrize(
    ("script", "asked", "found"),
    [(LATE, False, True), (LATE, True, False), (LATE.replace("cookielaw", "lamps"), False, False)],
    ids=["a platform is there", "the visitor was asked before", "nothing says that one comes"],
)
def test_a_late_banner_is_waited_for_once_where_its_platform_is_there(
    browser: BrowserSession, run: Run, script: str, asked: bool, found: bool
) -> None:
    banner = BANNER.replace("BUTTONS", ACCEPT + REJECT).replace("<div id=box", "<div id=late hidden><div id=box")
    record, _ = answered(
        browser, run, banner.replace("</div><script>", "</div></div><script>") + script, Consent.REJECT, asked=asked
    )
    assert (record.found, record.vendor) == (found, "OneTrust" if found else "")


def test_what_lies_under_a_banner_is_told(browser: BrowserSession, run: Run) -> None:
    at = "position:fixed;left:40px;bottom:20px"
    ways = (
        f'<a href="tel:+442071234567" style="{at}">020 7123 4567</a><div id=intercom-container '
        'style="position:fixed;right:20px;bottom:20px;width:60px;height:60px"></div>'
        '<header><a href="/contact">Contact us</a></header>'
    )
    banner = BANNER.replace("BUTTONS", ACCEPT + REJECT).replace("padding:24px", "padding:24px;height:90px;z-index:9")
    record, _ = answered(browser, run, banner.replace("<p id=said", f"{ways}<p id=said"), Consent.REJECT)
    assert record.under == ("chat", "phone")


def test_a_banner_around_what_is_fixed_covers_what_that_covers(browser: BrowserSession, run: Run) -> None:
    wrapped = BANNER.replace("BUTTONS", ACCEPT + REJECT).replace("<div id=box", "<div class=cookie-root><div id=box")
    record, _ = answered(browser, run, wrapped.replace("</div><script>", "</div></div><script>"), Consent.REJECT)
    assert 0.05 < record.covered < 0.5
