"""One request and its answer, and the list of behaviours that tests/mock/*.py fill."""

import os
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Final
from urllib.parse import parse_qs, urlsplit

HTML: Final = "text/html; charset=utf-8"
#: SO_LINGER on with 0 seconds: closing sends RST and not FIN.
LINGER_NONE: Final = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came in; header names are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]


class Exchange:
    """The request (`path` within the behaviour, `query`) and the ways of answering it."""

    def __init__(self, handler: BaseHTTPRequestHandler, base: str, stopped: threading.Event) -> None:
        parts = urlsplit(handler.path)
        self.path = parts.path.removeprefix(base) or "/"
        self.query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.base = base
        self._handler = handler
        self._stopped = stopped

    def pause(self, seconds: float) -> bool:
        """Wait; False when the server was stopped meanwhile."""
        return not self._stopped.wait(seconds)

    def send(
        self,
        status: int,
        body: bytes,
        content_type: str = HTML,
        headers: Mapping[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        """A whole answer; a `length` that is not that of the body closes the connection after it."""
        self._head(status, content_type, {"Content-Length": str(length or len(body)), **(headers or {})})
        if length is not None:
            self._handler.close_connection = True
        if self._handler.command != "HEAD":
            self._handler.wfile.write(body)

    def page(self, title: str, body: str, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        """A small HTML page."""
        html = f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
        self.send(status, html.encode(), headers=headers)

    def redirect(self, target: str, status: int = 302) -> None:
        """A redirect; a target that starts with / stays within the behaviour."""
        self.send(status, b"", headers={"Location": self.link(target)})

    def link(self, target: str) -> str:
        """The address of a path of this behaviour, for links and redirects."""
        return self.base + target if target.startswith("/") else target

    def stream(
        self, chunks: Iterable[bytes], content_type: str = HTML, headers: Mapping[str, str] | None = None
    ) -> None:
        """An answer without a length, which ends when the connection is closed."""
        self._head(200, content_type, {"Connection": "close", **(headers or {})})
        self._handler.close_connection = True
        for chunk in chunks if self._handler.command != "HEAD" else ():
            self._handler.wfile.write(chunk)

    def reset(self) -> None:
        """Break the connection off with RST, before anything is answered."""
        connection = self._handler.connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NONE)
        self._handler.close_connection = True
        # socket.close() waits for the files made from the socket, which are closed after a FIN was sent.
        os.close(connection.detach())

    def _head(self, status: int, content_type: str, headers: Mapping[str, str]) -> None:
        self._handler.send_response(status)
        for name, value in {"Content-Type": content_type, **headers}.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()


Answer = Callable[[Exchange], None]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How one site answers: `robots` is its robots.txt (None: 404), sent with the status `robots_status`."""

    answer: Answer
    robots: str | None = None
    tls: bool = False
    robots_status: int = 200


BEHAVIOURS: Final[dict[str, Behaviour]] = {}


def behaviour(*, robots: str | None = None, tls: bool = False, robots_status: int = 200) -> Callable[[Answer], Answer]:
    """Enter a function into the list, under its own name."""

    def enter(answer: Answer) -> Answer:
        BEHAVIOURS[answer.__name__] = Behaviour(answer, robots, tls, robots_status)
        return answer

    return enter
