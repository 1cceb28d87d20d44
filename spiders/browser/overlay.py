"""Layers over a page that no visitor asked for: closed as a visitor would, and recorded."""

import asyncio
import contextlib
from dataclasses import dataclass, replace
from typing import Any

from playwright.async_api import ElementHandle, Error, JSHandle

from auditor.capture.records import OverlayRecord
from auditor.capture.urls import canonical_url
from auditor.model.terms import Device
from spiders.browser.banner import speaks_of_consent
from spiders.browser.layer import Closer, Layer, layer_of, words_of
from spiders.browser.scripts import script
from spiders.browser.settle import quiet
from spiders.browser.tab import Tab

#: Points of the grid that is laid over the viewport, a side.
POINTS = 5
#: Presses on one page until a layer counts as one that cannot be closed.
MAX_PRESSES = 3
#: Closers that may take no press until only the Escape key is tried.
MAX_FAILED = 2
#: Milliseconds for a press, seconds for its effect and for a look.
PRESS_MS = 1500
EFFECT_SECONDS = 1.5
LOOK_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Sight:
    """A layer as it lies over a page, with what closes it by number."""

    layer: Layer
    handle: JSHandle

    async def element(self, closer: Closer) -> ElementHandle | None:
        """The element to press."""
        found = await self.handle.evaluate_handle("(seen, number) => seen.elements[number]", closer.number)
        return found.as_element()


async def close_layers(tab: Tab, url: str, device: Device) -> OverlayRecord | None:
    """Close what lies over a loaded page; None when nothing does. Consent banners are not looked at here."""
    sight = await _look(tab)
    if sight is None:
        return None
    first, before = sight.layer, tab.page.url
    label, presses, failed = "", 0, 0
    while sight is not None and presses < MAX_PRESSES:
        closer = _closer(sight, presses, failed)
        pressed = await _press(tab, sight, closer)
        if pressed:
            presses += 1
            label = label or pressed
        else:
            failed += 1
        await quiet(tab.page, EFFECT_SECONDS)
        if canonical_url(tab.page.url) != canonical_url(before):
            # What was pressed leads away; the page that is meant is another.
            failed = MAX_FAILED
            await tab.load(before)
        sight = await _look(tab)
    closed = sight is None
    return OverlayRecord(url, device, first.covered, presses, closed, label if closed else words_of(first) or label)


def both(first: OverlayRecord | None, then: OverlayRecord | None) -> OverlayRecord | None:
    """What is to be recorded of two looks at one page: all the presses, and how it stood in the end."""
    if first is None or then is None or not first.closed:
        return then or first
    return replace(then, presses=first.presses + then.presses, covered=max(first.covered, then.covered))


def _closer(sight: Sight, presses: int, failed: int) -> Closer | None:
    """The best closer that was not pressed yet; None where only the Escape key is left."""
    closers = sight.layer.closers
    return closers[min(presses, len(closers) - 1)] if closers and failed < MAX_FAILED else None


async def _press(tab: Tab, sight: Sight, closer: Closer | None) -> str:
    """Press a closer, else Escape; what was pressed, "" if it took no press."""
    with contextlib.suppress(Error):
        if closer is None:
            await tab.page.keyboard.press("Escape")
            return "Escape"
        element = await sight.element(closer)
        if element is not None:
            await element.click(timeout=PRESS_MS)
            return closer.name or "×"
    return "" if closer is not None else "Escape"


async def _look(tab: Tab) -> Sight | None:
    try:
        return await asyncio.wait_for(_seen(tab), LOOK_SECONDS)
    except (Error, TimeoutError):
        return None


async def _seen(tab: Tab) -> Sight | None:
    # Over most pages lies nothing: what is asked for first are values alone, which takes one answer of the browser.
    found: dict[str, Any] = await tab.page.evaluate(f"(asked) => ({script('layers')})(asked).found", {"points": POINTS})
    if layer_of(found) is None:
        return None
    handle = await tab.page.evaluate_handle(script("layers"), {"points": POINTS})
    found = await handle.evaluate("seen => seen.found")
    layer = layer_of(found)
    return None if layer is None or speaks_of_consent(layer.text) else Sight(layer, handle)
