"""The rounds, against a server that stumbles: what is committed, in which order, and what is left alone."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.capture.store import Capture
from auditor.model.guide import PROBE_PATH
from auditor.model.terms import PageStatus
from tests.mockserver import MockServer, shop
from tests.spiders.pages import met
from tests.spiders.small_server import Reply, SmallServer

Gathers = Callable[..., Capture]
Starts = Callable[..., MockServer]
LINES = tuple[str, str, int, int]


def told(capture: Capture, server: MockServer) -> list[LINES]:
    """What was committed, without the port of the server."""
    home = server.url.rstrip("/")
    return [(f.url.removeprefix(home), str(f.page_status), f.round, f.order) for f in capture.fetches()]


def paths(server: MockServer) -> list[str]:
    return [request.path for request in server.requests]


def test_the_set_of_pages_does_not_depend_on_concurrency_or_delays(mock_server: Starts, gathered: Gathers) -> None:
    site = shop.generated_shop(60)
    seen = []
    for name, concurrency in (("one", 1), ("eight", 8)):
        server = mock_server(answer=shop.Stumbling(site, seed=3))
        with gathered(server.url, name, pages=40, concurrency=concurrency) as capture:
            seen.append(told(capture, server))
    assert seen[0] == seen[1]
    assert len(seen[0]) == 40
    assert {line[0] for line in seen[0] if line[1] != "ok"} == {PROBE_PATH}


def test_a_killed_gathering_goes_on_as_if_nothing_had_happened(mock_server: Starts, gathered: Gathers) -> None:
    site = shop.generated_shop(70)
    whole, torn = mock_server(site=site), mock_server(site=site)
    with gathered(whole.url, "whole", pages=60) as capture:
        expected = told(capture, whole)
    with gathered(torn.url, "torn", pages=60, die_after=10) as capture:
        before = told(capture, torn)
    assert 10 <= len(before) < 60
    with gathered(torn.url, "torn", pages=60) as capture:
        assert told(capture, torn) == expected
        assert capture.fact("status") == "measured"
    asked = [path for path in paths(torn) if path not in ("/robots.txt", "/sitemap.xml")]
    assert len(asked) - len(set(asked)) < 17, "only the round that was under way is asked for again"


def test_the_budget_of_pages_is_kept_to_the_page(mock_server: Starts, gathered: Gathers) -> None:
    server = mock_server(site=shop.generated_shop(60))
    with gathered(server.url, pages=21) as capture:
        assert len(list(capture.outcomes())) == 21
        assert capture.fact("status") == "measured"


def test_the_budget_of_seconds_gives_a_partial_result(mock_server: Starts, gathered: Gathers) -> None:
    slow = shop.Stumbling(shop.generated_shop(60), share=0, longest_delay=1.2)
    server = mock_server(answer=slow)
    with gathered(server.url, seconds=3, concurrency=1) as capture:
        assert capture.fact("status") == "partial"
        assert capture.fact("reason") == "the 3 s were spent"
        assert 1 <= len(list(capture.outcomes())) < 40


def test_redirects_make_aliases_and_lead_no_further_than_the_site(small: SmallServer, gathered: Gathers) -> None:
    def cookie(headers: Mapping[str, str]) -> Reply:
        if "seen=1" in headers.get("cookie", ""):
            return Reply(200, "<p>Welcome</p>")
        return Reply(302, headers={"Location": "/cookie", "Set-Cookie": "seen=1; Path=/"})

    names = ("new", "old", "away", "cookie", "refresh", "?utm_source=x")
    small.routes = {
        "/": "".join(f'<a href="/{name}">{name}</a>' for name in names),
        "/new": "<p>New</p>",
        "/old": Reply(301, headers={"Location": "/new"}),
        "/away": Reply(302, headers={"Location": "http://www.elsewhere.com/"}),
        "/refresh": '<meta http-equiv="refresh" content="0; url=/new">',
        "/cookie": cookie,
    }
    with gathered(small.home) as capture:
        found = {f.url.removeprefix(small.home): f for f in met(capture)}
    assert sorted(found) == ["/", "/away", "/cookie", "/new", "/old", "/refresh"]
    assert (found["/old"].alias_of, found["/refresh"].alias_of) == (f"{small.home}/new",) * 2
    assert found["/old"].redirects == (f"{small.home}/old",)
    assert found["/away"].reason == "leads to another site"
    assert found["/away"].final_url == "http://www.elsewhere.com/"
    assert found["/cookie"].page_status is PageStatus.OK


def test_what_robots_txt_closes_is_recorded_and_not_asked_for(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {
        "/robots.txt": Reply(200, "User-agent: *\nDisallow: /private\n"),
        "/": '<a href="/private/1">Contact</a><a href="/sneaky">Go</a><a href="/open">Open</a>',
        "/open": "<p>Open</p>",
        "/sneaky": Reply(302, headers={"Location": "/private/2"}),
    }
    with gathered(small.home) as capture:
        closed = [f.url.removeprefix(small.home) for f in capture.outcomes() if f.page_status is PageStatus.CLOSED]
        robots = capture.fact("robots")
    assert closed == ["/sneaky", "/private/1"]
    assert not any(path.startswith("/private") for path in small.asked)
    assert (robots["verdict"], robots["agent"]) == ("obeyed", "Signpost")
    assert small.asked[0] == "/robots.txt"


def test_a_crawl_delay_means_one_page_at_a_time(small: SmallServer, gathered: Gathers) -> None:
    under_way: list[int] = []
    most: list[int] = []

    def slow(headers: Mapping[str, str]) -> Reply:
        under_way.append(1)
        most.append(len(under_way))
        threading.Event().wait(0.1)
        under_way.pop()
        return Reply(200, "<p>Page</p>")

    small.routes = {
        "/robots.txt": Reply(200, "User-agent: *\nCrawl-delay: 0.05\n"),
        "/": "".join(f'<a href="/{number}">Page</a>' for number in range(6)),
        **{f"/{number}": slow for number in range(6)},
    }
    with gathered(small.home) as capture:
        assert len(met(capture)) == 7
    assert max(most) == 1


def test_a_site_that_turns_the_crawler_away_is_left_alone(small: SmallServer, gathered: Gathers) -> None:
    links = "".join(f'<a href="/{number}">Page</a>' for number in range(40))
    small.routes = {"/": links, **{f"/{number}": Reply(403, "Go away") for number in range(40)}}
    with gathered(small.home) as capture:
        assert capture.fact("status") == "partial"
        assert capture.fact("reason") == "the site turned this crawler away after 1 pages"
        assert len(list(capture.outcomes())) == 17


def test_a_calendar_does_not_eat_the_budget(mock_server: Starts, gathered: Gathers) -> None:
    server = mock_server("calendar")
    with gathered(server.url, pages=60) as capture:
        urls = [f.url for f in capture.outcomes()]
    assert len([url for url in urls if "date=" in url]) == 12
    assert len(urls) < 40
    assert any(url.endswith("/contact") for url in urls[:3])


def test_session_ids_make_no_new_pages(mock_server: Starts, gathered: Gathers) -> None:
    server = mock_server("session_ids")
    with gathered(server.url) as capture:
        assert len(met(capture)) == 4


def test_a_resolved_host_keeps_its_name(mock_server: Starts, gathered: Gathers, tmp_path: Path) -> None:
    server = mock_server("plain")
    with gathered("http://www.brand.com/", resolve=(f"www.brand.com:80:127.0.0.1:{server.port}",)) as capture:
        assert next(f.url for f in capture.outcomes()) == "http://www.brand.com/"
        assert len(met(capture)) == 3
    assert {request.headers["host"] for request in server.requests} == {"www.brand.com"}
    assert all(" Signpost/" in request.headers["user-agent"] for request in server.requests)
    assert not any("accept-language" in request.headers for request in server.requests)


def test_sitemap_pages_are_found(small: SmallServer, gathered: Gathers) -> None:
    urls = f"<url><loc>{small.home}/hidden</loc></url><url><loc>http://www.elsewhere.com/</loc></url>"
    small.routes = {
        "/robots.txt": Reply(200, f"Sitemap: {small.home}/map.xml\n"),
        "/map.xml": Reply(200, f"<urlset>{urls}</urlset>"),
        "/": "<p>Nothing to follow here</p>",
        "/hidden": "<p>Hidden</p>",
    }
    with gathered(small.home) as capture:
        assert [(f.url.removeprefix(small.home), f.depth) for f in met(capture)] == [("/", 0), ("/hidden", 9)]
        assert capture.fact("sitemap") == {"files": [f"{small.home}/map.xml"], "pages": [f"{small.home}/hidden"]}


@pytest.mark.parametrize(("status", "value"), [(503, "1"), (429, "0")])
def test_retry_after_is_honoured(small: SmallServer, gathered: Gathers, status: int, value: str) -> None:
    def busy(headers: Mapping[str, str]) -> Reply:
        return Reply(status, "", {"Retry-After": value}) if small.asked.count("/busy") == 1 else Reply(200, "<p>Fine")

    small.routes = {"/": '<a href="/busy">Busy</a>', "/busy": busy}
    with gathered(small.home) as capture:
        assert [str(f.page_status) for f in met(capture)] == ["ok", "ok"]
    assert small.asked.count("/busy") == 2


def test_a_wait_that_is_too_long_is_not_waited_for(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {"/": '<a href="/busy">Busy</a>', "/busy": Reply(429, "", {"Retry-After": "3600"})}
    with gathered(small.home) as capture:
        assert [str(f.page_status) for f in met(capture)] == ["ok", "blocked"]
    assert small.asked.count("/busy") == 1


def test_a_page_that_varies_by_device_is_marked(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {"/": Reply(200, "<p>Shop</p>", {"Vary": "Accept-Encoding, User-Agent"})}
    with gathered(small.home) as capture:
        assert [f.vary_device for f in met(capture)] == [True]
