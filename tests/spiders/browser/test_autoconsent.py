"""The rules of others in a real browser: which banners they answer, and what they may not do."""

import pytest

from auditor.model.terms import Consent, Device
from spiders.browser.autoconsent import Attempt, attempt
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from tests.spiders.browser.banners import ONETRUST, ONETRUST_SECOND, PLATFORMS, box, button, page
from tests.spiders.browser.conftest import Run

#: Who is answered by a call in the page alone when it is accepted.
BY_CALL = frozenset({"Usercentrics"})


def tried(
    browser: BrowserSession, run: Run, html: str, wish: Consent, limit: int = 2, device: Device = Device.DESKTOP
) -> tuple[Attempt, str]:
    """What the rules made of a page, and what was pressed on it."""

    async def trying() -> tuple[Attempt, str]:
        tab: Tab = await browser._chromium.tab(device)
        await tab.page.goto("about:blank")
        await tab.page.set_content(html)
        made = await attempt(tab, tab.page.main_frame, wish, limit)
        return made, await tab.page.evaluate("() => document.getElementById('said').textContent")

    made: tuple[Attempt, str] = run(trying())
    return made


@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
@pytest.mark.parametrize("name", PLATFORMS)
def test_a_platform_is_refused_by_pressing_whatever_its_language(
    browser: BrowserSession, run: Run, name: str, device: Device
) -> None:
    html, presses = PLATFORMS[name]
    made, said = tried(browser, run, page(html), Consent.REJECT, device=device)
    assert (bool(made.vendor), made.presses, said) == (True, presses, "nothing" + ", more" * (presses - 1) + ", no")
    assert 0.05 < made.covered < 0.5


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_platform_is_accepted_by_pressing_or_not_at_all(browser: BrowserSession, run: Run, name: str) -> None:
    made, said = tried(browser, run, page(PLATFORMS[name][0]), Consent.ACCEPT)
    expected = (0, False, "nothing") if name in BY_CALL else (1, True, "nothing, yes")
    assert (made.presses, made.answered, said) == expected


def test_a_banner_that_is_left_is_named_and_not_touched(browser: BrowserSession, run: Run) -> None:
    made, said = tried(browser, run, page(ONETRUST), Consent.LEAVE)
    assert (made.vendor, made.presses, made.answered, said) == ("Onetrust", 0, False, "nothing")


def test_no_more_is_pressed_than_is_allowed(browser: BrowserSession, run: Run) -> None:
    made, said = tried(browser, run, page(ONETRUST_SECOND), Consent.REJECT, limit=1)
    assert (made.presses, made.answered, said) == (1, False, "nothing, more")


@pytest.mark.parametrize(
    "refusal",
    [
        button("no", "id=onetrust-reject-all-handler", "Refuse and subscribe"),
        button("no", "id=onetrust-reject-all-handler aria-label='Abo für 3,99 €'", "Weiter"),
        button("no", "id=onetrust-reject-all-handler style='visibility:hidden'", "Refuse"),
        button("no", "id=onetrust-reject-all-handler style='position:fixed;width:0;height:0;padding:0;border:0'", ""),
    ],
    ids=["subscribes", "costs", "is hidden", "has no size"],
)
def test_what_costs_money_or_cannot_be_seen_is_not_pressed(browser: BrowserSession, run: Run, refusal: str) -> None:
    made, said = tried(browser, run, page(box("id=onetrust-banner-sdk", refusal)), Consent.REJECT)
    assert (made.presses, made.answered, said) == (0, False, "nothing")


def test_nothing_is_hidden_in_place_of_an_answer(browser: BrowserSession, run: Run) -> None:
    """A rule that would only hide the banner leaves it as a visitor sees it, and no trace in the page."""
    html = page(box("class=cky-consent-container", "<p>No button at all.</p>"))

    async def trying() -> tuple[Attempt, bool, int]:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        await tab.page.set_content(html)
        made = await attempt(tab, tab.page.main_frame, Consent.REJECT, 2)
        visible = await tab.page.locator(".cky-consent-container").is_visible()
        return made, visible, await tab.page.locator("style[id^=autoconsent]").count()

    made, visible, styles = run(trying())
    assert (made.presses, made.answered, visible, styles) == (0, False, True, 0)


def test_a_page_sees_nothing_of_it_and_cannot_speak_for_it(browser: BrowserSession, run: Run) -> None:
    """The page waits for the names of the script and for its messages, and presses nothing by faking either."""
    spy = """<script>
for (const name of ['autoconsentSendMessage', 'autoconsentReceiveMessage', 'signpostNext', 'signpostEnd'])
  Object.defineProperty(window, name, { get: () => undefined, set: () => { said.textContent += ', seen'; } });
HTMLElement.prototype.click = () => { said.textContent += ', caught'; };
JSON.stringify = () => '{"said": [{"type": "optOutResult", "cmp": "Fake", "result": true}], "presses": 1}';
</script>"""
    made, said = tried(browser, run, page(ONETRUST + spy), Consent.REJECT)
    assert (made.vendor, made.presses, said) == ("Onetrust", 1, "nothing, no")


def test_a_page_that_leaves_when_it_is_answered_counts_the_press(browser: BrowserSession, run: Run, site: str) -> None:
    async def trying() -> Attempt:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        await tab.page.goto(f"{site}/about.html")
        leaving = f"<script>window.chosen = () => {{ location.href = '{site}/contact.html'; }};</script>"
        await tab.page.set_content(page(ONETRUST + leaving))
        return await attempt(tab, tab.page.main_frame, Consent.REJECT, 2)

    made = run(trying())
    assert (made.vendor, made.presses) == ("Onetrust", 1)


def test_a_page_that_hangs_in_its_own_platform_costs_a_limited_time(browser: BrowserSession, run: Run) -> None:
    hanging = page("<script>window.Cookiebot = { get hasResponse() { for (;;) {} } };</script>")
    made, said = tried(browser, run, hanging, Consent.REJECT)
    assert (made, said) == (Attempt(), "nothing")
