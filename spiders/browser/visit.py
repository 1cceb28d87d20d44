"""A visit: a page loaded, its banner answered, scrolled through once, and taken down."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from auditor.capture.records import ConsentRecord, OverlayRecord
from auditor.model.terms import Consent, Device
from spiders.browser.consent import answer_consent
from spiders.browser.endless import scroll_to_end
from spiders.browser.linger import BRIEF, linger, stir
from spiders.browser.overlay import both, close_layers
from spiders.browser.snapshot import keep, picture, shot_name, snapshot
from spiders.browser.tab import Tab


@dataclass(frozen=True, slots=True)
class Visit:
    """A page as loaded: the payload of its snapshot, its picture, and how it came. `seconds` are measured."""

    payload: bytes
    screenshot: str
    consent: ConsentRecord
    overlay: OverlayRecord | None
    seconds: float
    status: int
    final_url: str


async def visit(
    tab: Tab, url: str, device: Device, wish: Consent, shots: Path | None, stay: float = BRIEF, state: str = ""
) -> Visit:
    """Visit a page as a guest does who stays for `stay` seconds; without `shots` no picture is taken.

    `state` tells pictures of one page apart. Raises PageLostError.
    """
    status = await tab.load(url)
    seconds = await tab.load_seconds()
    await stir(tab, device)
    consent = await answer_consent(tab, url, device, wish)
    overlay = await close_layers(tab, url, device)
    await scroll_to_end(tab)
    await linger(tab, stay)
    if not consent.found:
        # Banners that wait for the first movement of a visitor have come by now.
        consent = await answer_consent(tab, url, device, wish)
    overlay = both(overlay, await close_layers(tab, url, device))
    payload, shot = await asyncio.gather(snapshot(tab, device, status, seconds), picture(tab) if shots else _none())
    name = keep(shot, shots, shot_name("p", url, device, state)) if shots else ""
    return Visit(payload, name, consent, overlay, seconds, status, tab.page.url)


async def _none() -> bytes:
    return b""
