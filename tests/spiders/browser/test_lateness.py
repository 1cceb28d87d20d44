"""What timers bring late is told with the delay that the page asked for."""

from typing import Any

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.capture.tree import LATE
from auditor.model.terms import Device
from spiders.browser.lateness import mark_late
from spiders.browser.session import BrowserSession
from tests.spiders.browser.conftest import Run


def snapshot_of(parents: list[int], kinds: list[int]) -> dict[str, Any]:
    return {"documents": [{"nodes": {"parentIndex": parents, "nodeType": kinds}}]}


def test_a_way_leads_to_its_element_past_texts() -> None:
    # A document with html, head and body, in the body a text and two paragraphs, of which the last has a text.
    dom = snapshot_of([-1, 0, 1, 1, 3, 3, 3, 6], [9, 1, 1, 1, 3, 1, 1, 3])
    mark_late(dom, [[[1, 1], 3], [[1, 7], 2]])
    assert dom["documents"][0]["nodes"][LATE] == {"index": [6], "value": [3]}


@pytest.mark.parametrize("told", ["x", [1], [[1], 99], [[1], "3"], [["1"], 3], [None, 3], [[1, 1], 0], [[], 3, 3]])
def test_a_page_may_answer_anything(told: Any) -> None:
    dom = snapshot_of([-1, 0, 1, 1], [9, 1, 1, 1])
    mark_late(dom, [told])
    assert LATE not in dom["documents"][0]["nodes"]


def test_elements_bear_the_delay_of_the_timer_that_brought_them(browser: BrowserSession, run: Run, site: str) -> None:
    url = f"{site}/timed.html"
    snapshot = run(browser.render(url, Device.DESKTOP, patient=True)).snapshot
    assert snapshot is not None
    page = parse_snapshot(snapshot.payload, url=url, device=Device.DESKTOP)
    late = {element.text or element.name: element.late for element in page.elements}
    assert late == {
        "Combs": 0.0,
        "At once": 0.0,
        "Soon": 0.0,
        "Call 030 901820": 2.0,
        "Write to us": 4.0,
        "Shown at last": 3.0,
    }
