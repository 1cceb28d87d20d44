"""The browser's one way out: a proxy on loopback that checks every address at the moment it connects.

Interception inside the browser does not see redirects, sockets and workers; a proxy sees all of them, and since it
looks names up itself, a name cannot change its address between the check and the connection.
"""

import asyncio
import contextlib
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, urlsplit

from spiders.browser.outsiders import REFUSED, Own
from spiders.guard import PORTS, Guard

#: Seconds for a look-up, for a connection, and for the head of a request to arrive.
LOOKUP_SECONDS = 5.0
CONNECT_SECONDS = 10.0
HEAD_SECONDS = 60.0
#: Bytes that the head of a request may have (large cookies), and that are moved at once.
HEAD_BYTES = 256 * 1024
CHUNK_BYTES = 64 * 1024
#: Headers that are meant for a proxy and end there.
_HOP = (b"proxy-connection:", b"connection:", b"keep-alive:", b"proxy-authorization:")

_Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
_Socket = tuple[str, int]


class RefusedError(Exception):
    """A connection that is not made, with the reason in words."""


class Egress:
    """A forward proxy for HTTP and CONNECT; use as an async context manager. `port` is where it listens.

    When the site under audit is on this very machine, nothing but what the guard names is reached or looked up. With
    `own`, hosts of others are refused by their names, which are then in `refused`.
    """

    def __init__(self, guard: Guard, own: Own | None = None) -> None:
        self._guard = guard
        self._own = own
        self.refused: set[str] = set()
        self._server: asyncio.Server | None = None
        self._addresses: dict[str, asyncio.Future[tuple[str, ...]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures: dict[str, str] = {}
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=HEAD_BYTES)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def failure(self, url: str) -> str:
        """Why the host of a URL could not be reached when last tried, "" if it was not tried or was reached."""
        return self._failures.get(urlsplit(url).hostname or "", "")

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, EOFError, asyncio.LimitOverrunError, TimeoutError, ValueError):
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), HEAD_SECONDS)
            method, target, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
            url = urlsplit(f"//{target}" if method == "CONNECT" else target)
            port = url.port or PORTS.get(url.scheme, 443)
            with contextlib.suppress(RefusedError):
                away = await self._connect((url.hostname or "").rstrip(".").lower(), port)
                if method == "CONNECT":
                    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                else:
                    away[1].write(_origin_form(method, url, head))
                await _join((reader, writer), away)
        writer.close()

    async def _connect(self, host: str, port: int) -> _Streams:
        """Connect where a host may be reached. Raises RefusedError and keeps the reason under the host."""
        try:
            streams = await self._first_open(await self._sockets(host, port))
        except RefusedError as refusal:
            self._failures[host] = str(refusal)
            raise
        self._failures.pop(host, None)
        return streams

    async def _first_open(self, sockets: tuple[_Socket, ...]) -> _Streams:
        reason = "no address"
        for address, port in sockets:
            try:
                opening = asyncio.open_connection(address, port, limit=CHUNK_BYTES)
                return await asyncio.wait_for(opening, CONNECT_SECONDS)
            except TimeoutError:
                reason = "no answer in time"
            except OSError:
                reason = "the connection was refused"
        raise RefusedError(reason)

    async def _sockets(self, host: str, port: int) -> tuple[_Socket, ...]:
        if self._own is not None and not self._own.has(host):
            self.refused.add(host)
            raise RefusedError(REFUSED)
        detour = self._guard.detour(host, port)
        if detour is not None:
            return ((detour.address, detour.to_port or port),)
        if self._guard.local and not self._guard.allows(host, port, "127.0.0.1"):
            raise RefusedError("outside of this audit of a local site")
        addresses = (host,) if _literal(host) else await self._look_up(host)
        if not all(self._guard.allows(host, port, address) for address in addresses):
            raise RefusedError("a private address that was not named")
        return tuple((address, port) for address in addresses)

    async def _look_up(self, host: str) -> tuple[str, ...]:
        known = self._addresses.get(host)
        if known is None:
            known = self._addresses[host] = asyncio.ensure_future(_resolved(host))
        addresses = await asyncio.shield(known)
        if not addresses:
            raise RefusedError("no such host")
        return addresses


def _literal(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")) is not None
    except ValueError:
        return False


async def _resolved(host: str) -> tuple[str, ...]:
    """The addresses of a name in the order of the system, none when it cannot be looked up."""
    try:
        answer = await asyncio.wait_for(asyncio.get_running_loop().getaddrinfo(host, None), LOOKUP_SECONDS)
    except (OSError, UnicodeError, TimeoutError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in answer))


def _origin_form(method: str, url: SplitResult, head: bytes) -> bytes:
    """The head of a proxied request as the site expects it: path only, and one request a connection."""
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    lines = [line for line in head.split(b"\r\n")[1:-2] if not line.lower().startswith(_HOP)]
    return b"\r\n".join((f"{method} {path} HTTP/1.1".encode("latin-1"), *lines, b"Connection: close", b"", b""))


async def _join(near: _Streams, away: _Streams) -> None:
    """Move bytes both ways until either side ends."""
    ways = [asyncio.ensure_future(_move(near[0], away[1])), asyncio.ensure_future(_move(away[0], near[1]))]
    try:
        # The site's end is the end; a browser that has sent its request may close its half and still listen.
        await ways[1]
    finally:
        for way in ways:
            way.cancel()
        away[1].close()


async def _move(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(CHUNK_BYTES):
            writer.write(chunk)
            await writer.drain()
        # A side that has ended tells the other so; most servers then end too.
        writer.write_eof()
