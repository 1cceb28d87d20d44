import asyncio

import pytest

from spiders.browser.egress import Egress
from spiders.browser.outsiders import REFUSED, Own
from spiders.detour import read_detour
from spiders.guard import guard_for


async def _ask(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return answer


def _through(start: str, resolve: tuple[str, ...], url: str, host: str) -> tuple[bytes, str]:
    async def talk() -> tuple[bytes, str]:
        async with Egress(guard_for(start, tuple(read_detour(text) for text in resolve))) as egress:
            head = f"GET {url} HTTP/1.1\r\nHost: {host}\r\nProxy-Connection: keep-alive\r\n\r\n"
            return await _ask(egress.port, head.encode()), egress.failure(url)

    return asyncio.run(talk())


def test_the_start_host_is_reached_at_its_port(site: str, asked: list[str]) -> None:
    answer, failure = _through(site, (), f"{site}/about.html", "127.0.0.1")
    assert (b"About us" in answer, failure, asked) == (True, "", ["GET /about.html"])


def test_a_detour_leads_a_name_to_its_address(site: str) -> None:
    port = site.rsplit(":", 1)[1]
    url = "http://www.shop.example/about.html"
    answer, _ = _through(
        "http://www.shop.example/", (f"www.shop.example:80:127.0.0.1:{port}",), url, "www.shop.example"
    )
    assert b"About us" in answer


@pytest.mark.parametrize(
    ("start", "url", "reason"),
    [
        ("http://127.0.0.1:1/", "http://127.0.0.1:2/", "outside of this audit of a local site"),
        ("http://127.0.0.1:1/", "http://www.shop.example/", "outside of this audit of a local site"),
        ("http://127.0.0.1:1/", "http://127.0.0.1:1/", "the connection was refused"),
        ("http://203.0.113.9/", "http://192.168.1.1/", "a private address that was not named"),
        ("http://203.0.113.9/", "http://169.254.169.254/latest", "a private address that was not named"),
        ("http://203.0.113.9/", "http://[::ffff:10.0.0.1]/", "a private address that was not named"),
        ("http://203.0.113.9/", "http://localhost/", "a private address that was not named"),
    ],
)
def test_what_was_not_named_is_not_reached(start: str, url: str, reason: str) -> None:
    assert _through(start, (), url, "any") == (b"", reason)


def test_hosts_of_others_are_refused_by_name_when_the_user_wants_none(site: str, asked: list[str]) -> None:
    port = site.rsplit(":", 1)[1]
    detours = tuple(read_detour(f"{host}:80:127.0.0.1:{port}") for host in ("www.shop.example", "chat.vendor.example"))

    async def talk(host: str) -> tuple[bytes, str, set[str]]:
        own = Own.of(("http://www.shop.example/",))
        async with Egress(guard_for("http://www.shop.example/", detours), own) as egress:
            url = f"http://{host}/about.html"
            answer = await _ask(egress.port, f"GET {url} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            return answer, egress.failure(url), egress.refused

    answer, failure, refused = asyncio.run(talk("www.shop.example"))
    assert (b"About us" in answer, failure, refused) == (True, "", set())
    assert asyncio.run(talk("chat.vendor.example")) == (b"", REFUSED, {"chat.vendor.example"})
    assert asked == ["GET /about.html"]


def test_a_tunnel_carries_bytes_both_ways(site: str) -> None:
    async def talk() -> bytes:
        async with Egress(guard_for(site)) as egress:
            host = site.removeprefix("http://")
            reader, writer = await asyncio.open_connection("127.0.0.1", egress.port)
            writer.write(f"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            assert b" 200 " in await reader.readuntil(b"\r\n\r\n")
            writer.write(b"GET /about.html HTTP/1.0\r\n\r\n")
            answer = await asyncio.wait_for(reader.read(), 10)
            writer.close()
            return answer

    assert b"About us" in asyncio.run(talk())


@pytest.mark.parametrize(
    "request_", [b"nonsense\r\n\r\n", b"GET /only-a-path HTTP/1.1\r\n\r\n", b"CONNECT :99999 HTTP/1.1\r\n\r\n"]
)
def test_nonsense_is_hung_up_on(request_: bytes) -> None:
    async def talk() -> bytes:
        async with Egress(guard_for("http://203.0.113.9/")) as egress:
            return await _ask(egress.port, request_)

    assert asyncio.run(talk()) == b""
