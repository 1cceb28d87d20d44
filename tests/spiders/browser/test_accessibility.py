"""Names from the accessibility tree stand beside the nodes, in the page and in its frames."""

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.page import Element
from auditor.model.terms import Device
from spiders.browser.session import BrowserSession
from tests.spiders.browser.conftest import Run


def element(run: Run, browser: BrowserSession, url: str, identity: str) -> Element:
    """The element with an id, in the page or in its frame."""
    seen = run(browser.render(url, Device.DESKTOP))
    assert seen.snapshot is not None, seen.reason
    page = parse_snapshot(seen.snapshot.payload, url=url, device=Device.DESKTOP)
    return next(e for e in page.elements if e.attribute("id") == identity)


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("labelled", "Ring our shop"),
        ("drawn", "Telephone"),
        ("written", "Call now"),
        ("host", "Write to us"),
        ("silent", ""),
        ("framed", "Chat with a person"),
    ],
)
def test_an_element_is_called_what_screen_readers_are_told(
    run: Run, browser: BrowserSession, site: str, identity: str, name: str
) -> None:
    found = element(run, browser, f"{site}/named", identity)
    assert found.accessible_name == name
    assert found.name == name


def test_what_is_seen_of_a_label_is_measured(run: Run, browser: BrowserSession, site: str) -> None:
    found = element(run, browser, f"{site}/named", "pale")
    assert (found.contrast, found.font_px) == (2.32, 11.0)
