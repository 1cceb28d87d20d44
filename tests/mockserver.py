"""A web server on loopback that misbehaves as asked: one behaviour a server, or each under /ITS_NAME/.

    with MockServer("login_wall") as server:
        audit(server.url)

The behaviours are the functions in tests/mock/; `site=` serves pages given by path instead.
"""

import ssl
import sys
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.mock import answers, hostile, shop, traps, wire
from tests.mock.certificate import self_signed_context
from tests.mock.exchange import BEHAVIOURS, Answer, Behaviour, Exchange, Request

__all__ = ["BEHAVIOURS", "MockServer", "answers", "hostile", "shop", "traps", "wire"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    context: ssl.SSLContext | None = None

    def get_request(self) -> tuple[Any, Any]:
        connection, address = super().get_request()
        if self.context:
            # The handshake is left to the thread of the connection: a client that refuses must not stop the server.
            connection = self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are what this server is for; anything else is a mistake in it and is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class MockServer:
    """A running server; `url` is its start page and `requests` are those that came in, in order."""

    def __init__(
        self, behaviour: str = "plain", *, site: Mapping[str, str] | None = None, answer: Answer | None = None
    ) -> None:
        chosen = None if behaviour == "all" else BEHAVIOURS[behaviour]
        if site is not None:
            pages = site
            chosen = Behaviour(lambda exchange: shop.serve(pages, exchange))
        if answer is not None:
            chosen = Behaviour(answer)
        self.requests: list[Request] = []
        self._stopped = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler(chosen))
        tls = chosen is not None and chosen.tls
        self._server.context = self_signed_context() if tls else None
        self.port: int = self._server.server_address[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self, chosen: Behaviour | None) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body are written apart; Nagle's algorithm would hold the second for 40 ms.
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.requests.append(Request(self.command, self.path, headers))
                base, behaviour = ("", chosen) if chosen else server._mounted(self.path)
                exchange = Exchange(self, base, server._stopped)
                if exchange.path == "/robots.txt" and behaviour and behaviour.robots:
                    exchange.send(behaviour.robots_status, behaviour.robots.encode(), "text/plain")
                elif behaviour is None or exchange.path in {"/robots.txt", "/favicon.ico"}:
                    exchange.send(404, b"not here", "text/plain")
                else:
                    behaviour.answer(exchange)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.do_GET()

            do_HEAD = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: tests read `requests`."""

        return Handler

    @staticmethod
    def _mounted(path: str) -> tuple[str, Behaviour | None]:
        name = urlsplit(path).path.split("/")[1]
        return f"/{name}", BEHAVIOURS.get(name)
