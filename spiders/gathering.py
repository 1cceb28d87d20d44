"""One gathering from its first request to its last press: home, rounds, renderings, presses, proofs."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from auditor.capture.scope import scope_of
from auditor.capture.urls import origin_of
from auditor.model.errors import GatherError
from auditor.model.guide import PROBE_PATH, Link
from auditor.model.page import Page
from auditor.model.terms import CaptureStatus, PageStatus
from spiders.budget import CRAWL_SHARE, EXPLORE_SHARE, RENDER_SHARE
from spiders.chosen import open_browser
from spiders.crawl import Crawl
from spiders.discovery import Discovery, discover
from spiders.elsewhere import elsewhere
from spiders.field import Field
from spiders.gatekeeper import as_fact
from spiders.home import ask_again_in, ask_home, is_empty
from spiders.ledger import Ledger, Result
from spiders.messages import deep_page, empty_page, other_versions
from spiders.proving import prove
from spiders.rendering import Browser, Renderer
from spiders.shopping import Shopper
from spiders.tools import Tools

#: Nothing links to the made-up path, as to pages that only a sitemap names.
PROBE_DEPTH = 9
#: Share of the pages kept back for what rendering brings to light.
RESERVE = 0.1
#: Presses in a page, then presses in what these brought to sight.
WAVES = 2
#: Ways to one goal that are tried, the best first, until one holds when it is pressed.
PROVE_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """How a gathering ended: its status, the reason in words, and the error when there is nothing to audit."""

    status: CaptureStatus
    reason: str = ""
    error: GatherError | None = None


class Gathering:
    """Runs one audit's gathering; `run` may be called once."""

    def __init__(self, tools: Tools, shots: Path) -> None:
        self._tools = tools
        self._shots = shots
        self._stored = {fetch.url: fetch for fetch in tools.capture.fetches()}
        self._browser: Browser | None = None
        self._renderer: Renderer | None = None

    async def run(self) -> Ending:
        """Gather the site. Nothing is raised for what a site does; the capture holds what came."""
        tools = self._tools
        tools.teller.tell("start", "Asking for the home page")
        since = tools.budget.now()
        home, error = await ask_home(tools, self._stored)
        tools.budget.charge("fetch", since)
        async with AsyncExitStack() as stack:
            try:
                if error is None or home.fetch.page_status is PageStatus.BLOCKED:
                    self._browser = await open_browser(stack, tools, self._shots, home.page)
                if error is not None and self._browser is not None:
                    again = await ask_again_in(self._browser, tools, home)
                    home, error = (again, None) if again is not None else (home, error)
                if error is not None or home.page is None:
                    return self._failed(home, error)
                return await self._site(home, home.page)
            finally:
                await self._put_facts(home)

    async def _site(self, home: Result, page: Page) -> Ending:
        tools = self._tools
        field = Field(scope_of(page), tools.guide, tools.gatekeeper)
        crawl = Crawl(tools, field, Ledger(), self._stored)
        shown = await self._enter(crawl, home)
        if is_empty([page, *shown]):
            rendered = self._browser is not None or not page.scripts
            error = empty_page(page.final_url, rendered=rendered) if page.whole else deep_page(page.final_url)
            return Ending(CaptureStatus.UNREACHABLE, error.message, error)
        tools.capture.put_fact("locale", field.scope.prefix.strip("/") or page.language)
        found = await self._discover(field)
        probe = Link(f"{origin_of(page.final_url)}{PROBE_PATH}", "", "", "", PROBE_DEPTH)
        searches = tools.guide.searches()
        field.found.update(link.url for link in searches)
        await crawl.add([probe, *searches, *found.links()])
        kept = int(tools.settings.pages * RESERVE) if self._renderer else 0
        await self._rounds(crawl, tools.settings.pages - kept, CRAWL_SHARE if self._renderer else 1.0)
        if self._renderer is not None:
            await self._show(crawl, self._renderer, shown)
        tools.capture.put_fact("scope", {"domain": field.scope.domain, "hosts": list(field.scope.hosts)})
        tools.capture.put_fact("alternates", {"hreflang": [list(a) for a in page.alternates], "met": field.alternates})
        versions = elsewhere([page, *shown], field.scope) if self._alone(home) else ()
        if versions:
            error = other_versions(page.final_url, versions)
            return Ending(CaptureStatus.UNREACHABLE, error.message, error)
        return self._ending(crawl)

    def _alone(self, home: Result) -> bool:
        """Whether no other page of the site was found, be it that it could be read or not."""
        found = (fetch for fetch in self._tools.capture.outcomes() if fetch.alias_of != home.fetch.url)
        return all(fetch.url == home.fetch.url or urlsplit(fetch.url).path == PROBE_PATH for fetch in found)

    async def _enter(self, crawl: Crawl, home: Result) -> list[Page]:
        """Commit the home page, and what the browser shows of it."""
        tools = self._tools
        pages = await crawl.enter_home(home)
        if self._browser is None:
            return []
        self._renderer = Renderer(self._browser, tools)
        tools.teller.tell("render", "Rendering the home page", pages=1)
        self._renderer.offer(pages, always=True)
        return await _taken_in(crawl, self._renderer)

    async def _rounds(self, crawl: Crawl, most: int, share: float, *, once: bool = False) -> None:
        while (pages := await crawl.round(most, share)) is not None:
            if self._renderer is not None:
                self._renderer.offer(pages)
            if once:
                return

    async def _show(self, crawl: Crawl, renderer: Renderer, home: Sequence[Page]) -> None:
        """Take in what the browser shows, press what may hold a contact, follow what came of it, and prove."""
        tools = self._tools
        tools.teller.tell("render", "Rendering pages")
        waiting = [*home, *await _taken_in(crawl, renderer)]
        # What pages inherit is checked; and what room is left goes to pages that nothing is known of.
        renderer.add(tools.guide.checks(renderer.room))
        waiting += await _taken_in(crawl, renderer)
        renderer.add(tools.guide.unseen())
        waiting += await _taken_in(crawl, renderer)
        tools.teller.tell("explore", "Opening menus and buttons", found=tools.guide.found())
        shown = await _explore(crawl, renderer, waiting)
        # What was opened is read before the copies of what opened it are pressed.
        await self._follow(crawl, renderer, once=True)
        await _explore(crawl, renderer, shown, copies=True)
        # Chats often load only once cookies are accepted, and so do forms and maps of others.
        await renderer.accept(home[0].url if home else "")
        await _explore(crawl, renderer, await self._follow(crawl, renderer), copies=True)
        if tools.settings.interact == "cart":
            await self._shop(crawl, renderer)
        if tools.settings.prove != "none":
            tools.teller.tell("prove", "Proving the best ways", found=tools.guide.found())
            await self._prove()

    async def _prove(self) -> None:
        """Press the best ways, and where one does not hold the next best."""
        for _ in range(PROVE_ROUNDS):
            if self._browser is None or not await prove(self._browser, self._tools, self._tools.guide.proofs()):
                return

    async def _shop(self, crawl: Crawl, renderer: Renderer) -> None:
        """See cart and checkout with a product in the cart, last of all: no other page is to change by it."""
        if self._browser is None:
            return
        tools = self._tools
        since = tools.budget.now()
        tools.teller.tell("shop", "Putting one product into the cart", found=tools.guide.found())
        pages = await Shopper(self._browser, tools, crawl.within).run()
        tools.budget.charge("shop", since)
        await crawl.take_in(pages)
        await self._follow(crawl, renderer)

    async def _follow(self, crawl: Crawl, renderer: Renderer, *, once: bool = False) -> list[Page]:
        """Read what presses led to, the best if `once`, and press what that offers; the states that came to sight.

        On a slow site the rest would take the time of the presses that are still to come.
        """
        await self._rounds(crawl, self._tools.settings.pages, EXPLORE_SHARE, once=once)
        renderer.add(self._tools.guide.unseen())
        return await _explore(crawl, renderer, await _taken_in(crawl, renderer, EXPLORE_SHARE))

    async def _discover(self, field: Field) -> Discovery:
        tools = self._tools
        known = tools.capture.fact("sitemap")
        if known is not None:
            return Discovery(tuple(known["files"]), tuple(known["pages"]))
        since = tools.budget.now()
        found = await discover(tools.fetcher, tools.gatekeeper, field.scope)
        tools.budget.charge("fetch", since)
        tools.capture.put_fact("sitemap", {"files": found.files, "pages": found.pages})
        tools.capture.put_fact("robots", as_fact(tools.gatekeeper.answers(), origin_of(field.scope.home)))
        return found

    async def _put_facts(self, home: Result) -> None:
        tools = self._tools
        if self._renderer is not None:
            await self._renderer.stop()
        if self._browser is not None and tools.settings.block_third_party:
            known = tools.capture.fact("third_party", [])
            tools.capture.put_fact("third_party", sorted({*known, *self._browser.refused}))
        forbids = home.fetch.page_status is PageStatus.CLOSED
        origin = origin_of(home.fetch.final_url)
        tools.capture.put_fact("robots", as_fact(tools.gatekeeper.answers(), origin, forbids=forbids))
        tools.capture.put_fact("phases", tools.budget.phases())

    def _failed(self, home: Result, error: GatherError | None) -> Ending:
        self._tools.capture.put_round([home.fetch])
        turned_away = home.fetch.page_status in (PageStatus.BLOCKED, PageStatus.CLOSED, PageStatus.LOGIN)
        status = CaptureStatus.BLOCKED if turned_away else CaptureStatus.UNREACHABLE
        return Ending(status, error.message if error is not None else home.fetch.reason, error)

    def _ending(self, crawl: Crawl) -> Ending:
        if crawl.stopped:
            return Ending(CaptureStatus.PARTIAL, crawl.stopped)
        walls = [wall for walls in self._renderer.walls.values() for wall in walls] if self._renderer else []
        if walls:
            return Ending(CaptureStatus.PARTIAL, f"the browser was turned away on {len(walls)} pages: {walls[0]}")
        if self._tools.budget.spent:
            return Ending(CaptureStatus.PARTIAL, f"the {self._tools.settings.seconds:g} s were spent")
        return Ending(CaptureStatus.MEASURED)


async def _explore(crawl: Crawl, renderer: Renderer, waiting: Sequence[Page], *, copies: bool = False) -> list[Page]:
    """Press what rendered pages offer, then what that brought to sight, at last `copies` where they may tell more."""
    shown = list(waiting)
    for _ in range(WAVES):
        shown, links = await renderer.explore(shown, copies=copies)
        await crawl.take_in(shown)
        await crawl.add(links)
    return shown


async def _taken_in(crawl: Crawl, renderer: Renderer, share: float = RENDER_SHARE) -> list[Page]:
    """The pages that were rendered since, committed."""
    pages = await renderer.collect(share)
    await crawl.take_in(pages)
    return pages
