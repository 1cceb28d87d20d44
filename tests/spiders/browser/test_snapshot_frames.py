"""Frames of other sites are read as parts of the page, and one that cannot be read leaves a trace."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.guide import Press
from auditor.model.page import Element, Page
from auditor.model.settings import Settings
from auditor.model.terms import Action, Device, ElementKind
from spiders.browser import frames
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from tests.spiders.browser.conftest import Run

SHOP, DESK, THIRD, CLOSED = (f"http://{host}.test" for host in ("shop", "desk", "third", "closed"))
SIZED = "style='width:600px;height:300px;border:0'"
PAGES = {
    "/desk": "<p style='margin-top:40px'>Desk 0306 999 0001</p><a href=hours>Hours</a>"
    "<button onclick=\"this.insertAdjacentHTML('afterend', '<p>Nights 0306 999 0002</p>')\">Nights</button>"
    f"<iframe src={THIRD}/third style='width:300px;height:90px;border:0'></iframe>",
    "/third": "<p>Branch 0306 999 0003</p>",
    "/home": "<p style='height:100px;margin:0'>Shop</p>"
    f"<iframe src={DESK}/desk {SIZED}></iframe><iframe src={THIRD}/third {SIZED}></iframe><p>Last 0306 999 0004</p>",
    "/hidden": f"<p>Shop</p><iframe src={DESK}/desk style='width:600px;height:300px;visibility:hidden'></iframe>",
    "/small": f"<p>Shop</p><iframe src={CLOSED}/ style='width:40px;height:300px'></iframe>",
    "/closed": f"<p>Shop</p><iframe src={CLOSED}/ {SIZED}></iframe>",
    "/film": f"<p>Shop</p><iframe src=http://player.vimeo.com/1 {SIZED}></iframe>",
    "/refusing": f"<p>Shop</p><iframe src={DESK}/refused {SIZED}></iframe>",
    "/refused": "<p>Never in a frame</p>",
    "/endless": f"<p>Shop</p><iframe src={DESK}/slow {SIZED}></iframe>",
    "/many": "<p>Shop</p>" + f"<iframe src={THIRD}/third style='width:90px;height:60px'></iframe>" * 12,
}


class _Site(BaseHTTPRequestHandler):
    closing = threading.Event()

    def do_GET(self) -> None:
        if self.path == "/slow":
            self.closing.wait(60)
        page = PAGES.get(self.path)
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html")
        if self.path == "/refused":
            self.send_header("X-Frame-Options", "DENY")
        self.end_headers()
        self.wfile.write(f"<!doctype html><body style='margin:0'>{page or 'not here'}".encode())

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="module")
def browser(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserSession]:
    """A browser for an audit of a site whose frames are of others; nobody answers at one of them."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    hosts = [f"{host}.test:80:127.0.0.1:{server.server_address[1]}" for host in ("shop", "desk", "third")]
    settings = Settings(url=f"{SHOP}/home", resolve=(*hosts, "closed.test:80:127.0.0.1:9"))
    session = BrowserSession(BrowserOptions.of(settings, choice.path, tmp_path_factory.mktemp("shots"), "en"))
    run(session.__aenter__())
    yield session
    run(session.__aexit__(None, None, None))
    _Site.closing.set()
    server.shutdown()
    server.server_close()


def seen(browser: BrowserSession, run: Run, path: str, device: Device = Device.DESKTOP) -> Page:
    rendered = run(browser.render(f"{SHOP}{path}", device))
    assert rendered.snapshot is not None, rendered.reason
    return parse_snapshot(rendered.snapshot.payload, url=f"{SHOP}{path}", device=device)


def visible_text(page: Page) -> dict[str, Element]:
    return {element.text: element for element in page.elements if element.visible and element.text}


@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
def test_frames_of_other_sites_and_frames_in_them_are_read(browser: BrowserSession, run: Run, device: Device) -> None:
    page = seen(browser, run, "/home", device)
    texts = visible_text(page)
    assert texts.keys() >= {"Desk 0306 999 0001", "Branch 0306 999 0003", "Last 0306 999 0004"}
    assert page.unread_frames == 0
    box = texts["Desk 0306 999 0001"].box
    assert box is not None
    assert (box.x, box.y) == (0, 140)
    (hours,) = (element for element in page.elements if element.name == "Hours")
    assert hours.href == f"{DESK}/hours"


def test_two_loads_give_one_snapshot(browser: BrowserSession, run: Run) -> None:
    assert seen(browser, run, "/home").elements == seen(browser, run, "/home").elements


def test_a_control_in_such_a_frame_can_be_pressed(browser: BrowserSession, run: Run) -> None:
    page = seen(browser, run, "/home")
    (button,) = (element for element in page.elements if element.kind is ElementKind.BUTTON)
    assert " >>> " in button.selector
    press = Press(f"{SHOP}/home", "", Device.DESKTOP, Action.OPEN, button.selector, button.name)
    (record,), (snapshot,) = run(browser.explore(f"{SHOP}/home", Device.DESKTOP, [press]))
    assert record.outcome == "changed"
    after = parse_snapshot(snapshot.payload, url=f"{SHOP}/home", device=Device.DESKTOP)
    assert "Nights 0306 999 0002" in visible_text(after)


@pytest.mark.parametrize(
    ("path", "unread"),
    [("/closed", 1), ("/endless", 1), ("/small", 0), ("/film", 0), ("/refusing", 0), ("/hidden", 0), ("/many", 2)],
)
def test_what_was_not_read_is_told_unless_nobody_would_look_there(
    browser: BrowserSession, run: Run, path: str, unread: int
) -> None:
    page = seen(browser, run, path)
    assert page.unread_frames == unread
    assert "Shop" in visible_text(page)


def test_a_frame_for_which_no_time_is_left_is_told(
    browser: BrowserSession, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "FRAMES_SECONDS", 0.0)
    page = seen(browser, run, "/home")
    assert page.unread_frames == 2
    assert "Desk 0306 999 0001" not in visible_text(page)
    assert "Last 0306 999 0004" in visible_text(page)
