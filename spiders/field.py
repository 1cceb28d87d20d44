"""The field: what the committed pages say of where to go next. Scope, frontier and closed pages grow from here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from auditor.capture.harvest import links_of
from auditor.capture.locales import bare_prefix, locale_prefix
from auditor.capture.scope import Scope, Standing, help_desk
from auditor.capture.urls import origin_of
from auditor.model.domains import registrable_domain
from auditor.model.guide import Guide, Link
from auditor.model.page import Element, Page
from spiders.frontier import Frontier
from spiders.gatekeeper import Gatekeeper
from spiders.traps import Traps

#: Pages closed by robots.txt that are recorded of one round; the best, for the rest adds nothing.
MAX_CLOSED = 100
#: Links to hosts of the brand that are remembered until a page says that the host belongs to the site.
MAX_OUTSIDE = 2000
#: Roots of other locales that are recorded.
MAX_ALTERNATES = 200


@dataclass(slots=True)
class _Seen:
    blocks: set[tuple[str, str]] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    outside: dict[str, Link] = field(default_factory=dict)
    alternates: dict[str, None] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)


class Field:
    """Takes pages in the order in which they were committed and keeps the frontier."""

    def __init__(self, scope: Scope, guide: Guide, gatekeeper: Gatekeeper) -> None:
        self.scope = scope
        self.frontier = Frontier(guide.score, Traps())
        #: The addresses of what the site's search found: from there no further search is followed.
        self.found: set[str] = set()
        self._guide = guide
        self._gatekeeper = gatekeeper
        self._seen = _Seen()

    @property
    def alternates(self) -> tuple[str, ...]:
        """Roots of other locales that links led to."""
        return tuple(sorted(self._seen.alternates))

    def within(self, url: str) -> bool:
        """Whether a redirect may lead there."""
        return self.scope.standing(url) is Standing.IN

    async def take_in(self, pages: Sequence[Page], depths: Sequence[int] = ()) -> list[Link]:
        """Learn from pages and give back the links that robots.txt closes, best first.

        `depths` are the pages' links from home; without them the pages are states or renderings of known ones.
        """
        found: dict[str, Link] = {}
        waiting: list[Link] = []
        for number, page in enumerate(pages):
            depth = depths[number] if depths else self._seen.depths.get(page.url, 0)
            self._seen.depths.setdefault(page.url, depth)
            waiting += self._links(page, depth)
        hosts = self.scope.hosts
        for link in waiting:
            self._sort_in(link, found)
        if hosts:
            self._readmit(found)
        return await self._admit(list(found.values()))

    async def add(self, links: Sequence[Link]) -> list[Link]:
        """Take in links that no page holds (sitemap, presses); gives back the closed ones."""
        return await self._admit([link for link in links if self.within(link.url)])

    def _links(self, page: Page, depth: int) -> Iterator[Link]:
        stage = self._guide.stage(page)
        fresh = self._fresh(page)
        self.scope = self.scope.learn(page, stage, fresh)
        links = links_of(page, fresh, depth)
        if page.url not in self.found:
            return links
        # Filters, orders and further pages of results have no end.
        return (link for link in links if link.url.partition("?")[0] != page.url.partition("?")[0])

    def _fresh(self, page: Page) -> list[Element]:
        """The elements with addresses that stand in no block seen before: a shared menu is read once."""
        place = urlsplit(page.final_url).netloc
        keys = [(place, block.digest) for block in page.blocks]
        known = [key in self._seen.blocks for key in keys]
        self._seen.blocks.update(keys)
        return [e for e in page.elements if e.href and not (0 <= e.block < len(known) and known[e.block])]

    def _sort_in(self, link: Link, found: dict[str, Link]) -> None:
        standing = self.scope.standing(link.url)
        if standing is Standing.IN:
            found[f"{link.url} {link.text} {link.region}"] = link
        elif standing is Standing.ALTERNATE:
            if len(self._seen.alternates) < MAX_ALTERNATES:
                self._seen.alternates.setdefault(_root(link.url))
        elif len(self._seen.outside) < MAX_OUTSIDE and self._may_belong(link.url):
            self._seen.outside.setdefault(link.url, link)

    def _may_belong(self, url: str) -> bool:
        domain = self.scope.domain
        host = urlsplit(url).hostname or ""
        return registrable_domain(host) == domain or help_desk(url, domain.partition(".")[0])

    def _readmit(self, found: dict[str, Link]) -> None:
        for link in list(self._seen.outside.values()):
            if self.scope.standing(link.url) is Standing.IN:
                del self._seen.outside[link.url]
                found[f"{link.url} {link.text} {link.region}"] = link

    async def _admit(self, links: Sequence[Link]) -> list[Link]:
        for origin in sorted({origin_of(link.url) for link in links}):
            await self._gatekeeper.learn(origin)
        self.frontier.add(link for link in links if self._gatekeeper.allows(link.url))
        shut = {link.url: link for link in links if not self._gatekeeper.allows(link.url)}
        new = [link for url, link in shut.items() if url not in self._seen.closed]
        new.sort(key=lambda link: (-self._guide.score(link), link.url))
        self._seen.closed.update(link.url for link in new[:MAX_CLOSED])
        return new[:MAX_CLOSED]


def _root(url: str) -> str:
    parts = urlsplit(url)
    prefix = locale_prefix(parts.path) or bare_prefix(parts.path)
    return f"{parts.scheme}://{parts.netloc}{prefix}/"
