"""The Chromium of a session: started behind the proxy, started again when it dies, and ended with the session."""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Playwright, async_playwright

from auditor.model.errors import GatherError
from auditor.model.terms import Device
from spiders.browser.devices import context_options
from spiders.browser.egress import Egress
from spiders.browser.flags import chromium_flags
from spiders.browser.scripts import script
from spiders.browser.tab import PageLostError, Tab, open_tab
from spiders.guard import Guard

#: Seconds for a start, for a context or a tab to open, and for anything to close.
START_SECONDS = 30.0
OPEN_SECONDS = 15.0
CLOSE_SECONDS = 5.0
#: Times that a browser which died is started again.
MAX_RESTARTS = 2


class Chromium:
    """One browser process with a context a device; contexts are lost, and made anew, when it dies."""

    def __init__(self, executable: Path, guard: Guard, language: str, *, headed: bool = False) -> None:
        self._executable = executable
        self._headed = headed
        self._language = language
        self._egress = Egress(guard)
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._process = 0
        self._contexts: dict[Device, BrowserContext] = {}
        self._tabs: dict[Device, Tab] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._restarts = 0
        self._starting = asyncio.Lock()

    @property
    def alive(self) -> bool:
        """Whether the browser answers."""
        return self._browser is not None and self._browser.is_connected()

    async def start(self) -> None:
        """Start the proxy, the driver and the browser. Raises GatherError when the browser will not start."""
        await self._egress.__aenter__()
        try:
            self._playwright = await asyncio.wait_for(async_playwright().start(), START_SECONDS)
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
        if self._playwright is not None:
            with contextlib.suppress(Error, TimeoutError):
                await asyncio.wait_for(self._playwright.stop(), CLOSE_SECONDS)
        await self._egress.__aexit__(None, None, None)

    def reason(self, url: str, reason: str) -> str:
        """Why a page was lost: what the proxy says of its host, else what the browser said."""
        return self._egress.failure(url) or reason

    async def tab(self, device: Device) -> Tab:
        """The tab of a device, for one piece of work at a time. Raises PageLostError when the browser stays dead."""
        for _ in range(2):
            try:
                return await asyncio.wait_for(self._tab(device), OPEN_SECONDS)
            except (Error, TimeoutError, OSError):
                await self._end_browser()
        raise PageLostError("the browser does not answer")

    @asynccontextmanager
    async def stranger(self, device: Device) -> AsyncIterator[Tab]:
        """The tab of a visitor of whom the site remembers nothing. Raises PageLostError, Playwright's Error."""
        context = await asyncio.wait_for(self._context(device), OPEN_SECONDS)
        try:
            yield await asyncio.wait_for(open_tab(context), OPEN_SECONDS)
        finally:
            with contextlib.suppress(Error, TimeoutError):
                await asyncio.wait_for(context.close(), CLOSE_SECONDS)

    async def drop(self, device: Device) -> None:
        """Close the tab of a device, whatever became of it; a browser that cannot even do that is ended."""
        tab = self._tabs.pop(device, None)
        if tab is None or not self.alive:
            return
        try:
            await asyncio.wait_for(tab.close(), CLOSE_SECONDS)
        except TimeoutError:
            await self._end_browser()

    def abandon(self, device: Device) -> None:
        """Close the tab of a device without waiting for it."""
        closing = asyncio.ensure_future(self.drop(device))
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)

    async def _tab(self, device: Device) -> Tab:
        async with self._starting:
            if not self.alive:
                await self._restart()
            if device not in self._contexts:
                self._contexts[device] = await self._context(device)
            if device not in self._tabs:
                self._tabs[device] = await open_tab(self._contexts[device])
            return self._tabs[device]

    async def _restart(self) -> None:
        if self._restarts >= MAX_RESTARTS:
            raise PageLostError("the browser died too often")
        self._restarts += 1
        await self._end_browser()
        await self._launch()

    async def _launch(self) -> None:
        if self._playwright is None:
            raise PageLostError("the browser was ended")
        flags = chromium_flags(self._egress.port)
        launched = self._playwright.chromium.launch(
            executable_path=self._executable,
            args=list(flags),
            headless=not self._headed,
            timeout=START_SECONDS * 1000,
        )
        self._browser = await launched
        cdp = await self._browser.new_browser_cdp_session()
        info: dict[str, Any] = await cdp.send("SystemInfo.getProcessInfo")
        self._process = next((p["id"] for p in info["processInfo"] if p["type"] == "browser"), 0)

    async def _context(self, device: Device) -> BrowserContext:
        if self._browser is None:
            raise PageLostError("the browser was ended")
        context = await self._browser.new_context(**context_options(device, self._language))
        for name in ("silence", "timers", "turns"):
            await context.add_init_script(script(name))
        return context

    async def _end_browser(self) -> None:
        browser, self._browser = self._browser, None
        self._contexts.clear()
        self._tabs.clear()
        if browser is None:
            return
        try:
            await asyncio.wait_for(browser.close(), CLOSE_SECONDS)
        except (Error, TimeoutError):
            _kill(self._process)


def _kill(process: int) -> None:
    # 0 would be our own process group.
    if process > 0:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
