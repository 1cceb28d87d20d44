"""Pressing one control and telling what came of it."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.capture.records import PressOutcome
from auditor.capture.urls import canonical_url
from auditor.model.guide import Press
from auditor.model.page import Box
from auditor.model.proof import COVERED, NEVER_PRESSED, NO_CHOICE, NOT_THERE, NOT_VISIBLE, OUT_OF_VIEW
from auditor.model.terms import Action, Device
from spiders.browser.linger import PATIENT, linger, linger_on
from spiders.browser.locate import Found, locate
from spiders.browser.safety import danger, danger_of_errand
from spiders.browser.scripts import script
from spiders.browser.settle import quiet, settle
from spiders.browser.tab import Tab

#: Milliseconds for a control to come into sight, stand still and take the press.
PRESS_MS = 1500
#: Milliseconds for a word to be typed.
TYPE_MS = 5000
#: Seconds in which a press has to show something; a chat fetches its window first, a search what it finds.
EFFECT_SECONDS = 1.5
LAUNCH_SECONDS = 4.0
FETCHING = frozenset({Action.LAUNCH, Action.SEARCH})
#: What promises contact may answer late: so many seconds are waited for it.
PROMISING = frozenset({Action.REVEAL, Action.LAUNCH})
LATE_SECONDS = 3.0
#: Seconds that menus wait until they take a mouse that rests on them for meant.
HOVER_SECONDS = 0.4
#: Seconds in which a row of slides that turns by itself comes to most of them.
TURN_SECONDS = 12.0
#: Seconds until the first look: scripts answer a press within some frames.
FIRST_LOOK_SECONDS = 0.1
#: Milliseconds without a change after which a press has shown what it shows.
PRESS_QUIET_MS = 200
#: Seconds that a new page may take to settle after a press led to it.
ARRIVAL_SECONDS = 6.0

REFUSED, SEARCHES = NEVER_PRESSED


@dataclass(frozen=True, slots=True)
class Effect:
    """What a press did as far as the address tells; "nothing" leaves open whether the page shows something new.

    `toggles` is whether the control says that it opens and closes something.
    """

    outcome: PressOutcome
    role: str = ""
    box: Box | None = None
    navigated_to: str = ""
    reason: str = ""
    toggles: bool = False


async def press(
    tab: Tab, wanted: Press, found: Found | None = None, errand: Callable[[str], bool] | None = None
) -> Effect:
    """Press a control as a visitor would: a click with the mouse, a tap on touch. It is never forced.

    With an `errand` the control may send something, if its label says what the errand asks for.
    """
    found = found or await come(tab, wanted)
    if found is None:
        return Effect("failed", reason=NOT_THERE)
    role, box = found.control.role or found.control.tag, found.box
    reason = _refusal(wanted, found, errand)
    if reason:
        return Effect("failed", role, box, reason=reason)
    before = tab.page.url
    try:
        await _act(tab, wanted, found)
    except Error as error:
        return Effect("failed", role, box, reason=_reason(error))
    await _wait(tab, wanted, before)
    address = _went_to(tab, before)
    if address.startswith("chrome-error:"):
        return Effect("failed", role, box, reason="the page behind it could not be loaded")
    toggles = found.control.toggles or found.control.tag == "summary"
    return Effect("navigated" if address else "nothing", role, box, address, toggles=toggles)


async def come(tab: Tab, wanted: Press) -> Found | None:
    """The control, waited for where scripts bring it only after a while."""
    found = await locate(tab.page, wanted)
    if found is None or not found.visible:
        await linger(tab, PATIENT)
        found = await locate(tab.page, wanted) or found
    return found


async def leave(tab: Tab) -> None:
    """Take the mouse away, and give a menu that it held open the time to close."""
    with contextlib.suppress(Error):
        await tab.page.mouse.move(0, 0)
    await asyncio.sleep(HOVER_SECONDS)
    await quiet(tab.page, EFFECT_SECONDS, PRESS_QUIET_MS)


async def step_back(tab: Tab) -> bool:
    """Go back in the history of the tab, and wait for what comes of it; whether it came to another address."""
    before = tab.page.url
    with contextlib.suppress(Error):
        await tab.page.evaluate("() => history.back()")
    await asyncio.sleep(FIRST_LOOK_SECONDS)
    await asyncio.gather(tab.traffic.idle(EFFECT_SECONDS), quiet(tab.page, EFFECT_SECONDS, PRESS_QUIET_MS))
    if tab.traffic.idle_for < FIRST_LOOK_SECONDS + PRESS_QUIET_MS / 1000:
        await quiet(tab.page, EFFECT_SECONDS)
    return tab.page.url != before


async def into_view(found: Found) -> None:
    """Scroll a control into sight; one that will not come is no error."""
    with contextlib.suppress(Error):
        await found.locator.scroll_into_view_if_needed(timeout=PRESS_MS)


def _refusal(wanted: Press, found: Found, errand: Callable[[str], bool] | None = None) -> str:
    if wanted.action is Action.WAIT:
        return ""
    if not found.visible:
        return NOT_VISIBLE
    if wanted.action is Action.SEARCH:
        # Words alone are typed, into a field that stands alone in a form that only gets a page.
        return "" if found.control.searches and wanted.name else SEARCHES
    if wanted.action is Action.CHOOSE and found.control.tag == "select":
        return ""
    reason = danger(found.control) if errand is None else danger_of_errand(found.control, errand)
    return f"{REFUSED}{reason}" if reason else ""


async def _act(tab: Tab, wanted: Press, found: Found) -> None:
    if wanted.action is Action.CHOOSE and found.control.tag == "select":
        await found.locator.select_option(label=wanted.name, timeout=PRESS_MS)
    elif wanted.action is Action.WAIT:
        await found.locator.evaluate(script("appears"), TURN_SECONDS * 1000)
    elif wanted.action is Action.HOVER:
        await found.locator.hover(timeout=PRESS_MS)
        await asyncio.sleep(HOVER_SECONDS)
    elif wanted.device is Device.MOBILE:
        await found.locator.tap(timeout=PRESS_MS)
    else:
        await found.locator.click(timeout=PRESS_MS)
    if wanted.action is Action.SEARCH:
        await found.locator.fill("", timeout=PRESS_MS)
        await found.locator.press_sequentially(wanted.name, timeout=TYPE_MS)
        await found.locator.press("Enter", timeout=TYPE_MS)


async def _wait(tab: Tab, wanted: Press, before: str) -> None:
    if wanted.action is Action.WAIT:
        return  # what has come may go again
    limit = LAUNCH_SECONDS if wanted.action in FETCHING else EFFECT_SECONDS
    await asyncio.sleep(FIRST_LOOK_SECONDS)
    await asyncio.gather(tab.traffic.idle(limit), quiet(tab.page, limit, PRESS_QUIET_MS))
    if wanted.action in FETCHING or tab.traffic.idle_for < FIRST_LOOK_SECONDS + PRESS_QUIET_MS / 1000:
        # What was fetched for the press has still to be shown.
        await quiet(tab.page, limit)
    if wanted.action in PROMISING:
        await linger_on(tab, LATE_SECONDS)
    if _went_to(tab, before) or tab.traffic.document_pending:
        await settle(tab.page, tab.traffic, ARRIVAL_SECONDS)


def _went_to(tab: Tab, before: str) -> str:
    """The address that a press led to, in this tab or a new one; "" when it stayed (an anchor is a scroll)."""
    if tab.popups:
        return tab.popups[0]
    now = tab.page.url
    return "" if now == before or canonical_url(now) == canonical_url(before) != "" else now


def _reason(error: Error) -> str:
    text = error.message
    if "intercepts pointer events" in text:
        return COVERED
    if "outside of the viewport" in text:
        return OUT_OF_VIEW
    if "did not find some options" in text:
        return NO_CHOICE
    return "it took no press in time" if "Timeout" in text else "the page went away"
