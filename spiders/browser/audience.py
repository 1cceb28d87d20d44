"""Those who watch a way being walked: they are told of each step, and shown what is pressed before it is pressed."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.capture.records import PressRecord
from spiders.browser.locate import Found

#: Milliseconds that an element may take to be outlined.
OUTLINE_MS = 1000
_ON = """element => { const look = element.style; element.signpostLook = [look.outline, look.outlineOffset];
look.setProperty('outline', '4px solid #d6006c', 'important'); look.setProperty('outline-offset', '3px'); }"""
_OFF = """element => { [element.style.outline, element.style.outlineOffset] = element.signpostLook || ['', ''];
delete element.signpostLook; }"""


def _nobody(record: PressRecord) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Audience:
    """`told` hears of each record as it is made; `seconds` are left to look at what is outlined, if it is."""

    told: Callable[[PressRecord], None] = _nobody
    seconds: float = 0.0
    outlined: bool = False

    async def look(self, found: Found | None) -> None:
        """Give them the time to look at a control; the page is afterwards as it was before."""
        if found is not None and self.outlined:
            with contextlib.suppress(Error):
                await found.locator.evaluate(_ON, timeout=OUTLINE_MS)
        await asyncio.sleep(self.seconds)
        if found is not None and self.outlined:
            with contextlib.suppress(Error):
                await found.locator.evaluate(_OFF, timeout=OUTLINE_MS)
