"""What a tab shows, as bytes: the layout of its documents and a picture of the first viewport."""

import asyncio
import base64
import contextlib
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.async_api import Error

from auditor.capture.layout import STYLES, VERSION
from auditor.model.terms import Device
from spiders.browser.accessibility import add_names
from spiders.browser.closed import without_closed
from spiders.browser.devices import VIEWPORTS
from spiders.browser.frames import add_frames
from spiders.browser.lateness import mark_late
from spiders.browser.tab import PageLostError, Tab

#: Seconds for a snapshot and for a picture.
SNAPSHOT_SECONDS = 10.0
SHOT_SECONDS = 5.0
#: WebP quality at which text of 12 px stays readable.
SHOT_QUALITY = 60
#: A page whose snapshot is larger is not kept.
MAX_BYTES = 48 * 2**20
_TOLD = """() => [window[Symbol.for('signpost.turns')]?.() ?? false, window[Symbol.for('signpost.late')]?.() ?? []]"""
#: Parts of a snapshot that nobody reads or that differ from load to load.
VOLATILE_NODE_KEYS = ("backendNodeId",)


async def snapshot(tab: Tab, device: Device, status: int, seconds: float) -> bytes:
    """The payload of a Snapshot (see `auditor.capture.layout`). Raises PageLostError."""
    asked: dict[str, Any] = {"computedStyles": list(STYLES), "includePaintOrder": True, "includeDOMRects": True}
    try:
        dom = await asyncio.wait_for(tab.cdp.send("DOMSnapshot.captureSnapshot", asked), SNAPSHOT_SECONDS)
    except (Error, TimeoutError) as error:
        raise PageLostError("its layout could not be read") from error
    await add_names(tab.cdp, dom, range(len(dom["documents"])))
    await add_frames(tab.page, tab.cdp, dom, asked)
    turns, late = await _told(tab)
    mark_late(dom, late)
    payload = {
        "version": VERSION,
        "final_url": tab.page.url,
        "status": status,
        "viewport": list(VIEWPORTS[device]),
        "dom": settled(dom),
        "turns": turns,
        "seen_to": round(tab.seen_to, 1),
        "load": {"seconds": round(seconds, 3), "requests": tab.traffic.requests, "bytes": tab.traffic.bytes},
    }
    data = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    if len(data) > MAX_BYTES:
        raise PageLostError("the page is too large to keep")
    return data


async def _told(tab: Tab) -> tuple[bool, list[Any]]:
    """Whether the page changes by itself every few seconds, and what its timers brought late."""
    with contextlib.suppress(Error):
        turns, late = await tab.page.evaluate(_TOLD)
        return bool(turns), late if isinstance(late, list) else []
    return False, []


def settled(dom: dict[str, Any]) -> dict[str, Any]:
    """A snapshot without what differs between two loads of one page: ids of nodes and frames, boxes of lines."""
    strings: list[str] = dom["strings"]
    for document in dom["documents"]:
        document.pop("textBoxes", None)
        without_closed(document, strings)
        for key in VOLATILE_NODE_KEYS:
            document["nodes"].pop(key, None)
        frame = document.pop("frameId", -1)
        if frame >= 0:
            strings[frame] = ""
    return dom


def shot_name(kind: str, url: str, device: Device, mark: str) -> str:
    """A file name for a picture: `kind` p (page) or s (step), `mark` what was done before; "" for as loaded."""
    parts = [kind, _short(url), device.value, *([_short(mark)] if mark else [])]
    return "-".join(parts) + ".webp"


async def picture(tab: Tab) -> bytes:
    """A WebP picture of what is in the viewport, b"" when none can be taken."""
    asked = {"format": "webp", "quality": SHOT_QUALITY, "captureBeyondViewport": False}
    with contextlib.suppress(Error, TimeoutError):
        shot = await asyncio.wait_for(tab.cdp.send("Page.captureScreenshot", asked), SHOT_SECONDS)
        return base64.b64decode(shot["data"])
    return b""


def keep(data: bytes, folder: Path, name: str) -> str:
    """Write a picture into a folder and give its name, "" for no picture."""
    if not data:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return name


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
