"""The consent banner of a page: found, answered as the user asked, and recorded."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import ElementHandle, Error, Frame

from auditor.capture.records import ConsentRecord
from auditor.model.terms import Consent, Device
from auditor.model.vocabulary import Vocabulary
from spiders.browser.banner import Banner, Button, banner_among, button_for, wishes_of
from spiders.browser.scripts import script
from spiders.browser.settle import settle
from spiders.browser.tab import Tab

#: Presses that a refusal may take (docs: rejected if it can be done in two, else accepted).
LAYERS = 2
#: Frames of a page that are looked into.
MAX_FRAMES = 12
#: Milliseconds for a press, and seconds for its effect.
PRESS_MS = 1500
EFFECT_SECONDS = 2.0
LOOK_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Sight:
    """A banner as it stands in a frame of a page, with the buttons to press by number."""

    banner: Banner
    buttons: dict[int, ElementHandle]


async def answer_consent(tab: Tab, url: str, device: Device, wish: Consent) -> ConsentRecord:
    """Answer the banner of a loaded page, if it has one."""
    language = await tab.language()
    vocabulary = Vocabulary.load((language,) if language else ())
    sight = await look_for_banner(tab, vocabulary)
    if sight is None:
        return ConsentRecord(url, device, found=False)
    covered = round(sight.banner.covered, 3)
    if wish is Consent.LEAVE:
        return ConsentRecord(url, device, found=True, covered=covered, reason="left open as asked")
    presses, done = await _answer(tab, sight, wish, vocabulary)
    choice: Consent = wish
    reason = ""
    if not done and wish is Consent.REJECT:
        choice = Consent.ACCEPT
        more, done = await _answer(tab, await look_for_banner(tab, vocabulary), choice, vocabulary)
        presses += more
        reason = "no way to refuse was found within two presses"
    if not done:
        choice, reason = Consent.LEAVE, "no button that answers it was found"
    return ConsentRecord(url, device, True, "", choice, presses, covered, reason)


async def _answer(tab: Tab, sight: Sight | None, wish: Consent, vocabulary: Vocabulary) -> tuple[int, bool]:
    """Press until the banner is answered: how many presses, and whether it is gone."""
    presses = 0
    for layer in range(1, LAYERS + 1):
        button = button_for(sight.banner, wishes_of(wish, layer), vocabulary) if sight else None
        if sight is None or button is None or not await _press(sight, button):
            return presses, False
        presses += 1
        await settle(tab.page, tab.traffic, EFFECT_SECONDS)
        sight = await look_for_banner(tab, vocabulary)
        if sight is None:
            return presses, True
    return presses, False


async def _press(sight: Sight, button: Button) -> bool:
    with contextlib.suppress(Error):
        await sight.buttons[button.number].click(timeout=PRESS_MS)
        return True
    return False


async def look_for_banner(tab: Tab, vocabulary: Vocabulary) -> Sight | None:
    """The consent banner that a page shows now, in itself or in one of its frames."""
    for frame in tab.page.frames[:MAX_FRAMES]:
        try:
            sight = await asyncio.wait_for(_look(frame, frame is not tab.page.main_frame, vocabulary), LOOK_SECONDS)
        except (Error, TimeoutError):
            continue
        if sight is not None:
            return sight
    return None


async def _look(frame: Frame, whole: bool, vocabulary: Vocabulary) -> Sight | None:
    handle = await frame.evaluate_handle(script("boxes"), {"whole": whole})
    boxes: list[dict[str, Any]] = await handle.evaluate("seen => seen.boxes")
    banner = banner_among(_banners(boxes), vocabulary)
    if banner is None:
        return None
    buttons: dict[int, ElementHandle] = {}
    for button in banner.buttons:
        element = (await handle.evaluate_handle("(seen, number) => seen.elements[number]", button.number)).as_element()
        if element is not None:
            buttons[button.number] = element
    return Sight(banner, buttons)


def _banners(boxes: Sequence[dict[str, Any]]) -> list[Banner]:
    return [
        Banner(box["text"], float(box["covered"]), tuple(Button(b["number"], b["name"]) for b in box["buttons"]))
        for box in boxes
    ]
