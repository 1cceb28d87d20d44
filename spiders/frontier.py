"""The frontier: links not yet fetched, given out best first. The same links give the same order, however they came."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from auditor.model.guide import Link
from spiders.traps import Traps

#: What decides between two links to one page: score, then nearness to home, then the words themselves.
Key = tuple[float, int, str, str, str]


@dataclass(slots=True)
class _Entry:
    key: Key
    link: Link
    stamp: int


class Frontier:
    """Takes links in and gives the best out by (score, URL).

    A score is asked for when a link comes in and again when its turn comes: it may have fallen since (its stage was
    seen). One that rose is noticed at its turn. Pages of a pattern of which many were taken wait behind all others.
    """

    def __init__(self, score: Callable[[Link], float], traps: Traps) -> None:
        self._score = score
        self._traps = traps
        self._entries: dict[str, _Entry] = {}
        self._heap: list[tuple[float, str, int]] = []
        self._late: list[tuple[float, str, int]] = []
        self._done: set[str] = set()
        self._stamps = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, url: str) -> bool:
        return url in self._entries or url in self._done

    def add(self, links: Iterable[Link]) -> None:
        """Take links in; of several to one page the best is kept, with the least depth of all."""
        for link in links:
            if link.url in self._done or self._traps.refuses(link.url):
                continue
            key = (self._score(link), -link.depth, link.text, link.region, link.source)
            known = self._entries.get(link.url)
            if known is None:
                self._push(link.url, _Entry(key, link, 0))
                continue
            depth = min(link.depth, known.link.depth)
            if key > known.key:
                self._push(link.url, _Entry(key, replace(link, depth=depth), 0))
            elif depth < known.link.depth:
                known.link = replace(known.link, depth=depth)

    def drop(self, url: str) -> None:
        """Forget a URL for good: it was fetched, or is another name of a page that was."""
        self._done.add(url)
        self._entries.pop(url, None)

    def take(self, count: int) -> tuple[Link, ...]:
        """The best links, at most `count`, best first; they are done with."""
        taken: list[Link] = []
        for heap, late in ((self._heap, False), (self._late, True)):
            while heap and len(taken) < count:
                link = self._next(heap, late=late)
                if link is not None:
                    self._traps.count(link.url)
                    self.drop(link.url)
                    taken.append(link)
        return tuple(taken)

    def _next(self, heap: list[tuple[float, str, int]], *, late: bool) -> Link | None:
        negative, url, stamp = heappop(heap)
        entry = self._entries.get(url)
        if entry is None or entry.stamp != stamp:
            return None
        if self._traps.full(url):
            self.drop(url)
            return None
        if not late and self._traps.late(url):
            heappush(self._late, (negative, url, stamp))
            return None
        now = -self._score(entry.link)
        if now > negative and heap and (now, url) > heap[0][:2]:
            heappush(heap, (now, url, stamp))
            return None
        return entry.link

    def _push(self, url: str, entry: _Entry) -> None:
        self._stamps += 1
        entry.stamp = self._stamps
        self._entries[url] = entry
        heappush(self._heap, (-entry.key[0], url, entry.stamp))
