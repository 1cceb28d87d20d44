"""Waiting: until a page is loaded and quiet, each wait with a limit."""

import asyncio
import contextlib

from playwright.async_api import Error, Page

from spiders.browser.scripts import script
from spiders.browser.traffic import Traffic

#: Seconds from the start of a load to the end of all waiting for it.
LOAD_SECONDS = 8.0
#: Seconds that are waited at most for the network and for the document after the load event.
NETWORK_SECONDS = 1.5
DOCUMENT_SECONDS = 1.5
#: Seconds that are waited at most for a document to take in what came last.
AFTERWARDS_SECONDS = 0.8
#: A page that leaves by itself within so many seconds is not yet where the visitor ends.
REFRESH_SECONDS = 5
#: A page that runs scripts and shows fewer characters than this is waited for a little longer, in milliseconds; one
#: that shows some, and waits for nothing itself, only briefly.
LEAST_TEXT, EMPTY_MS, BRIEF_MS = 100, 2500, 500
#: Milliseconds without a change that count as quiet.
QUIET_MS = 300
#: Viewports that are scrolled through at most, and milliseconds at each.
SCROLL_STEPS = 14
SCROLL_PAUSE_MS = 40


async def settle(page: Page, traffic: Traffic, seconds: float = LOAD_SECONDS) -> None:
    """Wait for the load event, an idle network and a quiet document; `seconds` is the limit of all three.

    A page that announces another, or shows next to nothing yet, is waited for once more.
    """
    await _settled(page, traffic, seconds)
    if await _late(page, traffic):
        await _settled(page, traffic, seconds / 2)


async def _late(page: Page, traffic: Traffic) -> bool:
    """Wait for what is still to come; whether something was."""
    waits = {"limit": EMPTY_MS, "brief": BRIEF_MS, "asking": traffic.asking}
    asked = {"refresh": REFRESH_SECONDS, "least": LEAST_TEXT, **waits}
    try:
        return bool(await page.evaluate(script("arrived"), asked))
    except Error:
        return True  # the document went away, as it had announced


async def _settled(page: Page, traffic: Traffic, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    with contextlib.suppress(Error):
        await page.wait_for_load_state("load", timeout=seconds * 1000)
    await asyncio.gather(
        traffic.idle(min(NETWORK_SECONDS, max(0.0, end - loop.time()))),
        quiet(page, min(DOCUMENT_SECONDS, max(0.1, end - loop.time()))),
    )
    if traffic.idle_for < QUIET_MS / 1000:
        # What came last has still to be written into the document.
        await quiet(page, AFTERWARDS_SECONDS, QUIET_MS // 2)


async def quiet(page: Page, limit: float, quiet_ms: int = QUIET_MS) -> bool:
    """Wait until nothing is written into the document, `limit` seconds at most; whether it became quiet."""
    for _ in range(2):
        try:
            return bool(await page.evaluate(script("quiet"), {"quiet": quiet_ms, "limit": limit * 1000}))
        except Error:
            # The document went away while it was watched: the next one is waited for, once.
            await asyncio.sleep(0.05)
    return False


async def scroll_through(page: Page, traffic: Traffic, seen: float = 0.0) -> float:
    """Scroll to the end and back to the top, and let what came late arrive; a short page has nothing late.

    How far down the page was seen, in CSS px, 0 if it needed no scrolling. With `seen` from an earlier call, once to
    the end if there is more by now.
    """
    asked = {"steps": SCROLL_STEPS, "pause": SCROLL_PAUSE_MS, "seen": seen}
    told = {"step": 0, "down": 0.0}
    with contextlib.suppress(Error):
        told = await page.evaluate(script("scroll"), asked)
    if not told["step"]:
        return 0.0
    await asyncio.gather(traffic.idle(NETWORK_SECONDS / 2), quiet(page, AFTERWARDS_SECONDS, QUIET_MS // 2))
    return float(told["down"])


async def to_top(page: Page) -> None:
    """Scroll to the top of the page, where boxes are measured, if it is not there already."""
    with contextlib.suppress(Error):
        if await page.evaluate("() => window.scrollY > 0 && !window.scrollTo({ top: 0, behavior: 'instant' })"):
            await asyncio.sleep(SCROLL_PAUSE_MS / 1000)
