"""Saved sites, served on loopback under their own names."""

import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


@contextmanager
def served(folder: Path, host: str) -> Iterator[int]:
    """Serve a folder as `http://HOST/` on a free port of loopback; gives the port.

    Links of the pages to the host itself over https are written as http, as the server has no certificate. What is
    not in the folder answers 404; nothing outside of it is read.
    """
    handler = type("Handler", (_Handler,), {"folder": folder.resolve(), "own": _own_links(host)})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _own_links(host: str) -> re.Pattern[bytes]:
    bare = re.escape(host.removeprefix("www.")).encode()
    return re.compile(rb"(?:https?:)?//(?:www\.)?" + bare + rb"(?=[/\"'?#])", re.IGNORECASE)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    #: The usual 5 makes a burst of connections wait a second for the next try of the system.
    request_queue_size = 128


class _Handler(BaseHTTPRequestHandler):
    #: Head and body leave in one piece, as small pieces wait for each other's acknowledgement.
    wbufsize = -1
    folder: Path
    own: re.Pattern[bytes]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self._file()
        if path is None:
            self._answer(404, b"<!doctype html><title>Not found</title><p>Not found", "text/html")
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        body = path.read_bytes()
        if kind == "text/html":
            body = self.own.sub(b"http://" + self.headers.get("Host", "").encode(), body)
        self._answer(200, body, kind)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _file(self) -> Path | None:
        path = (self.folder / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() and path.is_relative_to(self.folder) else None

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        # Without a charset: the pages say their own.
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
