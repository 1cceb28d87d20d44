"""Each robots.txt is asked for once, obeyed, and kept."""

import asyncio
import json
from types import SimpleNamespace

import pytest
from scrapy.settings import Settings as ScrapySettings

from spiders.gatekeeper import Gatekeeper, as_fact, from_fact, slow_down
from spiders.robots import MAX_BYTES, Robots
from tests.spiders.offline import HOME, Offline
from tests.spiders.small_server import Reply

ORIGIN = HOME.rstrip("/")
SHUT = "User-agent: *\nDisallow: /private\nCrawl-delay: 3\n"


def test_many_who_ask_at_once_cost_one_request() -> None:
    offline = Offline({f"{HOME}robots.txt": Reply(200, SHUT)})
    slowed: list[tuple[str, float]] = []

    async def all_at_once() -> Gatekeeper:
        gatekeeper = Gatekeeper(offline.fetcher, lambda host, seconds: slowed.append((host, seconds)))
        first = asyncio.ensure_future(gatekeeper.learn(ORIGIN))
        await asyncio.sleep(0)
        first.cancel()
        found = await asyncio.gather(*(gatekeeper.learn(ORIGIN) for _ in range(3)))
        assert {robots.text for robots in found} == {SHUT}
        return gatekeeper

    gatekeeper = asyncio.run(all_at_once())
    assert offline.asked == [f"{HOME}robots.txt"]
    assert slowed == [("www.brand.com", 3.0)]
    assert (gatekeeper.allows(f"{HOME}private/1"), gatekeeper.allows(f"{HOME}open")) == (False, True)


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        (Reply(404, SHUT), True),
        (Reply(500, ""), False),
        (Reply(200, "#" * MAX_BYTES + "\n" + SHUT), True),
        (ValueError("broken"), True),
    ],
)
def test_what_a_missing_broken_or_endless_robots_txt_means(reply: Reply | Exception, allowed: bool) -> None:
    gatekeeper = Gatekeeper(Offline({f"{HOME}robots.txt": reply}).fetcher, lambda host, seconds: None)
    asyncio.run(gatekeeper.learn(ORIGIN))
    assert gatekeeper.allows(f"{HOME}private/1") is allowed


def test_an_origin_that_was_not_asked_is_open_and_what_a_capture_holds_is_not_asked_again() -> None:
    offline = Offline({})
    slowed: list[str] = []
    gatekeeper = Gatekeeper(offline.fetcher, lambda host, seconds: slowed.append(host), [Robots(ORIGIN, 200, SHUT)])
    assert asyncio.run(gatekeeper.learn(ORIGIN)).text == SHUT
    assert (offline.asked, slowed) == ([], ["www.brand.com"])
    assert gatekeeper.allows("https://help.brand.com/private/1")


@pytest.mark.parametrize(
    ("answers", "forbids", "verdict"),
    [
        ([Robots(ORIGIN, 200, SHUT)], False, "obeyed"),
        ([Robots(ORIGIN, 200, SHUT)], True, "forbids"),
        ([Robots(ORIGIN, 404)], False, "absent"),
        ([Robots(ORIGIN, 503)], True, ""),
        ([Robots(ORIGIN, 200, SHUT), Robots("https://help.brand.com", 503)], True, "forbids"),
        ([Robots("https://help.brand.com", 200, SHUT)], False, "absent"),
        ([], False, "absent"),
    ],
)
def test_the_verdict_is_that_of_the_homes_own_origin(answers: list[Robots], forbids: bool, verdict: str) -> None:
    assert as_fact(answers, ORIGIN, forbids=forbids)["verdict"] == verdict


def test_what_a_capture_records_is_read_back_as_it_was() -> None:
    answers = (Robots("https://a.brand.com", 0), Robots(ORIGIN, 200, SHUT))
    assert from_fact(json.loads(json.dumps(as_fact(answers, ORIGIN)))) == answers
    assert from_fact({}) == ()


@pytest.mark.parametrize(("asked", "own", "delay"), [(3.0, 0.0, 3.0), (1.0, 2.5, 2.5)])
def test_a_host_that_asks_for_pauses_gets_the_longer_of_its_own_and_the_users(
    asked: float, own: float, delay: float
) -> None:
    slot = SimpleNamespace(concurrency=8, delay=0.0, jitter=0.5)
    settings = ScrapySettings({"DOWNLOAD_DELAY": own})
    downloader = SimpleNamespace(settings=settings, per_slot_settings={}, slots={"a.test": slot})
    for host in ("a.test", "b.test"):
        slow_down(downloader, host, asked)  # type: ignore[arg-type]
    assert (slot.concurrency, slot.delay, slot.jitter) == (1, delay, 0.0)
    assert downloader.per_slot_settings["b.test"] == {"concurrency": 1, "delay": delay, "jitter": 0.0}
