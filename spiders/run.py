"""Scrapy started and stopped in this process, once: Twisted's reactor cannot start twice."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Scrapy loads its handler when it is first needed, and then looks through the whole stack of calls, which costs .3 s
# from within the reactor and little from here.
import scrapy.core.downloader.handlers.http11  # noqa: F401
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.utils.reactor import install_reactor

from auditor.capture.store import Capture
from auditor.model.guide import Guide
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from auditor.model.terms import CaptureStatus
from spiders.budget import Budget
from spiders.detour import read_detour
from spiders.fetcher import Fetcher
from spiders.gatekeeper import Gatekeeper, from_fact, slow_down
from spiders.gathering import Ending, Gathering
from spiders.guard import guard_for
from spiders.resolver import GuardedResolver
from spiders.settings import DOWNLOAD_TIMEOUT, TWISTED_REACTOR, scrapy_settings
from spiders.site import SiteSpider
from spiders.telling import Teller
from spiders.tools import Tools

STOPPED = Ending(CaptureStatus.PARTIAL, "it was stopped")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be gathered: into which capture, with pictures in which folder, within how many seconds."""

    settings: Settings
    capture: Capture
    shots: Path
    seconds: float


class Run:
    """One run of Scrapy; `start` returns when it is over, `stop` may be called from another thread."""

    def __init__(self, order: Order, guide: Guide, report: Callable[[Progress], None]) -> None:
        self._order = order
        self._guide = guide
        self._report = report
        self._budget = Budget(order.seconds)
        self._task: asyncio.Task[Ending] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = STOPPED
        self._failure: BaseException | None = None
        self._stopping = False

    def start(self, finished: Callable[[Ending], None]) -> None:
        """Gather and tell how it ended; `finished` is called before the reactor stops. Raises what the work raised."""
        # Whatever goes wrong with a page is told in the capture; lines on stderr are for what kills the process.
        logging.getLogger("scrapy").setLevel(logging.CRITICAL)
        install_reactor(TWISTED_REACTOR)
        from twisted.internet import reactor as installed

        reactor: Any = installed
        settings = self._order.settings
        guard = guard_for(settings.url, tuple(read_detour(text) for text in settings.resolve))
        resolver = GuardedResolver(reactor.nameResolver, guard)
        reactor.installNameResolver(resolver)
        self._loop = asyncio.get_event_loop()

        async def work(crawler: Crawler) -> None:
            try:
                self._task = asyncio.ensure_future(self._gather(crawler, resolver))
                if self._stopping:
                    self._task.cancel()
                self._ending = await self._task
            except asyncio.CancelledError:
                self._ending = STOPPED
            except BaseException as error:
                self._failure = error

        def over(crawl: asyncio.Task[None]) -> None:
            self._failure = self._failure or crawl.exception()
            try:
                if self._failure is None:
                    finished(self._ending)
            finally:
                reactor.callLater(0, reactor.stop)

        runner = AsyncCrawlerRunner(scrapy_settings(settings))
        runner.crawl(SiteSpider, work=work).add_done_callback(over)
        reactor.run(installSignalHandlers=False)
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """End the work early; what was committed stays."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        self._stopping = True
        if self._task is not None:
            self._task.cancel()

    async def _gather(self, crawler: Crawler, resolver: GuardedResolver) -> Ending:
        engine = crawler.engine
        capture = self._order.capture
        fetcher = Fetcher(engine, resolver, DOWNLOAD_TIMEOUT)
        known = from_fact(capture.fact("robots", {}))
        gatekeeper = Gatekeeper(fetcher, lambda host, delay: slow_down(engine.downloader, host, delay), known)
        spider: Any = crawler.spider
        spider.gatekeeper = gatekeeper
        tools = Tools(
            self._order.settings, capture, self._guide, fetcher, gatekeeper, self._budget, Teller(self._report)
        )
        return await Gathering(tools, self._order.shots).run()
