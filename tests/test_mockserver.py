"""The mock server misbehaves as it says; a test against it proves nothing otherwise."""

import gzip
import http.client
import re
import ssl
from collections import deque
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.mock.hostile import ADDRESSES, TEXTS
from tests.mock.shop import Stumbling, generated_shop
from tests.mock.wire import BOMB_BYTES, HUGE_BYTES, TRUNCATED_LENGTH, UMLAUTS
from tests.mockserver import BEHAVIOURS, MockServer

Start = Callable[..., MockServer]


def ask(server: MockServer, path: str = "/", method: str = "GET") -> tuple[int, http.client.HTTPMessage, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize(
    ("behaviour", "path", "status", "content_type", "marker"),
    [
        ("plain", "/contact", 200, "text/html", b"030 12345678"),
        ("plain", "/nowhere", 404, "text/html", b"no such page"),
        ("home_404", "/", 404, "text/html", b"404"),
        ("home_500", "/", 500, "text/html", b"Internal"),
        ("pdf", "/", 200, "application/pdf", b"%PDF-"),
        ("image", "/", 200, "image/png", b"\x89PNG"),
        ("empty_bytes", "/", 200, "text/html", b""),
        ("empty_body", "/", 200, "text/html", b"<body></body>"),
        ("frameset", "/", 200, "text/html", b"<frame src=a.html>"),
        ("frameset", "/a.html", 200, "text/html", b"030 12345678"),
        ("too_deep", "/", 200, "text/html", b"<div><div><div>"),
        ("login_wall", "/login", 200, "text/html", b"type=password"),
        ("challenge_403", "/", 403, "text/html", b"Just a moment..."),
        ("challenge_503", "/any/page", 503, "text/html", b"Just a moment..."),
        ("rate_limited", "/", 429, "text/html", b"Slow down"),
        ("robots_forbids_all", "/robots.txt", 200, "text/plain", b"Disallow: /\n"),
        ("robots_forbids_all", "/", 200, "text/html", b"Plain"),
        ("robots_fails", "/robots.txt", 503, "text/plain", b"busy"),
        ("robots_fails", "/", 200, "text/html", b"Plain"),
        ("robots_slow", "/robots.txt", 200, "text/plain", b"Crawl-delay: 100000\n"),
        ("alert_loop", "/", 200, "text/html", b"for (;;) alert("),
        ("never_quiet", "/", 200, "text/html", b"fetch('/tick?n='"),
        ("never_quiet", "/tick", 200, "application/json", b"{}"),
        ("odd_headers", "/", 200, "text/html", b"030 12345678"),
        ("calendar", "/contact", 200, "text/html", b"030 12345678"),
        ("shop", "/", 200, "text/html", b"Hundred Things"),
    ],
)
def test_answers(mock_server: Start, behaviour: str, path: str, status: int, content_type: str, marker: bytes) -> None:
    got_status, headers, body = ask(mock_server(behaviour), path)
    assert (got_status, headers.get_content_type()) == (status, content_type)
    assert marker in body


@pytest.mark.parametrize(
    ("behaviour", "path", "target"),
    [
        ("login_wall", "/basket", "/login?next=/basket"),
        ("redirect_loop", "/", "/there"),
        ("redirect_loop", "/there", "/here"),
        ("redirect_growing", "/", "/more"),
        ("redirect_growing", "/more/more", "/more/more/more"),
        ("redirect_private", "/", "http://10.0.0.1/"),
        ("redirect_metadata", "/", "http://169.254.169.254/latest/meta-data/"),
        ("redirect_file", "/", "file:///etc/passwd"),
    ],
)
def test_redirects(mock_server: Start, behaviour: str, path: str, target: str) -> None:
    status, headers, _ = ask(mock_server(behaviour), path)
    assert (status, headers["Location"]) == (302, target)


def test_rate_limit_says_when_to_come_back(mock_server: Start) -> None:
    assert ask(mock_server("rate_limited"))[1]["Retry-After"] == "1"


def test_empty_bytes_is_empty(mock_server: Start) -> None:
    assert ask(mock_server("empty_bytes"))[2] == b""


def test_slow_drip_goes_on_without_end(mock_server: Start) -> None:
    server = mock_server("slow_drip")
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert answer.headers["Content-Length"] is None
        assert answer.read(len("<!doctype html><title>Slow</title><body>") + 2).endswith(b"<body>..")
        assert not answer.isclosed()


def test_truncated_body_is_shorter_than_announced(mock_server: Start) -> None:
    with pytest.raises(http.client.IncompleteRead) as error:
        ask(mock_server("truncated"))
    assert error.value.expected == TRUNCATED_LENGTH - len(error.value.partial) > 0


def test_reset_breaks_the_connection(mock_server: Start) -> None:
    with pytest.raises(ConnectionResetError):
        ask(mock_server("reset"))


def test_huge_page_has_all_its_bytes(mock_server: Start) -> None:
    _, headers, body = ask(mock_server("huge"))
    assert headers["Content-Length"] is None
    assert len(body) == HUGE_BYTES


def test_gzip_bomb_unpacks_to_what_it_says(mock_server: Start) -> None:
    _, headers, body = ask(mock_server("gzip_bomb"))
    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < BOMB_BYTES / 900
    assert len(gzip.decompress(body)) == BOMB_BYTES


def test_wrong_charset_is_neither_of_the_two_it_names(mock_server: Start) -> None:
    _, headers, body = ask(mock_server("wrong_charset"))
    assert headers.get_content_charset() == "utf-8"
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")
    assert UMLAUTS not in body.decode("shift_jis", "replace")
    assert UMLAUTS in body.decode("cp1252")


def test_self_signed_certificate_is_refused_by_default(mock_server: Start) -> None:
    server = mock_server("self_signed")
    assert server.url.startswith("https://")
    for context in (ssl.create_default_context(), ssl._create_unverified_context()):
        connection = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=20, context=context)
        with closing(connection):
            if context.verify_mode is ssl.CERT_REQUIRED:
                with pytest.raises(ssl.SSLCertVerificationError):
                    connection.request("GET", "/")
            else:
                connection.request("GET", "/")
                assert connection.getresponse().status == 200


def test_odd_headers_arrive_as_they_are(mock_server: Start) -> None:
    _, headers, _ = ask(mock_server("odd_headers"))
    assert "%0d%0a" in headers["Set-Cookie"]
    assert "\x1b]0;owned" in headers["X-Powered-By"]
    assert headers["X-Injected"] is None


def test_hostile_page_holds_every_text_and_address(mock_server: Start) -> None:
    page = ask(mock_server("hostile_text"))[2].decode()
    assert page.count("<h2>") == len(TEXTS)
    assert page.count("Contact us") == len(ADDRESSES)
    assert "<script>" not in page
    assert "\x1b]0;owned\x07" in page


def links(page: bytes) -> list[str]:
    return re.findall(r'href="([^"]+)"', page.decode())


def test_calendar_never_ends(mock_server: Start) -> None:
    server = mock_server("calendar")
    months = ["/"]
    for _ in range(30):
        months.append(links(ask(server, months[-1])[2])[-2])
    assert len(set(months)) == 31


def test_session_ids_make_one_page_many_addresses(mock_server: Start) -> None:
    server = mock_server("session_ids")
    addresses = ["/"]
    for _ in range(10):
        addresses.append(links(ask(server, addresses[-1])[2])[-1])
    assert len(set(addresses)) == 11
    assert {address.split("?")[0] for address in addresses[1:]} == {"/contact"}
    assert links(ask(server, "/")[2]) == links(ask(server, "/")[2])


@pytest.mark.parametrize("pages", [3, 60, 1_000])
def test_generated_shop_is_whole_and_the_same_each_time(pages: int) -> None:
    shop = generated_shop(pages)
    assert len(shop) == pages
    assert shop == generated_shop(pages)
    seen, queue = {"/"}, deque(["/"])
    while queue:
        new = [link for link in links(shop[queue.popleft()].encode()) if link not in seen]
        new = [link for link in dict.fromkeys(new) if link.startswith("/")]
        seen.update(new)
        queue.extend(new)
    assert seen == set(shop)
    assert sum("tel:" in page for page in shop.values()) == 1


def test_another_seed_gives_another_shop() -> None:
    assert generated_shop(60, seed=7) != generated_shop(60, seed=8)


def test_stumbling_is_drawn_from_seed_and_path() -> None:
    shop = generated_shop(1_000)
    stumbling = [path for path in shop if Stumbling(shop).stumbles(path)]
    assert 30 <= len(stumbling) <= 70
    assert stumbling == [path for path in shop if Stumbling(shop).stumbles(path)]
    assert stumbling != [path for path in shop if Stumbling(shop, seed=8).stumbles(path)]


@pytest.mark.parametrize(("failures", "statuses"), [(1, [503, 200, 200]), (None, [503, 503, 503])])
def test_stumbling_fails_as_often_as_told(mock_server: Start, failures: int | None, statuses: list[int]) -> None:
    shop = generated_shop(60)
    answer = Stumbling(shop, longest_delay=0, failures=failures)
    path = next(path for path in shop if answer.stumbles(path))
    server = mock_server(answer=answer)
    assert [ask(server, path)[0] for _ in statuses] == statuses
    assert ask(server, "/")[0] == 200


def test_all_behaviours_stand_beside_each_other(mock_server: Start) -> None:
    server = mock_server("all")
    assert len(BEHAVIOURS) >= 29
    assert ask(server, "/home_500/x")[0] == 500
    assert ask(server, "/redirect_loop/")[1]["Location"] == "/redirect_loop/there"
    assert ask(server, "/unknown/")[0] == 404


def test_site_of_given_pages(mock_server: Start) -> None:
    server = mock_server(site={"/": "<p>mine</p>"})
    assert ask(server)[2] == b"<p>mine</p>"
    assert ask(server, "/robots.txt")[0] == 404


def test_requests_are_kept(mock_server: Start) -> None:
    server = mock_server()
    ask(server, "/contact?x=1")
    ask(server, "/", method="POST")
    assert [(request.method, request.path) for request in server.requests] == [("GET", "/contact?x=1"), ("POST", "/")]
    assert server.requests[0].headers["host"] == f"127.0.0.1:{server.port}"
