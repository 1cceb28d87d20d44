"""A server on loopback for sites that are a few lines each; robots.txt and sitemaps are pages like any other."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; a text page is a 200 of HTML."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


Route = str | Reply | Callable[[Mapping[str, str]], Reply]


class SmallServer:
    """Serves `routes` by path, anything else is 404; `asked` are the paths with query as they came in."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        small = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                small.asked.append(self.path)
                route = small.routes.get(urlsplit(self.path).path, Reply(404, "<h1>Not here</h1>"))
                if callable(route):
                    route = route({name.lower(): value for name, value in self.headers.items()})
                reply = (
                    Reply(200, f"<!doctype html><title>T</title><body>{route}</body>")
                    if isinstance(route, str)
                    else route
                )
                self.send_response(reply.status)
                body = reply.body.encode()
                for name, value in {"Content-Type": "text/html", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: tests read `asked`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.home = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
