"""Redirects as a visitor's browser follows them, no further than the site."""

import re
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response

from spiders.failures import LeftScopeError, TooManyRedirectsError
from spiders.redirects import HEAD, TRAIL, WITHIN, MetaRefresh, Redirects
from spiders.settings import REDIRECT_MAX_TIMES
from tests.spiders.offline import HOME, crawler


def moved(to: str, *cookies: str, sent: str = "", status: int = 302, **meta: Any) -> Request | Response:
    """What follows when the home page is answered with a redirect."""
    request = Request(HOME, meta=meta, headers={"Cookie": sent} if sent else None)
    response = Response(HOME, status, {"Location": to, "Set-Cookie": list(cookies)}, request=request)
    return Redirects.from_crawler(crawler()).process_response(request, response)


def refreshed(head: str) -> Request | Response:
    request = Request(HOME)
    response = HtmlResponse(HOME, 200, body=f"<html><head>{head}</head>".encode(), request=request)
    return MetaRefresh.from_crawler(crawler()).process_response(request, response)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(status: int) -> None:
    found = moved("/new", status=status)
    assert isinstance(found, Request)
    assert (found.url, found.meta["redirect_urls"]) == (f"{HOME}new", [HOME])


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://brand.com/", "javascript:alert(1)", "http://[b.test/"])
def test_what_is_no_web_address_is_not_followed(to: str) -> None:
    assert isinstance(moved(to), Response)


@pytest.mark.parametrize(("within", "followed"), [(True, True), (False, False)])
def test_a_redirect_off_the_site_ends_there_and_its_address_is_kept(within: bool, followed: bool) -> None:
    trail: list[str] = []
    asked: list[str] = []

    def allowed(url: str) -> bool:
        asked.append(url)
        return within

    meta = {TRAIL: trail, WITHIN: allowed}
    if followed:
        assert isinstance(moved("https://b.test/", **meta), Request)
    else:
        with pytest.raises(LeftScopeError, match=re.escape("https://b.test/")):
            moved("https://b.test/", **meta)
    assert trail == asked == ["https://b.test/"]


def test_a_chain_is_followed_as_long_as_a_browser_would() -> None:
    assert isinstance(moved("/x", redirect_times=REDIRECT_MAX_TIMES - 1), Request)
    with pytest.raises(TooManyRedirectsError):
        moved("/x", redirect_times=REDIRECT_MAX_TIMES)


def test_the_next_page_has_its_retries_to_itself() -> None:
    found = moved("/x", retry_times=3)
    assert isinstance(found, Request)
    assert "retry_times" not in found.meta


@pytest.mark.parametrize(
    ("to", "sent", "cookies", "cookie"),
    [
        ("/x", "", ["seen=1; Path=/; Secure; HttpOnly", "b=2"], b"seen=1; b=2"),
        ("/x", "a=1; b=1", ["b=2"], b"a=1; b=2"),
        ("/x", "a=1", [], b"a=1"),
        ("/x", "", [], None),
        ("/x", "", ["a,b=1", "good=1"], b"good=1"),
        ("https://b.test/", "a=1", ["b=2"], None),
        ("https://www.brand.com:8443/", "", ["b=2"], None),
    ],
)
def test_cookies_go_along_on_one_host_only(to: str, sent: str, cookies: list[str], cookie: bytes | None) -> None:
    found = moved(to, *cookies, sent=sent)
    assert isinstance(found, Request)
    assert found.headers.get("Cookie") == cookie


@pytest.mark.parametrize(
    ("head", "to"),
    [
        ('<meta http-equiv="refresh" content="0; url=/new">', f"{HOME}new"),
        ('<META HTTP-EQUIV="Refresh" CONTENT="0;URL=/new">', f"{HOME}new"),
        ('<meta http-equiv="refresh" content="900; url=/new">', None),
        ('<meta http-equiv="refresh" content="0; url=mailto:a@b.test">', None),
        ('<meta http-equiv="refresh" content="60; url=javascript:location.reload()">', None),
        ("<title>A refreshing drink</title>", None),
        (f'{" " * HEAD}<meta http-equiv="refresh" content="0; url=/new">', None),
    ],
)
def test_a_meta_refresh_is_followed_where_a_browser_does_so_at_once(head: str, to: str | None) -> None:
    found = refreshed(head)
    assert (found.url if isinstance(found, Request) else None) == to
