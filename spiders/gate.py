"""The gate before every request, redirected ones too: robots.txt of its origin is read first, and obeyed."""

from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler

from auditor.capture.urls import origin_of
from spiders.failures import ClosedError
from spiders.robots import Robots

#: The mark of a request for robots.txt itself.
NO_GATE = "signpost_no_gate"


class RobotsGate:
    """Downloader middleware; asks the gatekeeper of the spider."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy makes its parts."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass, or raise ClosedError."""
        gatekeeper: Any = getattr(self._crawler.spider, "gatekeeper", None)
        if gatekeeper is None or NO_GATE in request.meta:
            return
        robots: Robots = await gatekeeper.learn(origin_of(request.url))
        if not robots.allows(request.url):
            raise ClosedError(request.url, robots.status if robots.failed else 0)
