"""Pages of a test as two sites of one small server, and their audits by one browser."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.settings import Settings
from auditor.model.terms import Channel, Device, Stage
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from tests.visibility.corpus_site import HTML
from tests.visibility.one_page import audit_page

SHOP = "http://shop.test"


@dataclass(frozen=True, slots=True)
class Audited:
    """The audit of one page."""

    audit: Audit

    def way(self, channel: Channel, device: Device) -> Journey:
        """The journey from it to a channel."""
        wanted = (Stage.HOME, channel, device)
        return next(j for j in self.audit.journeys if (j.stage, j.channel, j.device) == wanted)


@contextmanager
def auditing(pages: Mapping[str, str], folder: Path, *hosts: str) -> Iterator[Callable[[str], Audited]]:
    """A function that audits the page of a path; `hosts` serve the same paths as frames of other sites."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.get(self.path)
            body = (page or "").encode()
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", HTML)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, asyncio.Runner() as runner:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        resolve = tuple(f"{host}:80:127.0.0.1:{server.server_address[1]}" for host in ("shop.test", *hosts))
        settings = Settings(url=f"{SHOP}/", pages=1, country="GB", resolve=resolve, prove="none")
        session = BrowserSession(BrowserOptions.of(settings, choice.path, folder, "en"))
        runner.run(session.__aenter__())

        def audit(path: str) -> Audited:
            of_page = settings.model_copy(update={"url": f"{SHOP}{path}"})
            file = folder / f"{path.strip('/')}.sqlite"
            return Audited(runner.run(audit_page(session, of_page, pages[path].encode(), file)))

        yield audit
        runner.run(session.__aexit__(None, None, None))
        server.shutdown()
