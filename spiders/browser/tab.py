"""One tab: a page with its CDP session, its traffic and the tabs that it opens."""

import asyncio
import contextlib
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Dialog, Error, Page

from spiders.browser.settle import settle
from spiders.browser.traffic import Traffic

#: Seconds that a document may take to arrive.
GOTO_SECONDS = 10.0
#: Milliseconds for the address of a new tab to be known.
POPUP_MS = 2000
#: Animations run so many times faster: what they end in is measured, and their end is still told to the page.
ANIMATION_RATE = 20

#: Tabs that a page may open by itself; then it is told that they are blocked.
MAX_POPUPS = 8

WEB = ("http://", "https://")
_LOAD_SECONDS = "() => Math.max(0, ...performance.getEntriesByType('navigation').map((e) => e.loadEventEnd)) / 1000"


class PageLostError(Exception):
    """A page that could not be loaded or that died, with the reason in words."""


class Tab:
    """A tab, made by `open_tab`; `popups` are the addresses of tabs that it opened since the last load.

    `asked` is whether it has met a consent banner, or has waited for one: a site asks each visitor once.
    `seen_to` is how far down its page could be seen, in CSS px, if it grows for ever, else 0.
    """

    def __init__(self, page: Page, cdp: CDPSession) -> None:
        self.page = page
        self.cdp = cdp
        self.traffic = Traffic(cdp)
        self.popups: list[str] = []
        self.asked = False
        self.crash = asyncio.Event()
        self.loads = 0
        self._opened = 0
        self.seen_to = 0.0
        page.on("dialog", _answer_dialog)
        page.on("popup", self._popup)
        page.on("crash", self._crash)

    @property
    def crashed(self) -> bool:
        """Whether the page has crashed."""
        return self.crash.is_set()

    async def load(self, url: str) -> int:
        """Load a URL, wait until it is quiet, and give its HTTP status. Raises PageLostError."""
        if not url.startswith(WEB):
            raise PageLostError("it is no address of the web")
        self.popups.clear()
        self._opened = 0
        self.traffic.reset()
        self.loads += 1
        self.seen_to = 0.0
        if self.loads > 1:
            with contextlib.suppress(Error):
                await self.page.mouse.move(0, 0)
        try:
            answer = await self.page.goto(url, timeout=GOTO_SECONDS * 1000, wait_until="domcontentloaded")
        except Error as error:
            raise PageLostError(self._reason(error)) from error
        await settle(self.page, self.traffic)
        if self.crashed:
            raise PageLostError("the page crashed")
        return answer.status if answer else 200

    async def load_seconds(self) -> float:
        """How long the last load took from asking to the load event, as measured; 0 when the page does not say."""
        with contextlib.suppress(Error):
            return float(await self.page.evaluate(_LOAD_SECONDS))
        return 0.0

    async def language(self) -> str:
        """The language that the page states, a BCP 47 tag; "" when it states none."""
        with contextlib.suppress(Error):
            return str(await self.page.evaluate("() => document.documentElement.lang || ''"))
        return ""

    async def close(self) -> None:
        """Close the tab; one that is already gone is no error."""
        with contextlib.suppress(Error):
            await self.page.close(run_before_unload=False)

    def _reason(self, error: Error) -> str:
        if self.crashed:
            return "the page crashed"
        text = error.message
        if "Download is starting" in text:
            return "it is a download"
        if "Timeout" in text:
            return "it did not load in time"
        return text.split("\n", 1)[0].split(" at http", 1)[0].removeprefix("Page.goto: ")

    async def _popup(self, page: Page) -> None:
        self._opened += 1
        if self._opened > MAX_POPUPS:
            with contextlib.suppress(Error):
                await asyncio.gather(page.close(), self.page.evaluate("() => { window.open = () => null; }"))
            return
        with contextlib.suppress(Error):
            await page.wait_for_url(lambda url: url != "about:blank", timeout=POPUP_MS, wait_until="commit")
        if page.url != "about:blank":
            self.popups.append(page.url)
        with contextlib.suppress(Error):
            await page.close()

    def _crash(self, _: Any) -> None:
        self.crash.set()


async def open_tab(context: BrowserContext) -> Tab:
    """A fresh tab that counts its traffic and loads no video, audio or form answers."""
    page = await context.new_page()
    tab = Tab(page, await context.new_cdp_session(page))
    await asyncio.gather(
        tab.traffic.start(),
        tab.cdp.send("Animation.enable"),
        tab.cdp.send("Animation.setPlaybackRate", {"playbackRate": ANIMATION_RATE}),
    )
    return tab


async def _answer_dialog(dialog: Dialog) -> None:
    with contextlib.suppress(Error):
        # Only a dialog about leaving is agreed to: the page is left.
        await (dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss())
