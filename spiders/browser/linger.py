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
#: Looks at what is still to come, as what comes may put off or ask for more.
LOOKS = 4
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
            await tab.page.mouse.move(6, 4, steps=2)
            await tab.page.mouse.wheel(0, 1)
        await tab.page.keyboard.press("Shift")


async def linger_on(tab: Tab, seconds: float) -> None:
    """Wait for what the page has put off or asked for, for so many seconds from now."""
    with contextlib.suppress(Error):
        _, now = await tab.page.evaluate(_LEFT)
        await linger(tab, now / 1000 + seconds)


async def linger(tab: Tab, stay: float) -> None:
    """Wait for what the page has put off or asked for, until `stay` seconds after its load began."""
    for _ in range(LOOKS):
        try:
            left, now = await tab.page.evaluate(_LEFT)
        except Error:
            return
        room = stay - now / 1000
        if room <= 0 or not (left or tab.traffic.asking):
            return
        if tab.traffic.asking:
            await tab.traffic.answered(room)
        else:
            await asyncio.sleep(min(left / 1000, room) + 0.02)
        await asyncio.gather(tab.traffic.idle(SHOWN_SECONDS), quiet(tab.page, SHOWN_SECONDS))
