"""What lies below a list that grows for ever is never seen; what lies below one that ends is."""

import json

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.terms import Device
from spiders.browser.session import BrowserSession
from tests.spiders.browser.conftest import Run

NUMBER = "Call 030 901820"


@pytest.mark.parametrize(
    ("path", "seen"),
    [("fetched-endless", False), ("fetched-ends", True), ("long", True), ("inside", False)],
)
@pytest.mark.parametrize("device", [Device.DESKTOP, Device.MOBILE])
def test_an_end_that_never_comes_into_sight_is_not_seen(
    browser: BrowserSession, run: Run, site: str, path: str, seen: bool, device: Device
) -> None:
    url = f"{site}/{path}.html"
    snapshot = run(browser.render(url, device)).snapshot
    assert snapshot is not None
    page = parse_snapshot(snapshot.payload, url=url, device=device)
    assert [element.text for element in page.elements if element.visible and NUMBER in element.text] == [NUMBER] * seen
    assert any(element.visible for element in page.elements)
    assert (json.loads(snapshot.payload)["seen_to"] > 0) is not seen
