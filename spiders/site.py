"""The spider: Scrapy's place for the work of one gathering."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider

from auditor.model.errors import UsageError


class SiteSpider(Spider):
    """Runs `work` between the opening and the closing of Scrapy's engine.

    Requests go through `engine.download_async`, so that the downloader with its middlewares (retries, redirects,
    robots.txt, delays) does its part, while the rounds decide what is asked for and when.
    """

    name = "site"

    def __init__(self, work: Callable[[Crawler], Awaitable[None]] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._work = work
        self.gatekeeper: Any = None

    async def start(self) -> AsyncIterator[Any]:
        """Do the work, then close at once: nothing is scheduled."""
        if self._work is None:
            raise UsageError("The spider does not run by itself.", "Use `signpost audit URL`.")
        await self._work(self.crawler)
        raise CloseSpider("finished")
        yield
