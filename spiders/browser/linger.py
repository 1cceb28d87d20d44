"""Lingering: what a page shows only to a visitor who stays for a moment, or who moves the mouse or a finger."""

import asyncio
import contextlib

from playwright.async_api import Error

from auditor.model.terms import Device
from spiders.browser.settle import quiet
from spiders.browser.tab import Tab

#: Seconds from the start of a load that a visitor stays at least, if the page has put something off: on the pages that
#: matter most for contact, and on all others.
PATIENT, BRIEF = 6.0, 2.0
#: Looks at what is still put off, as what comes may put off more.
LOOKS = 3
#: Seconds that what has come may take to show itself.
SHOWN_SECONDS = 1.5
_LEFT = "() => [window[Symbol.for('signpost.pending')]?.() ?? 0, performance.now()]"


async def stir(tab: Tab, device: Device) -> None:
    """Move as a visitor does: many shops load their chat and their scripts only then. Nothing is pressed."""
    with contextlib.suppress(Error):
        if device is Device.MOBILE:
            points = [{"x": 3, "y": 3}]
            await tab.cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
            await tab.cdp.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
        else:
            await tab.page.mouse.move(2, 2)
            await tab.page.mouse.move(6, 4)
            await tab.page.mouse.wheel(0, 1)
        await tab.page.keyboard.press("Shift")


async def linger(tab: Tab, stay: float) -> None:
    """Wait for what the page has put off, until `stay` seconds after its load began."""
    for _ in range(LOOKS):
        try:
            left, now = await tab.page.evaluate(_LEFT)
        except Error:
            return
        wait = min(left, stay * 1000 - now) / 1000
        if wait <= 0:
            return
        await asyncio.sleep(wait + 0.02)
        await asyncio.gather(tab.traffic.idle(SHOWN_SECONDS), quiet(tab.page, SHOWN_SECONDS))
