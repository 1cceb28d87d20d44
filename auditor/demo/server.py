"""The demo shop over HTTP: a small threaded server on loopback that keeps nothing."""

import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs

from auditor.demo.pages import Response, render
from auditor.demo.routes import after_post
from auditor.demo.versions import Version
from auditor.model.errors import UsageError

LOOPBACK = "127.0.0.1"
FORM_BYTES = 64 * 1024  # the longest form that is read
IDLE_SECONDS = 30.0  # an open connection without a request is closed after this
HOST_HEADER = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?")
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class DemoShop:
    """One version of the shop on a port of its own; a context manager that serves until it is left."""

    def __init__(self, version: Version, port: int = 0, host: str = LOOPBACK) -> None:
        """Bind the port (0: any that is free). Raises UsageError when it cannot be had."""
        try:
            self._server = _Server((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise UsageError(
                f"The demo shop cannot listen on {host}:{port}: {error}.", "Choose another with --port."
            ) from error
        self._server.version = version
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def base_url(self) -> str:
        """The address of the home page without its last slash, such as `http://127.0.0.1:8137`."""
        return self._server.base_url

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def serve(version: Version, port: int = 0, host: str = LOOPBACK) -> Iterator[str]:
    """Serve a version and give its base URL; the port is free again when the block is left."""
    with DemoShop(version, port, host) as demo:
        yield demo.base_url


def serve_until_stopped(
    version: Version, port: int = 0, host: str = LOOPBACK, announce: Callable[[str], None] = lambda url: None
) -> None:
    """Serve a version, tell its base URL to `announce`, and return when the user presses Ctrl-C."""
    with serve(version, port, host) as base_url:
        announce(base_url)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    version = Version.OPEN

    @property
    def base_url(self) -> str:
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who hangs up is no error; anything else is shown as the library shows it."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS
    server: _Server

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        self._send(render(self.server.version, path, query, self._origin()))

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > FORM_BYTES:
            self.close_connection = True  # the body stays unread
            self._send(_refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
            return
        form = parse_qs(self.rfile.read(int(length)).decode("utf-8", "replace"))
        path = self.path.partition("?")[0]
        target = after_post(self.server.version, path, form.get("item", [""])[0])
        if target is None:
            self._send(_refusal(HTTPStatus.NOT_FOUND))
        else:
            self._send(_refusal(HTTPStatus.SEE_OTHER), {"Location": target})

    def _send(self, response: Response, extra: Mapping[str, str] | None = None) -> None:
        # No Date and no Server header: the same request has the same answer, byte for byte.
        self.send_response_only(response.status)
        fields = {"Content-Type": response.content_type, "Content-Length": str(len(response.body))}
        for name, value in {**fields, **HEADERS, **(extra or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _origin(self) -> str:
        host = self.headers.get("Host", "")
        return f"http://{host}" if HOST_HEADER.fullmatch(host) else self.server.base_url

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: standard error belongs to the audit's progress."""


def _refusal(status: HTTPStatus) -> Response:
    return Response(status, "text/plain; charset=utf-8", f"{status.phrase}\n".encode())
