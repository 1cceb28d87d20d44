"""The robots.txt of every origin that is met: read once, kept in the capture, and its delay applied."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from scrapy.core.downloader import Downloader

from auditor.capture.urls import origin_of
from spiders.agent import TOKEN
from spiders.fetcher import Fetcher
from spiders.robots import MAX_BYTES, Robots

#: Seconds that a robots.txt may take; the pages wait for it.
SECONDS = 10.0


class Gatekeeper:
    """Knows what robots.txt says. `slow` is told the host and seconds when an origin asks for pauses."""

    def __init__(self, fetcher: Fetcher, slow: Callable[[str, float], None], known: Iterable[Robots] = ()) -> None:
        self._fetcher = fetcher
        self._slow = slow
        self._rules: dict[str, asyncio.Future[Robots]] = {}
        self._known: dict[str, Robots] = {}
        for robots in known:
            self._keep(robots)

    async def learn(self, origin: str) -> Robots:
        """The robots.txt of an origin (`https://host:port`), asked for when it is not known yet."""
        if origin in self._known:
            return self._known[origin]
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._ask(origin))
        return await asyncio.shield(self._rules[origin])

    def allows(self, url: str) -> bool:
        """Whether a guest may ask for a URL, as far as is known."""
        robots = self._known.get(origin_of(url))
        return robots is None or robots.allows(url)

    def answers(self) -> tuple[Robots, ...]:
        """All that is known, by origin."""
        return tuple(self._known[origin] for origin in sorted(self._known))

    async def _ask(self, origin: str) -> Robots:
        answer = await self._fetcher.fetch(f"{origin}/robots.txt", gate=False, seconds=SECONDS)
        text = answer.body[:MAX_BYTES].decode("utf-8", "replace") if answer.status == 200 else ""
        return self._keep(Robots(origin, answer.status, text))

    def _keep(self, robots: Robots) -> Robots:
        self._known[robots.origin] = robots
        if robots.delay:
            self._slow(urlsplit(robots.origin).hostname or "", robots.delay)
        return robots


def slow_down(downloader: Downloader, host: str, seconds: float) -> None:
    """Ask a host for one page at a time with pauses of `seconds` between two."""
    seconds = max(seconds, downloader.settings.getfloat("DOWNLOAD_DELAY"))
    downloader.per_slot_settings[host] = {"concurrency": 1, "delay": seconds, "jitter": 0.0}
    slot = downloader.slots.get(host)
    if slot is not None:
        slot.concurrency, slot.delay, slot.jitter = 1, seconds, 0.0


def as_fact(answers: Sequence[Robots], origin: str, *, forbids: bool = False) -> dict[str, object]:
    """What the capture records of robots.txt; `verdict` is obeyed|absent|forbids for the home's origin.

    It is "" when that robots.txt could not be read: then nothing may be asked for, but nothing was forbidden.
    """
    origins = [{"origin": r.origin, "status": r.status, "text": r.text, "delay": r.delay} for r in answers]
    present = any(r.origin == origin and r.status == 200 for r in answers)
    failed = any(r.origin == origin and r.failed for r in answers)
    verdict = "" if failed else "forbids" if forbids else "obeyed" if present else "absent"
    return {"agent": TOKEN, "verdict": verdict, "origins": origins}


def from_fact(fact: dict[str, Any]) -> tuple[Robots, ...]:
    """The answers that a capture holds."""
    return tuple(Robots(o["origin"], int(o["status"]), o["text"]) for o in fact.get("origins", ()))
