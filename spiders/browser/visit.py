"""A visit: a page loaded, its banner answered, scrolled through once, and taken down."""

from dataclasses import dataclass
from pathlib import Path

from auditor.capture.records import ConsentRecord, OverlayRecord
from auditor.model.terms import Consent, Device
from spiders.browser.consent import answer_consent
from spiders.browser.endless import scroll_to_end
from spiders.browser.linger import BRIEF, linger, stir
from spiders.browser.overlay import close_layers
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


async def visit(tab: Tab, url: str, device: Device, wish: Consent, shots: Path | None, stay: float = BRIEF) -> Visit:
    """Visit a page as a guest does who stays for `stay` seconds; without `shots` no picture is taken.

    Raises PageLostError.
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
    overlay = await close_layers(tab, url, device) or overlay
    payload = await snapshot(tab, device, status, seconds)
    shot = keep(await picture(tab), shots, shot_name("p", url, device, "")) if shots else ""
    return Visit(payload, shot, consent, overlay, seconds, status, tab.page.url)
