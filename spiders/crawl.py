"""The crawl in rounds: the best K links are fetched with all their retries, then committed in their order.

Only committed results decide what comes next, so the set of pages depends on the site and the budget of pages, not
on which answer came first. A resumed crawl runs the same rounds again and takes from the capture what is there.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.capture.pages import keep
from auditor.capture.records import Fetch
from auditor.capture.shared import SharedBlocks
from auditor.model.guide import Link
from auditor.model.page import Page
from auditor.model.terms import PageStatus
from spiders.field import Field
from spiders.ledger import ROUND_SPAN, Ledger, Result
from spiders.reading import closed, read_again, read_answer
from spiders.tools import Tools

#: Pages closed by robots.txt stand after all others in the commit order.
FIRST_CLOSED = 10**9
#: A round of at least this many pages that is turned away as a whole ends the crawl.
WALL = 4


class Crawl:
    """The rounds of one site, after its home page was committed. `stopped` says why the site ended it, if it did."""

    def __init__(self, tools: Tools, field: Field, ledger: Ledger, stored: Mapping[str, Fetch]) -> None:
        self._tools = tools
        self._field = field
        self._ledger = ledger
        self._stored = stored
        self._shared = SharedBlocks()
        self._round = 0
        self._shut = FIRST_CLOSED
        self.stopped = ""

    async def enter_home(self, home: Result) -> list[Page]:
        """Commit the home page as round 0; gives back its page as a list."""
        return await self._commit([home], [0])

    async def add(self, links: Sequence[Link]) -> None:
        """Take in links from elsewhere (sitemap, presses) and record those that are closed."""
        self._record([], await self._field.add(links))

    def within(self, url: str) -> bool:
        """Whether an address is the site's."""
        return self._field.within(url)

    async def take_in(self, pages: Sequence[Page]) -> None:
        """Tell guide and frontier of rendered pages and states of pages that are committed already."""
        self._tools.guide.commit(pages)
        self._record([], await self._field.take_in(pages))
        keep(self._tools.capture, pages)

    async def round(self, most: int, share: float) -> list[Page] | None:
        """Run one round within `most` pages in all and a share of the seconds; None when there is nothing to do."""
        room = most - self._ledger.asked
        if room <= 0 or self.stopped or not self._tools.guide.open():
            return None
        if not self._tools.budget.left(share):
            self._tools.budget.spent = self._tools.budget.spent or len(self._field.frontier) > 0
            return None
        plan = self._field.frontier.take(min(self._tools.settings.round_size, room))
        if not plan:
            return None
        since = self._tools.budget.now()
        results = await self._fetch(plan, share)
        if len(results) < len(plan):
            self._tools.budget.spent = True
        places = [place for place, link in enumerate(plan) if link.url in results]
        pages = await self._commit([results[plan[place].url] for place in places], places)
        self._tools.budget.charge("fetch", since)
        self._tell()
        return pages

    async def _fetch(self, plan: Sequence[Link], share: float) -> dict[str, Result]:
        """The results that came within the time, by URL."""
        tasks = {link.url: asyncio.ensure_future(self._obtain(link)) for link in plan}
        try:
            await asyncio.wait(tasks.values(), timeout=self._tools.budget.left(share))
        finally:
            for task in tasks.values():
                task.cancel()
        return {url: task.result() for url, task in tasks.items() if task.done() and not task.cancelled()}

    async def _obtain(self, link: Link) -> Result:
        stored = self._stored.get(link.url)
        if stored is not None:
            return read_again(stored, self._shared)
        answer = await self._tools.fetcher.fetch(link.url, within=self._field.within)
        return read_answer(link, answer, self._shared)

    async def _commit(self, results: Sequence[Result], places: Sequence[int]) -> list[Page]:
        base = self._round * ROUND_SPAN
        numbered = [
            Result(replace(result.fetch, round=self._round, order=base + place), result.page)
            for result, place in zip(results, places, strict=True)
        ]
        entered = self._ledger.enter(numbered)
        for result in entered:
            self._field.frontier.drop(result.fetch.url)
            self._field.frontier.drop(result.fetch.final_url)
        known = [(result.page, result.fetch.depth) for result in entered if result.page is not None]
        pages = [page for page, _ in known]
        self._tools.guide.commit(pages)
        shut = await self._field.take_in(pages, [depth for _, depth in known])
        self._record([result.fetch for result in entered], shut)
        keep(self._tools.capture, pages)
        fetched = [result.fetch for result in entered if result.fetch.url not in self._stored]
        if len(fetched) >= WALL and all(fetch.page_status is PageStatus.BLOCKED for fetch in fetched):
            self.stopped = f"the site turned this crawler away after {self._ledger.pages} pages"
        self._round += 1
        return pages

    def _record(self, fetches: Sequence[Fetch], shut: Sequence[Link]) -> None:
        """Write a round to the capture at once; what is there already is not written again."""
        records = [replace(closed(link), round=self._round, order=self._shut + n) for n, link in enumerate(shut)]
        self._shut += len(shut)
        new = [fetch for fetch in (*fetches, *records) if fetch.url not in self._stored]
        if new:
            self._tools.capture.put_round(new)

    def _tell(self) -> None:
        queued, found = len(self._field.frontier), self._tools.guide.found()
        self._tools.teller.tell("fetch", pages=self._ledger.pages, queued=queued, found=found)
