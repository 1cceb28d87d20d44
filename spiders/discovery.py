"""The pages that a site's sitemaps name."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.capture.harvest import follows
from auditor.capture.scope import Scope, Standing
from auditor.capture.urls import canonical_url, origin_of
from auditor.model.guide import Link
from spiders.fetcher import Fetcher
from spiders.gatekeeper import Gatekeeper
from spiders.sitemap import Sitemap, by_use, read_sitemap

#: Files read of one site; an index may name thousands.
MAX_FILES = 10
#: Pages kept of all files together.
MAX_PAGES = 5000
#: A page known from the sitemap only is as far from home as can be (auditor.model.guide.Link).
DEPTH = 9


@dataclass(frozen=True, slots=True)
class Discovery:
    """The sitemaps read, and the pages in scope that they name, in their order."""

    files: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    def links(self) -> tuple[Link, ...]:
        """The pages as links without words."""
        source = self.files[0] if self.files else ""
        return tuple(Link(url, "", "", source, DEPTH) for url in self.pages)


async def discover(fetcher: Fetcher, gatekeeper: Gatekeeper, scope: Scope) -> Discovery:
    """Read the sitemaps that robots.txt names, else /sitemap.xml, breadth first and within limits."""
    origin = origin_of(scope.home)
    named = (await gatekeeper.learn(origin)).sitemaps
    waiting = list(by_use(named)) or [f"{origin}/sitemap.xml"]
    read: dict[str, tuple[str, ...]] = {}
    while waiting and len(read) < MAX_FILES:
        batch = _usable(waiting, scope, read)[: MAX_FILES - len(read)]
        maps = await asyncio.gather(*[_read(fetcher, url, scope) for url in batch])
        read.update(zip(batch, (found.pages for found in maps), strict=True))
        waiting = [child for found in maps for child in found.children]
    pages = dict.fromkeys(canonical_url(url) for found in read.values() for url in found)
    kept = [url for url in pages if url and follows(url) and scope.standing(url) is Standing.IN]
    return Discovery(tuple(read), tuple(kept[:MAX_PAGES]))


def _usable(urls: list[str], scope: Scope, read: dict[str, tuple[str, ...]]) -> list[str]:
    """Sitemaps on the site's own host; one elsewhere says nothing that a guest would take from it."""
    home = urlsplit(scope.home).netloc.removeprefix("www.")
    return [url for url in dict.fromkeys(urls) if url not in read and urlsplit(url).netloc.removeprefix("www.") == home]


async def _read(fetcher: Fetcher, url: str, scope: Scope) -> Sitemap:
    answer = await fetcher.fetch(url, within=lambda target: scope.standing(target) is Standing.IN)
    return read_sitemap(answer.body) if answer.status == 200 else Sitemap()
