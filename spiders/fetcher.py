"""One URL asked for, with all its retries and redirects, through Scrapy's downloader."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.engine import ExecutionEngine
from scrapy.http import Response

from auditor.capture.urls import canonical_url
from spiders.failures import Failure, failure_of
from spiders.gate import NO_GATE
from spiders.guard import PORTS
from spiders.headers import headers_of
from spiders.redirects import TRAIL, WITHIN
from spiders.resolver import GuardedResolver

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for `url`: an answer with its status, or a failure with status 0. URLs are canonical."""

    url: str
    final_url: str
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    redirects: tuple[str, ...] = ()
    failure: Failure | None = None
    detail: str = ""

    @property
    def content_type(self) -> str:
        """The media type, without parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def encoding(self) -> str:
        """The character set that the header names, "" if it names none."""
        found = CHARSET.search(self.headers.get("content-type", ""))
        return found[1].lower() if found else ""

    @property
    def varies_by_device(self) -> bool:
        """Whether the server says that other agents may get another page."""
        return "user-agent" in self.headers.get("vary", "").lower()


class Fetcher:
    """Asks for URLs; every failure comes back as an Answer, nothing is raised but cancellation."""

    def __init__(self, engine: ExecutionEngine, resolver: GuardedResolver, timeout: float) -> None:
        self._engine = engine
        self._resolver = resolver
        self._timeout = timeout

    async def fetch(
        self, url: str, *, within: Callable[[str], bool] | None = None, gate: bool = True, seconds: float = 0.0
    ) -> Answer:
        """Ask for a URL. `within` says which redirects are followed, `gate=False` leaves robots.txt aside."""
        trail: list[str] = []
        meta: dict[str, object] = {"download_timeout": seconds or self._timeout, TRAIL: trail}
        if within is not None:
            meta[WITHIN] = within
        if not gate:
            meta[NO_GATE] = True
        try:
            response = await self._engine.download_async(Request(url, meta=meta, dont_filter=True))
        except Exception as error:
            return self._failed(url, trail, error)
        return _answer(url, response)

    def _failed(self, url: str, trail: Sequence[str], error: Exception) -> Answer:
        failure, detail = failure_of(error)
        last = trail[-1] if trail else url
        parts = urlsplit(last)
        if failure is Failure.NO_HOST and (parts.hostname, parts.port or PORTS[parts.scheme]) in self._resolver.refused:
            failure = Failure.PRIVATE
        return Answer(url, canonical_url(last) or url, redirects=tuple(trail), failure=failure, detail=detail)


def _answer(url: str, response: Response) -> Answer:
    redirects = tuple(response.request.meta.get("redirect_urls", ())) if response.request is not None else ()
    # The server never sees the fragment of a client-side route, but it is part of the page's address.
    final = canonical_url(response.url) if redirects else url
    return Answer(url, final or url, response.status, headers_of(response), response.body, redirects)
