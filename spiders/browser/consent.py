"""The consent banner of a page: found, answered as the user asked, and recorded.

The rules of others know the platforms and go first (autoconsent.py); what they cannot answer is answered by its words.
"""

import asyncio
import contextlib
from dataclasses import dataclass, replace

from playwright.async_api import Error

from auditor.capture.records import ConsentRecord
from auditor.model.terms import Consent, Device
from spiders.browser.autoconsent import Attempt, attempt
from spiders.browser.banner import ACCEPT, Button, asks_to_pay, button_for, meaning, wishes_of
from spiders.browser.settle import settle
from spiders.browser.sight import Sight, View, beneath, covered_by, large_frames, look
from spiders.browser.tab import Tab

#: Presses that a refusal may take (docs/counting.md: refused if it can be done in two, else accepted).
LAYERS = 2
#: Milliseconds for a press, and seconds for its effect.
PRESS_MS = 1500
EFFECT_SECONDS = 2.0
#: Seconds that a banner is waited for whose platform is on the page already, and between two looks.
LATE_SECONDS = 3.0
#: Seconds after which the rules are not asked again: a page must not be lost for its banner.
RULES_SECONDS = 10.0
BETWEEN_SECONDS = 0.25

LEFT = "left open as asked"
NO_REFUSAL = "no way to refuse was found within two presses"
NO_ANSWER = "no button that answers it was found"
PAY = "it can be refused for money only"


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of answering: presses, whether the banner is gone, the rule that knew it, and what the page shows."""

    presses: int
    done: bool
    attempt: Attempt
    view: View


async def answer_consent(tab: Tab, url: str, device: Device, wish: Consent) -> ConsentRecord:
    """Answer the banner of a loaded page, if it has one."""
    view = await _in_sight(tab)
    first, tab.asked = not tab.asked, True
    sight = view.sight
    if sight is None and not (view.showing and first):
        return ConsentRecord(url, device, found=False)
    vendor = view.vendor
    until = asyncio.get_running_loop().time() + RULES_SECONDS
    covered = await covered_by(tab, sight) if sight else 0.0
    under = await beneath(tab, sight, view.vocabulary) if sight else ()

    def record(choice: Consent, presses: int, reason: str) -> ConsentRecord:
        return ConsentRecord(url, device, True, vendor, choice, presses, covered, reason, under)

    if wish is Consent.LEAVE:
        named = Attempt() if vendor and sight else await _attempt(tab, view, wish, until)
        vendor = vendor or named.vendor or view.likely
        return record(wish, 0, LEFT) if sight or named.vendor else ConsentRecord(url, device, found=False)
    if wish is Consent.REJECT and sight is not None and asks_to_pay(sight.banner, view.vocabulary):
        return record(Consent.LEAVE, 0, PAY)
    answer = await _answer(tab, view, wish, until)
    if sight is None and not answer.attempt.vendor:
        return ConsentRecord(url, device, found=False)
    vendor = vendor or answer.attempt.vendor or view.likely
    covered = covered or round(answer.attempt.covered, 3)
    if answer.done and wish is Consent.REJECT and meaning(answer.attempt.label, view.vocabulary) == ACCEPT:
        return record(Consent.ACCEPT, answer.presses, NO_REFUSAL)  # a notice can only be closed by agreeing to it
    if answer.done:
        return record(wish, answer.presses, "")
    if wish is Consent.REJECT and (answer.view.sight is not None or not answer.attempt.answered):
        if answer.view.sight is not None and asks_to_pay(answer.view.sight.banner, view.vocabulary):
            return record(Consent.LEAVE, answer.presses, PAY)
        second = await _answer(tab, answer.view, Consent.ACCEPT, until)
        if second.done:
            return record(Consent.ACCEPT, answer.presses + second.presses, NO_REFUSAL)
        return record(Consent.LEAVE, answer.presses + second.presses, NO_ANSWER)
    return record(Consent.LEAVE, answer.presses, NO_ANSWER)


async def _in_sight(tab: Tab) -> View:
    """What the page shows; the first time, a banner is waited for whose platform is there but not yet the banner."""
    loop = asyncio.get_running_loop()
    end = loop.time() + LATE_SECONDS
    view = await look(tab)
    while not (tab.asked or view.sight or view.showing) and view.coming and loop.time() < end:
        await asyncio.sleep(BETWEEN_SECONDS)
        view = await look(tab)
    return view


async def _attempt(tab: Tab, view: View, wish: Consent, until: float) -> Attempt:
    """Let the rules answer where the banner stands, or else in the page itself and in its larger frames."""

    def left() -> float:
        return max(0.0, until - asyncio.get_running_loop().time())

    if view.sight is not None:
        return await attempt(tab, view.sight.frame, wish, LAYERS, left())
    tried = await attempt(tab, tab.page.main_frame, wish, LAYERS, left())
    for frame, share in [] if tried.presses else await large_frames(tab):
        inner = await attempt(tab, frame, wish, LAYERS, left())
        if inner.vendor:
            return replace(inner, covered=share)
    return tried


async def _answer(tab: Tab, view: View, wish: Consent, until: float) -> _Answer:
    """Press until the banner is answered: first what the rules know, then what the words of the buttons say."""
    tried = await _attempt(tab, view, wish, until)
    presses, sight = tried.presses, view.sight
    if presses:
        await settle(tab.page, tab.traffic, EFFECT_SECONDS)
        view = await look(tab)
        if view.sight is None and (sight is not None or not view.showing):
            return _Answer(presses, True, tried, view)
    while presses < LAYERS and view.sight is not None:
        button = button_for(view.sight.banner, wishes_of(wish, presses + 1), view.vocabulary)
        if button is None or not await _press(view.sight, button):
            break
        presses += 1
        await settle(tab.page, tab.traffic, EFFECT_SECONDS)
        view = await look(tab)
        if view.sight is None:
            return _Answer(presses, True, tried, view)
    return _Answer(presses, False, tried, view)


async def _press(sight: Sight, button: Button) -> bool:
    with contextlib.suppress(Error):
        element = await sight.element(button)
        if element is not None:
            await element.click(timeout=PRESS_MS)
            return True
    return False
