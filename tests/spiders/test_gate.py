"""No request passes that robots.txt forbids."""

import asyncio
from types import SimpleNamespace

import pytest
from scrapy import Request

from spiders.failures import ClosedError
from spiders.gate import NO_GATE, RobotsGate
from spiders.gatekeeper import Gatekeeper
from tests.spiders.offline import HOME, Offline, crawler
from tests.spiders.small_server import Reply

SHUT = Reply(200, "User-agent: Signpost\nDisallow: /private\n")


def passes(url: str, *, gatekeeper: bool = True, **meta: object) -> tuple[bool, list[str]]:
    """Whether a request passes, and what was asked for to know."""
    offline = Offline({f"{HOME}robots.txt": SHUT, "https://shut.brand.com/robots.txt": Reply(503)})
    built = crawler()
    keeper = Gatekeeper(offline.fetcher, lambda host, seconds: None) if gatekeeper else None
    built.spider = SimpleNamespace(gatekeeper=keeper)  # type: ignore[assignment]
    try:
        asyncio.run(RobotsGate.from_crawler(built).process_request(Request(url, meta=meta)))
    except ClosedError as error:
        assert str(error) == url
        return False, offline.asked
    return True, offline.asked


@pytest.mark.parametrize(
    ("url", "passed", "asked"),
    [
        (f"{HOME}open", True, f"{HOME}robots.txt"),
        (f"{HOME}private/1", False, f"{HOME}robots.txt"),
        ("https://shut.brand.com/", False, "https://shut.brand.com/robots.txt"),
        ("https://free.brand.com/private", True, "https://free.brand.com/robots.txt"),
    ],
)
def test_robots_txt_of_the_pages_own_origin_is_read_first(url: str, passed: bool, asked: str) -> None:
    assert passes(url) == (passed, [asked])


@pytest.mark.parametrize(("reply", "status"), [(SHUT, 0), (Reply(503), 503)])
def test_a_robots_txt_that_failed_is_told_from_one_that_forbids(reply: Reply, status: int) -> None:
    built = crawler()
    keeper = Gatekeeper(Offline({f"{HOME}robots.txt": reply}).fetcher, lambda host, seconds: None)
    built.spider = SimpleNamespace(gatekeeper=keeper)  # type: ignore[assignment]
    with pytest.raises(ClosedError) as told:
        asyncio.run(RobotsGate.from_crawler(built).process_request(Request(f"{HOME}private/1")))
    assert told.value.status == status


def test_robots_txt_itself_is_asked_for_without_being_asked_about() -> None:
    assert passes(f"{HOME}private/1", **{NO_GATE: True}) == (True, [])


def test_before_there_is_a_gatekeeper_nothing_is_held_back() -> None:
    assert passes(f"{HOME}private/1", gatekeeper=False) == (True, [])
