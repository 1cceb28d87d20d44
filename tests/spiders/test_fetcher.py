"""What comes back when a URL is asked for."""

import asyncio
from typing import Any

import pytest
from scrapy.exceptions import CannotResolveHostError

from spiders.failures import ClosedError, Failure
from spiders.fetcher import Answer
from tests.spiders.offline import HOME, Offline
from tests.spiders.small_server import Reply


def fetched(offline: Offline, url: str = HOME, **more: Any) -> Answer:
    return asyncio.run(offline.fetcher.fetch(url, **more))


def to(address: str) -> Reply:
    return Reply(302, headers={"Location": address})


@pytest.mark.parametrize(
    ("headers", "kind", "encoding", "varies"),
    [
        ({}, "", "", False),
        ({"content-type": "Text/HTML; Charset=ISO-8859-1"}, "text/html", "iso-8859-1", False),
        ({"content-type": 'text/html;charset="utf-8"'}, "text/html", "utf-8", False),
        ({"content-type": "text/html", "vary": "Accept, USER-AGENT"}, "text/html", "", True),
        ({"content-type": "; charset=", "vary": "*"}, "", "", False),
    ],
)
def test_what_the_headers_say(headers: dict[str, str], kind: str, encoding: str, varies: bool) -> None:
    answer = Answer(HOME, HOME, 200, headers)
    assert (answer.content_type, answer.encoding, answer.varies_by_device) == (kind, encoding, varies)


def test_an_answer_has_its_headers_in_lower_case_and_its_body() -> None:
    answer = fetched(Offline({HOME: Reply(203, "<p>Hi", {"X-Shop": "A"})}))
    assert (answer.status, answer.body, answer.headers["x-shop"], answer.failure) == (203, b"<p>Hi", "A", None)


@pytest.mark.parametrize(
    ("url", "final", "redirects"),
    [
        (f"{HOME}new", f"{HOME}new", ()),
        (f"{HOME}new#/contact", f"{HOME}new#/contact", ()),
        (f"{HOME}old", f"{HOME}new", (f"{HOME}old",)),
        (f"{HOME}older", f"{HOME}new", (f"{HOME}older", f"{HOME}old")),
    ],
)
def test_where_an_address_leads(url: str, final: str, redirects: tuple[str, ...]) -> None:
    routes = {f"{HOME}older": to("/old"), f"{HOME}old": to("/new?utm_source=x"), f"{HOME}new": "New"}
    answer = fetched(Offline({**routes, f"{HOME}new?utm_source=x": "New"}), url)
    assert (answer.url, answer.final_url, answer.status, answer.redirects) == (url, final, 200, redirects)


def test_a_redirect_off_the_site_tells_where_it_led_and_is_not_followed() -> None:
    offline = Offline({HOME: to("https://elsewhere.test/shop")})
    answer = fetched(offline, within=lambda url: url.startswith(HOME))
    assert (answer.status, answer.failure) == (0, Failure.LEFT)
    assert (answer.final_url, answer.redirects) == ("https://elsewhere.test/shop", ("https://elsewhere.test/shop",))
    assert offline.asked == [HOME]


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (ClosedError(HOME), Failure.CLOSED),
        (ValueError("odd"), Failure.BROKEN),
        (CannotResolveHostError(), Failure.NO_HOST),
    ],
)
def test_every_failure_comes_back_as_an_answer(error: Exception, failure: Failure) -> None:
    answer = fetched(Offline({HOME: error}))
    assert (answer.url, answer.final_url, answer.status, answer.failure) == (HOME, HOME, 0, failure)


@pytest.mark.parametrize(
    ("refused", "failure"),
    [
        ({("www.brand.com", 443)}, Failure.PRIVATE),
        ({("www.brand.com", 80)}, Failure.NO_HOST),
        ({("other.com", 443)}, Failure.NO_HOST),
    ],
)
def test_a_host_that_the_guard_refused_is_no_missing_host(refused: set[tuple[str, int]], failure: Failure) -> None:
    offline = Offline({HOME: CannotResolveHostError()})
    offline.resolver.refused |= refused
    assert fetched(offline).failure is failure


def test_the_guard_is_asked_of_the_last_address_of_a_chain() -> None:
    offline = Offline({HOME: to("http://router.test:8080/"), "http://router.test:8080/": CannotResolveHostError()})
    offline.resolver.refused.add(("router.test", 8080))
    answer = fetched(offline)
    assert (answer.failure, answer.final_url) == (Failure.PRIVATE, "http://router.test:8080/")


def test_cancelling_is_the_one_thing_that_is_raised() -> None:
    class Cancelled(Offline):
        async def download_async(self, request: Any) -> Any:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        fetched(Cancelled({}))
