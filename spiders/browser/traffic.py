"""What a page loads: counted, waited for, and held back where it would cost or send something."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import CDPSession, Error

#: Requests of these kinds stay open by design, or are the browser's own (the icon of the site): nobody waits for them.
STANDING = frozenset({"WebSocket", "EventSource", "Media", "Ping", "Preflight", "Other"})
#: Requests whose answers scripts write into the page.
ASKED = frozenset({"XHR", "Fetch", "Script"})
#: Seconds without an open request that count as idle, and between two looks.
IDLE_SECONDS = 0.2
LOOK_SECONDS = 0.05
#: Video and audio are refused; documents are held for a look at how they are asked for.
HELD = [
    {"resourceType": "Media", "requestStage": "Request"},
    {"resourceType": "Document", "requestStage": "Request"},
]


class Traffic:
    """The requests of one tab since it was last reset; `bytes` are those of bodies, unpacked.

    `documents` counts the documents that were ever asked for: a view that scripts alone bring asks for none.
    """

    def __init__(self, cdp: CDPSession) -> None:
        self._cdp = cdp
        self._open: set[str] = set()
        self._documents: set[str] = set()
        self._asked: set[str] = set()
        self._counted: set[str] = set()
        self._last = asyncio.get_running_loop().time()
        self._answers: set[asyncio.Task[None]] = set()
        self._allowed: Callable[[str], bool] | None = None
        self.sent = ""
        #: The hosts that were ever asked for something; a tab may share it with others.
        self.hosts: set[str] = set()
        self.requests = 0
        self.bytes = 0
        self.documents = 0

    def allow_one(self, may: Callable[[str], bool]) -> None:
        """Let one form through, to an address that `may` allows; `sent` then tells which."""
        self._allowed, self.sent = may, ""

    def allow_none(self) -> None:
        """Let no form through any more."""
        self._allowed = None

    async def start(self) -> None:
        """Begin to listen and to hold back."""
        self._cdp.on("Network.requestWillBeSent", self._sent)
        self._cdp.on("Network.dataReceived", self._received)
        self._cdp.on("Network.loadingFinished", self._finished)
        self._cdp.on("Network.loadingFailed", self._finished)
        self._cdp.on("Fetch.requestPaused", self._paused)
        await asyncio.gather(
            self._cdp.send("Network.enable"),
            self._cdp.send("Fetch.enable", {"patterns": HELD}),
        )

    def reset(self) -> None:
        """Count from here on; requests of the page before are forgotten."""
        self._open.clear()
        self._documents.clear()
        self._asked.clear()
        self._counted.clear()
        self.requests = self.bytes = 0

    @property
    def document_pending(self) -> bool:
        """Whether another document is on its way into the tab."""
        return bool(self._documents)

    @property
    def idle_for(self) -> float:
        """Seconds since a request began or ended."""
        return asyncio.get_running_loop().time() - self._last

    @property
    def asking(self) -> bool:
        """Whether an answer is still to come that scripts may show."""
        return bool(self._asked)

    async def answered(self, limit: float) -> None:
        """Wait until all that scripts asked for was answered, `limit` seconds at most."""
        loop = asyncio.get_running_loop()
        end = loop.time() + limit
        while self._asked and loop.time() < end:
            await asyncio.sleep(LOOK_SECONDS)

    async def idle(self, limit: float) -> bool:
        """Wait until no request was open for IDLE_SECONDS, or `limit` seconds; whether it became idle."""
        loop = asyncio.get_running_loop()
        end = loop.time() + limit
        while self._open or self.idle_for < IDLE_SECONDS:
            if loop.time() >= end:
                return False
            # Without an open request it is known when the next look is worth it.
            await asyncio.sleep(LOOK_SECONDS if self._open else max(0.005, IDLE_SECONDS - self.idle_for))
        return True

    def _sent(self, event: dict[str, Any]) -> None:
        self.hosts.add(host_of(event["request"]["url"]))
        if event.get("type") in STANDING or event["request"]["url"].startswith(("data:", "blob:")):
            return
        self.requests += 1
        self._open.add(event["requestId"])
        self._counted.add(event["requestId"])
        if event.get("type") in ASKED:
            self._asked.add(event["requestId"])
        if event.get("type") == "Document":
            self.documents += 1
            self._documents.add(event["requestId"])
        self._touch()

    def _finished(self, event: dict[str, Any]) -> None:
        self._documents.discard(event["requestId"])
        self._asked.discard(event["requestId"])
        if event["requestId"] in self._open:
            self._open.discard(event["requestId"])
            self._touch()

    def _received(self, event: dict[str, Any]) -> None:
        if event["requestId"] not in self._counted:
            return
        # Bytes as unpacked: those on the wire depend on what the cache already holds.
        self.bytes += int(event["dataLength"])

    def _touch(self) -> None:
        self._last = asyncio.get_running_loop().time()

    def _paused(self, event: dict[str, Any]) -> None:
        answer = asyncio.ensure_future(self._answer(event))
        self._answers.add(answer)
        answer.add_done_callback(self._answers.discard)

    async def _answer(self, event: dict[str, Any]) -> None:
        refused = event.get("resourceType") == "Media" or not self._may_go(event["request"])
        method = "Fetch.failRequest" if refused else "Fetch.continueRequest"
        reason = {"errorReason": "BlockedByClient"} if refused else {}
        with contextlib.suppress(Error):
            await self._cdp.send(method, {"requestId": event["requestId"], **reason})

    def _may_go(self, request: dict[str, Any]) -> bool:
        # A document asked for by POST is a form that was sent; a guest sends none but on an errand.
        if request["method"] in {"GET", "HEAD"}:
            return True
        may = self._allowed
        if may is None or request["method"] != "POST" or not may(str(request["url"])):
            return False
        self._allowed, self.sent = None, str(request["url"])
        return True


def host_of(url: str) -> str:
    """The host of an address, "" of one that names none or cannot be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
