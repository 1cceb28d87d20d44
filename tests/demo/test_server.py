"""The demo shop over HTTP: what it sends, what it refuses, and that it goes away."""

import http.client
import socket
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest

from auditor.demo.pages import render
from auditor.demo.server import DemoShop, serve
from auditor.demo.versions import Version
from auditor.model.errors import UsageError


@pytest.fixture(params=list(Version))
def connection(request: pytest.FixtureRequest) -> Iterator[http.client.HTTPConnection]:
    with serve(request.param) as base_url:
        address = urlsplit(base_url)
        client = http.client.HTTPConnection(address.hostname or "", address.port, timeout=10)
        yield client
        client.close()


def ask(
    client: http.client.HTTPConnection, method: str, path: str, form: dict[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    client.request(method, path, urlencode(form) if form is not None else None)
    response = client.getresponse()
    return response.status, dict(response.getheaders()), response.read()


def test_pages_come_with_strict_headers_and_without_a_clock(connection: http.client.HTTPConnection) -> None:
    status, headers, body = ask(connection, "GET", "/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "Date" not in headers
    assert b"Kettlewren" in body


def test_head_is_get_without_a_body(connection: http.client.HTTPConnection) -> None:
    for path in ("/", "/help", "/static/shop.css", "/no-such-page"):
        got = ask(connection, "GET", path)
        assert ask(connection, "HEAD", path) == (got[0], got[1], b"")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/static/shop.css", "text/css"),
        ("/static/shop.js", "text/javascript"),
        ("/static/favicon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain"),
        ("/sitemap.xml", "application/xml"),
    ],
)
def test_files_have_their_types(connection: http.client.HTTPConnection, path: str, kind: str) -> None:
    status, headers, _ = ask(connection, "GET", path)
    assert (status, headers["Content-Type"].split(";")[0]) == (200, kind)


@pytest.mark.parametrize(
    ("path", "form", "target"),
    [
        ("/checkout", {"email": "a@b.c"}, "/checkout/delivery"),
        ("/cart", {"item": "skerry-mug"}, "/cart?item=skerry-mug"),
        ("/cart", {"item": "x\r\nSet-Cookie: a=b"}, "/cart"),
        ("/account", {"password": "x"}, "/account?answer=unknown"),
    ],
)
def test_a_form_is_answered_by_a_redirect(
    connection: http.client.HTTPConnection, path: str, form: dict[str, str], target: str
) -> None:
    status, headers, _ = ask(connection, "POST", path, form)
    assert (status, headers["Location"]) == (303, target)
    assert ask(connection, "GET", target)[0] == 200


def test_a_post_to_a_page_is_not_found(connection: http.client.HTTPConnection) -> None:
    assert ask(connection, "POST", "/about", {})[0] == 404


def test_a_form_that_is_too_long_is_refused(connection: http.client.HTTPConnection) -> None:
    connection.putrequest("POST", "/contact")
    connection.putheader("Content-Length", "9999999999")
    connection.endheaders()
    assert connection.getresponse().status == 413


def test_the_contact_form_is_only_in_the_open_shop() -> None:
    for version, status in ((Version.OPEN, 303), (Version.HIDDEN, 404)):
        with serve(version) as base_url:
            address = urlsplit(base_url)
            client = http.client.HTTPConnection(address.hostname or "", address.port, timeout=10)
            assert ask(client, "POST", "/contact", {"message": "hello"})[0] == status
            client.close()


@pytest.mark.parametrize("target", ["/[", "//[::1", "/?q=%", "/%00"])
def test_malformed_targets_are_answered(connection: http.client.HTTPConnection, target: str) -> None:
    assert ask(connection, "GET", target)[0] in {200, 404}


def test_a_strange_host_header_does_not_reach_the_sitemap(connection: http.client.HTTPConnection) -> None:
    connection.request("GET", "/sitemap.xml", headers={"Host": "<x>"})
    assert b"<x>" not in connection.getresponse().read()


def test_what_is_sent_is_what_is_rendered(connection: http.client.HTTPConnection) -> None:
    body = ask(connection, "GET", "/search?q=linen")[2]
    assert body in {render(version, "/search", "q=linen").body for version in Version}


def test_the_port_is_free_again_after_the_block() -> None:
    with DemoShop(Version.OPEN) as demo:
        port = urlsplit(demo.base_url).port or 0
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.1", port)) != 0


def test_a_taken_port_is_told_with_a_hint() -> None:
    with DemoShop(Version.OPEN) as demo:
        port = urlsplit(demo.base_url).port or 0
        with pytest.raises(UsageError, match="cannot listen") as caught:
            DemoShop(Version.HIDDEN, port)
    assert "--port" in caught.value.hint
