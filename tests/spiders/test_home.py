"""A home page that is none: one clear message and a hint each, and the capture is kept."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.capture.store import Capture
from auditor.model.errors import UnreachableError
from spiders.home import ask_home
from tests.mockserver import MockServer
from tests.spiders.offline import HOME, Offline, new_capture, tools_for
from tests.spiders.pages import met
from tests.spiders.small_server import Reply, SmallServer

Gathers = Callable[..., Capture]
Starts = Callable[..., MockServer]


@pytest.mark.parametrize(
    ("behaviour", "status", "kind", "words"),
    [
        ("home_404", "unreachable", "UnreachableError", "was not found"),
        ("home_500", "unreachable", "UnreachableError", "answered with an error (500)"),
        ("pdf", "unreachable", "UnreachableError", "is no web page but application/pdf"),
        ("empty_bytes", "unreachable", "UnreachableError", "is an empty page"),
        ("empty_body", "unreachable", "UnreachableError", "is an empty page"),
        ("frameset", "unreachable", "UnreachableError", "is built of frames"),
        ("too_deep", "unreachable", "UnreachableError", "is nested too deeply to be read"),
        ("login_wall", "blocked", "BlockedError", "lets nobody in without a login"),
        ("challenge_403", "blocked", "BlockedError", "a bot wall (Cloudflare)"),
        ("challenge_503", "blocked", "BlockedError", "a bot wall (Cloudflare)"),
        ("robots_forbids_all", "blocked", "BlockedError", "robots.txt"),
        ("redirect_loop", "unreachable", "UnreachableError", "redirects without an end"),
        ("redirect_growing", "unreachable", "UnreachableError", "redirects without an end"),
        ("redirect_private", "unreachable", "UnreachableError", "private address that was not named"),
        ("redirect_metadata", "unreachable", "UnreachableError", "private address that was not named"),
        ("redirect_file", "unreachable", "UnreachableError", "no web page"),
        ("reset", "unreachable", "UnreachableError", "broke off the connection"),
        ("gzip_bomb", "unreachable", "UnreachableError", "more than 8 MB"),
        ("self_signed", "unreachable", "UnreachableError", "no secure connection"),
    ],
)
def test_what_a_user_is_told(
    mock_server: Starts, gathered: Gathers, behaviour: str, status: str, kind: str, words: str
) -> None:
    server = mock_server(behaviour)
    with gathered(server.url) as capture:
        told = capture.fact("error")
        assert capture.fact("status") == status
        assert len(list(capture.outcomes())) == 1
    assert told[0] == kind
    assert words in told[1]
    assert told[2].endswith(".") or told[2].endswith("?")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://no-such-host.invalid/", "There is no host called no-such-host.invalid"),
        ("http://127.0.0.1:1/", "127.0.0.1:1 refused the connection"),
        ("https://127.0.0.1:1/", "127.0.0.1:1 refused the connection"),
    ],
)
def test_hosts_that_are_not_there(gathered: Gathers, url: str, words: str) -> None:
    with gathered(url) as capture:
        assert capture.fact("error")[1].startswith(words)


def test_a_robots_txt_that_fails_is_not_said_to_forbid_anything(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {"/": "<h1>Open</h1>", "/robots.txt": Reply(503, "busy")}
    with gathered(small.home) as capture:
        kind, message, hint = capture.fact("error")
        assert capture.fact("status") == "blocked"
        assert capture.fact("robots")["verdict"] == ""
        assert [str(fetch.page_status) for fetch in capture.outcomes()] == ["closed"]
    assert kind == "BlockedError"
    assert "could not be read (the server answered 503)" in message
    assert "Try again later" in hint
    assert set(small.asked) == {"/robots.txt"}


def test_a_pause_that_takes_all_the_time_is_told_at_once(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {"/": "<h1>Open</h1>", "/robots.txt": Reply(200, "User-agent: *\nCrawl-delay: 100000\n")}
    with gathered(small.home, seconds=12) as capture:
        kind, message, _ = capture.fact("error")
        assert (capture.fact("status"), kind) == ("unreachable", "UnreachableError")
        assert capture.fact("phases")["fetch"] < 6
    assert "asks for 100000 s between two requests, which does not fit into the 12 s" in message
    assert small.asked == ["/robots.txt"]


def test_a_pause_after_which_a_redirect_comes_too_late_is_told_as_well(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {
        "/": Reply(302, "", {"Location": "/en"}),
        "/robots.txt": Reply(200, "User-agent: *\nCrawl-delay: 2\n"),
    }
    with gathered(small.home, seconds=3) as capture:
        assert "asks for 2 s between two requests, which does not fit into the 3 s" in capture.fact("error")[1]


def test_a_pause_that_fits_is_kept(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {"/": "<h1>Open</h1>", "/robots.txt": Reply(200, "User-agent: *\nCrawl-delay: 1\n")}
    with gathered(small.home, seconds=8) as capture:
        assert capture.fact("status") in ("measured", "partial")
        assert capture.fact("phases")["fetch"] > 1
    assert small.asked[:2] == ["/robots.txt", "/"]


def test_a_page_that_never_ends_ends_with_the_budget(mock_server: Starts, gathered: Gathers) -> None:
    server = mock_server("slow_drip")
    with gathered(server.url, seconds=2) as capture:
        assert "did not answer within 2 s" in capture.fact("error")[1]


def test_a_plain_http_server_under_https(small: SmallServer, gathered: Gathers) -> None:
    with gathered(small.home.replace("http:", "https:")) as capture:
        assert "does not speak https at this port" in capture.fact("error")[1]


def test_a_page_of_scripts_only_needs_a_browser(small: SmallServer, gathered: Gathers) -> None:
    small.routes = {"/": Reply(200, "<!doctype html><body><div id=app></div><script src=/app.js></script>")}
    with gathered(small.home) as capture:
        assert "shows nothing without a browser" in capture.fact("error")[1]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<frameset><frame src=a.html><frame src=b.html></frameset>", "is built of frames"),
        ("<title>T</title><script src=m.js></script><frameset cols=9,*><frame src=a></frameset>", "is built of frames"),
        (f"<body>{'<div>' * 300}<p>Call us</p>", "is nested too deeply to be read"),
        ("<body><!-- <frameset><frame src=a></frameset> --></body>", "is an empty page"),
        ("<body><script>'<frameset>'</script></body>", "is an empty page"),
        (f"<body><script src=app.js></script>{'<div>' * 300}<p>Call us</p>", "is nested too deeply to be read"),
        (f"<body>{'<div>' * 100}</body>", "is an empty page"),
    ],
)
def test_what_cannot_be_read_is_told_from_what_is_empty(
    small: SmallServer, gathered: Gathers, html: str, words: str
) -> None:
    small.routes = {"/": Reply(200, html)}
    with gathered(small.home) as capture:
        assert capture.fact("status") == "unreachable"
        assert words in capture.fact("error")[1]


@pytest.mark.parametrize(("script", "kind"), [("", UnreachableError), ("<script>a()</script>", type(None))])
def test_a_page_too_deep_is_left_to_the_browser_only_where_a_script_may_change_it(
    tmp_path: Path, script: str, kind: type
) -> None:
    offline = Offline({HOME: f"{'<div>' * 300}<p>Call us</p>{script}"})
    with new_capture(tmp_path) as capture:
        result, error = asyncio.run(ask_home(tools_for(offline, capture, render="auto"), {}))
    assert result.page is not None
    assert type(error) is kind


@pytest.mark.parametrize("behaviour", ["plain", "wrong_charset", "odd_headers", "hostile_text", "truncated"])
def test_odd_sites_are_measured_all_the_same(mock_server: Starts, gathered: Gathers, behaviour: str) -> None:
    server = mock_server(behaviour)
    with gathered(server.url, pages=10) as capture:
        assert capture.fact("status") == "measured"
        assert {str(f.page_status) for f in met(capture)} == {"ok"}
        assert not any("passwd" in body for f in capture.fetches() for body in [str(f.body)] if "root:" in body)
