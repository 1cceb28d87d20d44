"""Scrapy's engine replaced by a list of answers, for parts that only need to ask: no network and no reactor."""

from collections.abc import Callable, Mapping
from pathlib import Path

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response

from auditor.capture.store import Capture
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from spiders.budget import Budget
from spiders.fetcher import Fetcher
from spiders.gatekeeper import Gatekeeper
from spiders.guard import guard_for
from spiders.redirects import Redirects
from spiders.resolver import GuardedResolver
from spiders.settings import scrapy_settings
from spiders.site import SiteSpider
from spiders.telling import Teller
from spiders.tools import Tools
from tests.spiders.breadth import BreadthGuide
from tests.spiders.small_server import Reply

HOME = "https://www.brand.com/"


def crawler() -> Crawler:
    """A crawler with our settings that is never started."""
    return Crawler(SiteSpider, scrapy_settings(Settings(url=HOME)))


class Offline:
    """Answers by URL; redirects are followed by our own middleware, what is not in `routes` is 404."""

    def __init__(self, routes: Mapping[str, str | Reply | Exception]) -> None:
        self.routes = routes
        self.asked: list[str] = []
        self.resolver = GuardedResolver(None, guard_for(HOME))
        self.fetcher = Fetcher(self, self.resolver, 5.0)  # type: ignore[arg-type]
        self._redirects = Redirects.from_crawler(crawler())

    async def download_async(self, request: Request) -> Response:
        """The answer, as Scrapy's engine gives it."""
        while True:
            self.asked.append(request.url)
            result = self._redirects.process_response(request, self._answer(request))
            if isinstance(result, Response):
                return result
            request = result

    def _answer(self, request: Request) -> Response:
        url = request.url.partition("#")[0]
        route = self.routes.get(url, Reply(404, "<h1>Not here</h1>"))
        if isinstance(route, Exception):
            raise route
        reply = (
            Reply(200, f"<!doctype html><html lang=en><title>T</title><body>{route}</body>")
            if isinstance(route, str)
            else route
        )
        headers = {"Content-Type": "text/html", **reply.headers}
        return HtmlResponse(url, reply.status, headers, reply.body.encode(), request=request)


def tools_for(
    offline: Offline,
    capture: Capture,
    guide: BreadthGuide | None = None,
    clock: Callable[[], float] = lambda: 0.0,
    told: list[Progress] | None = None,
    **options: object,
) -> Tools:
    """The tools of one gathering whose time stands still unless a clock is given."""
    settings = Settings.model_validate({"url": HOME, "render": "never", **options})
    budget = Budget(settings.seconds, clock)
    lines: list[Progress] = [] if told is None else told
    gatekeeper = Gatekeeper(offline.fetcher, lambda host, seconds: None)
    return Tools(settings, capture, guide or BreadthGuide(), offline.fetcher, gatekeeper, budget, Teller(lines.append))


def new_capture(folder: Path) -> Capture:
    """An empty capture in a folder."""
    return Capture.create(folder / "site.sqlite", Settings(url=HOME))
