"""A banner in a frame of another site, a late one and a wall, on pages as a browser loads them from their hosts."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import ConsentRecord
from auditor.model.settings import Settings
from auditor.model.terms import Consent, Device
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from spiders.browser.sight import beneath, covered_by, large_frames, look
from spiders.browser.tab import Tab
from tests.spiders.browser.banners import COMPLIANZ, NO, ONETRUST, TEXT, YES, button, page
from tests.spiders.browser.conftest import Run

SHOP, CMP = "http://shop.test", "http://cmp.test"
#: Frames read like those of Sourcepoint: their address, and the classes of their buttons.
FRAME = f"{CMP}/index.html?message_id="
CONTAINER = f"""<div id=sp_message_container_1 data-banner
style="position:fixed;left:0;right:0;bottom:0;height:200px"><iframe id=sp_message_iframe_1 src="{FRAME}NAME"
style="width:100%;height:200px;border:0"></iframe></div><script>addEventListener('message', (event) => {{
 said.textContent += ', ' + event.data; document.getElementById('sp_message_container_1').remove(); }});</script>"""
TELL = """<script>onclick = (event) => { const word = event.target.dataset.say;
if (word) parent.postMessage(word, '*'); };</script>"""
ESTONIAN = button("yes", "class=sp_choice_type_11", YES) + button("no", "class=sp_choice_type_13", NO)
ENGLISH = button("yes", "class=sp_choice_type_11", "Accept all") + button("no", "class=sp_choice_type_13", "Reject all")
WALL = button("yes", "class=sp_choice_type_11", "Accept all") + button("paid", "class=sp_choice_type_9", "Subscribe")
COOKIES = "We use cookies to make this shop better."
CHAT = """<script>window.chosen = (word) => { if (word === 'yes') {
 const chat = document.createElement('button'); chat.textContent = 'Chat with us';
 document.body.append(chat); } };</script>"""
LATE = f"""<div id=slot></div><script>setTimeout(() => {{ slot.innerHTML = `{COMPLIANZ}`; }}, 2000);</script>"""


def framed(name: str, lang: str) -> str:
    return page(CONTAINER.replace("NAME", name), lang)


def message(text: str, buttons: str) -> str:
    return f"<!doctype html><body style='margin:0'><p>{text}</p>{buttons}{TELL}"


PAGES = {
    "/et": framed("et", "et"),
    "/en": framed("en", "en"),
    "/wall": framed("wall", "en"),
    "/index.html?message_id=et": message(TEXT, ESTONIAN),
    "/index.html?message_id=en": message(COOKIES, ENGLISH),
    "/index.html?message_id=wall": message(COOKIES, WALL),
    "/chat": page(ONETRUST + CHAT, "en"),
    "/late": page(LATE),
    "/plain": page("<footer><a href='/privacy'>Privacy</a></footer>", "en"),
}


class _Hosts(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGES.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((body or "not here").encode())

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="module")
def hosts() -> Iterator[tuple[str, ...]]:
    """Both hosts on this machine, as `--resolve` takes them."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Hosts)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tuple(f"{host}.test:80:127.0.0.1:{server.server_address[1]}" for host in ("shop", "cmp"))
    server.shutdown()
    server.server_close()


def opened(run: Run, hosts: tuple[str, ...], folder: object, consent: Consent) -> BrowserSession:
    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    settings = Settings(url=f"{SHOP}/en", resolve=hosts, consent=consent)
    session = BrowserSession(BrowserOptions.of(settings, choice.path, folder, "en"))  # type: ignore[arg-type]
    run(session.__aenter__())
    return session


@pytest.fixture
def browser(run: Run, hosts: tuple[str, ...], tmp_path: object) -> Iterator[BrowserSession]:
    """A browser that refuses, and of which the sites remember nothing."""
    session = opened(run, hosts, tmp_path, Consent.REJECT)
    yield session
    run(session.__aexit__(None, None, None))


def met(browser: BrowserSession, run: Run, path: str, device: Device = Device.DESKTOP) -> tuple[ConsentRecord, str]:
    """What was done with the banner of a page, and what was said on it."""
    rendered = run(browser.render(f"{SHOP}{path}", device, patient=True))
    assert rendered.snapshot is not None, rendered.reason
    shown = parse_snapshot(rendered.snapshot.payload, url=f"{SHOP}{path}", device=device)
    return rendered.consent, " ".join(element.text for element in shown.elements if element.text)


@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
@pytest.mark.parametrize("path", ["/et", "/en"])
def test_a_banner_in_a_frame_of_another_site_is_refused_there(
    browser: BrowserSession, run: Run, path: str, device: Device
) -> None:
    record, text = met(browser, run, path, device)
    assert (record.vendor, record.choice, record.presses) == ("Sourcepoint", Consent.REJECT, 1)
    assert "nothing, no" in text
    assert 0.1 < record.covered < 0.4


def test_a_wall_that_asks_to_pay_is_left_with_its_reason(browser: BrowserSession, run: Run) -> None:
    record, text = met(browser, run, "/wall")
    assert (record.vendor, record.choice, record.presses) == ("Sourcepoint", Consent.LEAVE, 0)
    assert record.reason == "it can be refused for money only"
    assert "nothing," not in text


@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
def test_a_banner_that_comes_after_two_seconds_is_refused(browser: BrowserSession, run: Run, device: Device) -> None:
    record, text = met(browser, run, "/late", device)
    assert (record.vendor, record.choice, record.presses) == ("Complianz", Consent.REJECT, 1)
    assert "nothing, no" in text


def test_a_chat_that_loads_after_consent_is_there_for_those_who_accept_alone(browser: BrowserSession, run: Run) -> None:
    record, refused = met(browser, run, "/chat")
    accepted = run(browser.accepted(f"{SHOP}/chat", Device.DESKTOP))
    shown = parse_snapshot(accepted.payload, url=accepted.url, device=accepted.device, state=accepted.state)
    assert (record.vendor, record.choice) == ("OneTrust", Consent.REJECT)
    assert ("Chat with us" in refused, "Chat with us" in {element.name for element in shown.elements}) == (False, True)


def test_a_banner_that_is_left_stays_open_and_is_named(run: Run, hosts: tuple[str, ...], tmp_path: object) -> None:
    session = opened(run, hosts, tmp_path, Consent.LEAVE)
    record, text = met(session, run, "/en")
    run(session.__aexit__(None, None, None))
    assert (record.vendor, record.choice, record.presses, record.reason) == (
        "Sourcepoint",
        Consent.LEAVE,
        0,
        "left open as asked",
    )
    assert "nothing," not in text


def test_a_page_is_looked_at_with_its_frames(browser: BrowserSession, run: Run) -> None:
    async def looking() -> tuple[object, ...]:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        await tab.load(f"{SHOP}/plain")
        nothing = await look(tab)
        await tab.load(f"{SHOP}/en")
        view = await look(tab)
        assert view.sight is not None
        frames = [frame.url for frame, _ in await large_frames(tab)]
        under = await beneath(tab, view.sight, view.vocabulary)
        share = await covered_by(tab, view.sight)
        return nothing.sight, nothing.showing, nothing.coming, view.vendor, view.sight.frame.url, frames, under, share

    seen = run(looking())
    assert seen[:5] == (None, (), (), "Sourcepoint", f"{FRAME}en")
    assert seen[5:7] == ([f"{FRAME}en"], ())
    assert seen[7] == pytest.approx(200 / 768, abs=0.01)
