"""Layers over a page, closed in a real browser."""

import pytest

from auditor.capture.records import OverlayRecord
from auditor.model.terms import Device
from spiders.browser.overlay import MAX_PRESSES, both, close_layers
from spiders.browser.session import BrowserSession
from spiders.browser.tab import Tab
from tests.spiders.browser.conftest import Run

Look = tuple[int, bool, str] | None
URL = "https://shop.test/"
PAGE = """<!doctype html><html lang=en><main><h1>Lamps</h1><p>For long evenings.</p></main>
<div id=box style="position:fixed;inset:STYLE;background:#fff"><h2>TEXT</h2>INSIDE</div>
<script>box.onclick = (event) => { if (event.target.dataset.closes) box.remove(); };
if (ESCAPES) document.onkeydown = (event) => { if (event.key === 'Escape') box.remove(); };</script>"""
CLOSE = "<button data-closes=1>No thanks</button>"
SHADOW = """<x-close></x-close><script>customElements.define('x-close', class extends HTMLElement {
connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<button>Close</button>';
this.onclick = () => box.remove(); } });</script>"""


def closed(
    browser: BrowserSession, run: Run, inside: str, text: str = "Get 10 % off", style: str = "0", escapes: str = "false"
) -> OverlayRecord | None:
    html = PAGE.replace("TEXT", text).replace("INSIDE", inside).replace("STYLE", style).replace("ESCAPES", escapes)

    async def closing() -> OverlayRecord | None:
        tab: Tab = await browser._chromium.tab(Device.DESKTOP)
        await tab.page.set_content(html)
        record = await close_layers(tab, URL, Device.DESKTOP)
        there = await tab.page.evaluate("() => document.getElementById('box') !== null")
        assert record is None or record.closed is not there
        return record

    record: OverlayRecord | None = run(closing())
    return record


@pytest.mark.parametrize(
    ("inside", "escapes", "presses", "label", "gone"),
    [
        (CLOSE, "false", 1, "No thanks", True),
        (SHADOW, "false", 1, "Close", True),
        ("<button>Sign me up</button>", "true", 1, "Escape", True),
        ("<button>Close</button>" + CLOSE, "false", 2, "Close", True),
        ("<button>Sign me up</button>", "false", MAX_PRESSES, "Get 10 % off Sign me up", False),
    ],
    ids=["by its button", "in a shadow root", "by the Escape key", "by the second button", "by nothing"],
)
def test_a_layer_is_closed_as_a_visitor_would(
    browser: BrowserSession, run: Run, inside: str, escapes: str, presses: int, label: str, gone: bool
) -> None:
    record = closed(browser, run, inside, escapes=escapes)
    assert record == OverlayRecord(URL, Device.DESKTOP, 1.0, presses, gone, label)


@pytest.mark.parametrize(
    ("text", "style"),
    [("Get 10 % off", "0 0 auto 0"), ("We use cookies to make this shop better.", "0"), ("", "0")],
    ids=["a bar", "a consent banner", "an empty box"],
)
def test_what_is_no_layer_is_left_alone(browser: BrowserSession, run: Run, text: str, style: str) -> None:
    assert closed(browser, run, CLOSE if text else "", text=text, style=style) is None


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (None, None, None),
        ((1, True, "No thanks"), None, (1, True, "No thanks")),
        (None, (2, True, "Close"), (2, True, "Close")),
        ((1, True, "No thanks"), (2, True, "Close"), (3, True, "Close")),
        ((1, True, "No thanks"), (3, False, "Join us"), (4, False, "Join us")),
        ((3, False, "Join us"), (1, True, "Close"), (1, True, "Close")),
    ],
)
def test_of_two_looks_all_presses_and_the_end_are_recorded(first: Look, then: Look, told: Look) -> None:
    assert both(record(first), record(then)) == record(told)


def record(look: Look) -> OverlayRecord | None:
    return None if look is None else OverlayRecord(URL, Device.DESKTOP, 1.0, *look)
