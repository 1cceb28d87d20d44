"""The Chromium of a session: started behind the proxy, started again when it dies, and ended with the session."""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.async_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Error,
    Playwright,
    StorageState,
    async_playwright,
)

from auditor.model.errors import GatherError
from auditor.model.terms import Device
from spiders.browser.devices import context_options
from spiders.browser.egress import Egress
from spiders.browser.flags import chromium_flags
from spiders.browser.outsiders import Own
from spiders.browser.scripts import script
from spiders.browser.tab import PageLostError, Tab, open_tab
from spiders.guard import Guard

#: Seconds for a start, for a context or a tab to open, and for anything to close.
START_SECONDS = 30.0
OPEN_SECONDS = 15.0
CLOSE_SECONDS = 5.0
#: Seconds in which a browser that is alive answers a question.
ANSWER_SECONDS = 5.0
#: Times that a browser or driver which died is started again: a page is tried twice, so some pages may kill it.
MAX_RESTARTS = 8
#: Loads after which a device gets a new context: what pages leave behind in the memory goes with the old one.
PAGES_A_CONTEXT = 50


class Visitor(NamedTuple):
    """Whom a site remembers: a guest on a device, or a `shopper` on it who has a product in the cart."""

    device: Device
    shopper: bool = False


class Chromium:
    """One browser process with a context a visitor; contexts are lost, and made anew, when it dies.

    A context is replaced after so many loads; what the site remembers of the visitor (cookies, storage) goes with him.
    """

    def __init__(
        self,
        executable: Path,
        guard: Guard,
        language: str,
        *,
        own: Own | None = None,
        headed: bool = False,
        pages_a_context: int = PAGES_A_CONTEXT,
    ) -> None:
        self._executable = executable
        self._headed = headed
        self._language = language
        self._egress = Egress(guard, own)
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._cdp: CDPSession | None = None
        self._process = 0
        self._pages_a_context = pages_a_context
        #: How often the browser was started: work begun under another number is lost.
        self.generation = 0
        self._contexts: dict[Visitor, BrowserContext] = {}
        self._tabs: dict[Visitor, Tab] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._hosts: set[str] = set()
        self._restarts = 0
        self._starting = asyncio.Lock()

    @property
    def alive(self) -> bool:
        """Whether the browser is connected, as far as is known without asking it."""
        return self._browser is not None and self._browser.is_connected()

    @property
    def refused(self) -> tuple[str, ...]:
        """The hosts of others that pages asked for and did not get; what the browser asks for itself is left out."""
        return tuple(sorted(self._egress.refused & self._hosts))

    async def start(self) -> None:
        """Start the proxy, the driver and the browser. Raises GatherError when the browser will not start."""
        await self._egress.__aenter__()
        try:
            await self._launch()
        except (Error, TimeoutError, OSError) as error:
            await self.stop()
            hint = "Try another with --browser, or go without one: --render never."
            hint = "Is there a display to open a window on? Else leave --headed out." if self._headed else hint
            raise GatherError(f"The browser {self._executable} did not start.", hint) from error

    async def stop(self) -> None:
        """End browser, driver and proxy, by force when they do not end by themselves."""
        await asyncio.gather(*self._closing, return_exceptions=True)
        await self._end_browser()
        await self._egress.__aexit__(None, None, None)

    def reason(self, url: str, reason: str) -> str:
        """Why a page was lost: what the proxy says of its host, else what the browser said."""
        return self._egress.failure(url) or reason

    async def tab(self, device: Device, *, shopper: bool = False) -> Tab:
        """The tab of a visitor, for one piece of work at a time. Raises PageLostError when the browser stays dead."""
        for _ in range(2):
            begun = self.generation
            try:
                return await asyncio.wait_for(self._tab(Visitor(device, shopper)), OPEN_SECONDS + START_SECONDS)
            except (Error, TimeoutError, OSError):
                # Another device may have started it again meanwhile.
                if begun == self.generation:
                    await self._end_browser()
        raise PageLostError("the browser does not answer")

    async def answers(self, generation: int) -> bool:
        """Whether the browser of a `generation` still lives; one that does not answer in time is ended."""
        if generation != self.generation or self._cdp is None:
            return False
        try:
            await asyncio.wait_for(self._cdp.send("Browser.getVersion"), ANSWER_SECONDS)
        except (Error, TimeoutError):
            if generation == self.generation:
                await self._end_browser()
            return False
        return True

    async def renew(self, device: Device) -> None:
        """Give a device a new context in place of one that has loaded many pages; its cookies and storage stay."""
        guest = Visitor(device)
        tab, old = self._tabs.get(guest), self._contexts.get(guest)
        if tab is None or old is None or tab.loads < self._pages_a_context:
            return
        with contextlib.suppress(Error, TimeoutError):
            async with asyncio.timeout(OPEN_SECONDS):
                new = await self._context(device, await _kept(old))
                self._contexts[guest] = new
                self._tabs.pop(guest, None)
                await old.close()

    @asynccontextmanager
    async def stranger(self, device: Device) -> AsyncIterator[Tab]:
        """The tab of a visitor of whom the site remembers nothing. Raises PageLostError, Playwright's Error."""
        context = await asyncio.wait_for(self._context(device), OPEN_SECONDS)
        try:
            yield await asyncio.wait_for(self._open(context), OPEN_SECONDS)
        finally:
            with contextlib.suppress(Error, TimeoutError):
                await asyncio.wait_for(context.close(), CLOSE_SECONDS)

    async def drop(self, device: Device) -> None:
        """Close the tabs of a device, whatever became of them; a browser that cannot even do that is ended."""
        tabs = [tab for shopper in (False, True) if (tab := self._tabs.pop(Visitor(device, shopper), None))]
        for tab in tabs if self.alive else ():
            try:
                await asyncio.wait_for(tab.close(), CLOSE_SECONDS)
            except TimeoutError:
                await self._end_browser()
                return

    def abandon(self, device: Device) -> None:
        """Close the tab of a device without waiting for it."""
        closing = asyncio.ensure_future(self.drop(device))
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)

    async def _tab(self, visitor: Visitor) -> Tab:
        async with self._starting:
            if not self.alive:
                await self._restart()
            if visitor not in self._contexts:
                self._contexts[visitor] = await self._context(visitor.device)
            if visitor not in self._tabs:
                self._tabs[visitor] = await self._open(self._contexts[visitor])
            return self._tabs[visitor]

    async def _open(self, context: BrowserContext) -> Tab:
        tab = await open_tab(context)
        tab.traffic.hosts = self._hosts
        return tab

    async def _restart(self) -> None:
        if self._restarts >= MAX_RESTARTS:
            raise PageLostError("the browser died too often")
        self._restarts += 1
        await self._end_browser()
        await self._launch()

    async def _launch(self) -> None:
        """Start a driver and a browser; the driver too, since a browser that is gone may have lost its driver."""
        self.generation += 1
        self._playwright = await asyncio.wait_for(async_playwright().start(), START_SECONDS)
        flags = chromium_flags(self._egress.port)
        launched = self._playwright.chromium.launch(
            executable_path=self._executable,
            args=list(flags),
            headless=not self._headed,
            timeout=START_SECONDS * 1000,
        )
        self._browser = await launched
        self._cdp = await self._browser.new_browser_cdp_session()
        info: dict[str, Any] = await self._cdp.send("SystemInfo.getProcessInfo")
        self._process = next((p["id"] for p in info["processInfo"] if p["type"] == "browser"), 0)

    async def _context(self, device: Device, kept: StorageState | None = None) -> BrowserContext:
        if self._browser is None:
            raise PageLostError("the browser was ended")
        context = await self._browser.new_context(**context_options(device, self._language), storage_state=kept)
        for name in ("silence", "timers", "turns"):
            await context.add_init_script(script(name))
        return context

    async def _end_browser(self) -> None:
        """End the browser and its driver, by force when they do not end by themselves."""
        browser, self._browser = self._browser, None
        driver, self._playwright = self._playwright, None
        self._cdp = None
        self._contexts.clear()
        self._tabs.clear()
        if browser is not None:
            try:
                await asyncio.wait_for(browser.close(), CLOSE_SECONDS)
            except (Error, TimeoutError):
                _kill(self._process)
        if driver is not None:
            with contextlib.suppress(Error, TimeoutError, OSError):
                await asyncio.wait_for(driver.stop(), CLOSE_SECONDS)


async def _kept(context: BrowserContext) -> StorageState:
    """What a site remembers of the visitor; of one whose storage cannot be read, the cookies."""
    try:
        return await asyncio.wait_for(context.storage_state(indexed_db=True), CLOSE_SECONDS)
    except (Error, TimeoutError):
        return {"cookies": [*await context.cookies()], "origins": []}


def _kill(process: int) -> None:
    # 0 would be our own process group.
    if process > 0:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
