"""A small server of local pages and one browser a module that visits them."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from auditor.model.settings import Settings
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from tests.spiders.browser.dynamic_pages import DYNAMIC
from tests.spiders.browser.pages import PAGES

Run = Callable[[Coroutine[Any, Any, Any]], Any]


#: Where an address sends to: to what is private, to itself, and to one that is longer each time.
REDIRECTS = {"/to-private": "http://192.168.1.1/router", "/round.html": "/round.html", "/longer.html": "{path}x"}


class _Site(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(f"GET {self.path}")
        path = self.path.rstrip("x")
        if path in REDIRECTS:
            self.send_response(302)
            self.send_header("Location", REDIRECTS[path].format(path=self.path))
            self.end_headers()
            return
        if self.path == "/file":
            self.send_response(200)
            self.send_header("Content-Disposition", "attachment; filename=a.zip")
            self.end_headers()
            self.wfile.write(b"PK")
            return
        if self.path == "/api":
            time.sleep(2.5)
        if self.path == "/batch":
            time.sleep(0.3)
        page = (PAGES | DYNAMIC).get(self.path)
        body = (page or "not here").encode()
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.asked.append(f"POST {self.path}")
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="session")
def server() -> Iterator[ThreadingHTTPServer]:
    """The server of the pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="session")
def site(server: ThreadingHTTPServer) -> str:
    """The origin of the server, without a slash at its end."""
    return f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What the server was asked for during a test."""
    _Site.asked.clear()
    yield _Site.asked


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Run a coroutine in the event loop of the module."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pictures."""
    return tmp_path_factory.mktemp("shots")


@pytest.fixture(scope="module")
def browser(run: Run, site: str, shots: Path) -> Iterator[BrowserSession]:
    """A browser for an audit of the local site."""
    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    session = BrowserSession(BrowserOptions.of(Settings(url=f"{site}/"), choice.path, shots, "en"))
    run(session.__aenter__())
    yield session
    run(session.__aexit__(None, None, None))
