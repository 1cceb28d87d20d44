"""Frames of other sites: a browser lays them out in processes of their own, and the snapshot of a page lacks them."""

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any

from playwright.async_api import CDPSession, Error, Frame, Page

from auditor.capture.framing import never_contact
from auditor.capture.tree import UNREAD_FRAME
from auditor.capture.urls import resolve
from spiders.browser.accessibility import add_names
from spiders.browser.graft import CONTENT, Place, graft

#: Seconds for all frames of a page together, and how many of them are read.
FRAMES_SECONDS = 2.0
MAX_FRAMES = 10
#: Frames of a page that are asked who they are.
MAX_ASKED = 40
#: All frames together hold no more nodes than a large page.
MAX_FRAME_NODES = 30_000
#: A smaller frame, in CSS px, has no room for a line that somebody reads.
LEAST_WIDTH, LEAST_HEIGHT = 60, 20
#: Document, html, head and body.
BLANK_NODES = 4
#: What a browser writes for a frame whose site does not want to stand in others: nobody sees it there.
_REFUSED = ("ERR_BLOCKED_BY_RESPONSE", "ERR_BLOCKED_BY_CSP")
_BROKEN = (Error, TimeoutError, LookupError, TypeError, AttributeError)


async def add_frames(page: Page, cdp: CDPSession, dom: dict[str, Any], asked: dict[str, Any]) -> None:
    """Put the frames that a snapshot lacks into it, and mark those that could not be read in time.

    `cdp` is the session that made it, `asked` what it was asked for.
    """
    if _missing(dom, range(len(dom["documents"]))):
        reader = _Reader(page, dom, asked)
        try:
            async with asyncio.timeout(FRAMES_SECONDS):
                await reader.read(cdp)
        except _BROKEN:
            pass  # what is not in the snapshot by now is marked
        finally:
            await reader.close()
        for place in _missing(dom, range(len(dom["documents"]))):
            if place not in reader.empty:
                marks = dom["documents"][place[0]]["nodes"].setdefault(UNREAD_FRAME, {"index": []})
                marks["index"].append(place[1])


class _Reader:
    """Reads the frames of one page, one level after the other; `empty` are those in which nobody sees anything."""

    def __init__(self, page: Page, dom: dict[str, Any], asked: dict[str, Any]) -> None:
        self.empty: set[Place] = set()
        self._page = page
        self._dom = dom
        self._asked = asked
        self._left = MAX_FRAMES
        self._nodes_left = MAX_FRAME_NODES
        self._sessions: list[CDPSession] = []

    async def read(self, cdp: CDPSession) -> None:
        """Read all frames. Raises TimeoutError or Error, with what was read before in the snapshot."""
        frames = [frame for frame in self._page.frames if frame.parent_frame and not never_contact(frame.url)]
        named = await asyncio.gather(*(self._named(frame) for frame in frames[:MAX_ASKED]))
        targets = dict(pair for pair in named if pair is not None)
        waiting = [(cdp, range(len(self._dom["documents"])))]
        while waiting:
            session, documents = waiting.pop(0)
            places = _missing(self._dom, documents)
            owners = await asyncio.gather(*(self._frame_in(session, place) for place in places))
            for place, owner in zip(places, owners, strict=True):
                target = targets.pop(owner, None)
                if target is not None and self._left > 0:
                    self._left -= 1
                    grafted = await self._add(target, place)
                    waiting += [(target, grafted)] if grafted else []

    async def _named(self, frame: Frame) -> tuple[str, CDPSession] | None:
        """The identifier of a frame with a process of its own, and the session to speak to it."""
        with contextlib.suppress(*_BROKEN):  # a frame of the same process has no session of its own
            session = await self._page.context.new_cdp_session(frame)
            self._sessions.append(session)
            return str((await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]), session
        return None

    async def _frame_in(self, session: CDPSession, place: Place) -> str:
        """The identifier of the frame that an element holds, "" if none."""
        with contextlib.suppress(*_BROKEN):
            node = self._dom["documents"][place[0]]["nodes"]["backendNodeId"][place[1]]
            return str((await session.send("DOM.describeNode", {"backendNodeId": node}))["node"].get("frameId", ""))
        return ""

    async def _add(self, target: CDPSession, place: Place) -> range | None:
        with contextlib.suppress(Error):
            frame = await target.send("DOMSnapshot.captureSnapshot", self._asked)
            strings = frame["strings"]
            if strings[frame["documents"][0]["documentURL"]].startswith("chrome-error:"):
                if any(code in text for text in strings for code in _REFUSED):
                    self.empty.add(place)
                return None
            self._nodes_left -= sum(len(document["nodes"]["parentIndex"]) for document in frame["documents"])
            if self._nodes_left >= 0:
                await add_names(target, frame, range(len(frame["documents"])))
                return graft(self._dom, place, frame)
        return None

    async def close(self) -> None:
        """Let go of the sessions."""
        with contextlib.suppress(*_BROKEN):
            async with asyncio.timeout(FRAMES_SECONDS):
                await asyncio.gather(*(session.detach() for session in self._sessions), return_exceptions=True)


def _missing(dom: dict[str, Any], documents: Iterable[int]) -> list[Place]:
    """Frames that are large enough to be read and whose content the snapshot lacks, in the order of the page."""
    return [(number, node) for number in documents for node in _missing_in(dom, dom["documents"][number])]


def _missing_in(dom: dict[str, Any], document: dict[str, Any]) -> list[int]:
    strings: list[str] = dom["strings"]
    nodes, layout = document["nodes"], document["layout"]
    content = nodes.get(CONTENT, {"index": [], "value": []})
    held = dict(zip(content["index"], content["value"], strict=True))
    base = document.get("baseURL", -1)
    missing = []
    for node, (_, _, width, height) in zip(layout["nodeIndex"], layout["bounds"], strict=True):
        name = nodes["nodeName"][node]
        if name < 0 or strings[name].lower() not in ("iframe", "frame") or width < LEAST_WIDTH or height < LEAST_HEIGHT:
            continue
        pairs = nodes["attributes"][node]
        written = {strings[key]: strings[value] for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        address = resolve(strings[base] if base >= 0 else "", written.get("src", ""))
        if node in held:
            lacks = address.startswith("http") and _is_blank(dom["documents"][held[node]], strings)
        else:
            lacks = True
        if lacks and not never_contact(address):
            missing.append(node)
    return missing


def _is_blank(document: dict[str, Any], strings: list[str]) -> bool:
    """Whether a document is what stands in a frame until the first answer comes."""
    url = document.get("documentURL", -1)
    return url >= 0 and strings[url] in ("", "about:blank") and len(document["nodes"]["parentIndex"]) <= BLANK_NODES
