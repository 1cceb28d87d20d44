"""Both versions of the demo shop, against goldens and against the clicks that were counted by hand from its design.

`tests/golden/README.md` tells what each golden holds; `make goldens` writes them anew.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit
from auditor.model.terms import CaptureStatus
from tests.golden.gathered import audit_demo, differing, stable, told, unlike

HERE = Path(__file__).parent
EXPECTED: dict[str, Any] = yaml.safe_load((HERE.parent / "demo" / "expected.yaml").read_text("utf-8"))
STARTS = [(device, stage) for device in ("desktop", "mobile") for stage in EXPECTED["start_pages"]]


@pytest.mark.parametrize("version", ["hidden", "open"])
def test_what_the_server_sends_gives_the_document_of_the_golden(version: str, tmp_path: Path) -> None:
    audit = audit_demo(version, tmp_path, render="never")
    assert unlike(stable(audit), (HERE / f"demo-{version}.audit.json").read_text(encoding="utf-8")) == []


def test_what_the_browser_shows_gives_what_the_golden_tells(rendered: Audit) -> None:
    assert rendered.captured.status is CaptureStatus.MEASURED
    assert unlike(told(rendered), (HERE / "demo-hidden.rendered.txt").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("device", "stage"), STARTS)
def test_clicks_are_those_that_were_counted_by_hand(rendered: Audit, device: str, stage: str) -> None:
    counted = EXPECTED["hidden"][device][stage]
    assert differing(rendered, {device: {stage: counted}}) == []


def test_every_stage_was_found(rendered: Audit) -> None:
    assert {page.stage.value for page in rendered.pages} >= set(EXPECTED["start_pages"])


def test_what_is_not_for_customers_is_only_listed(rendered: Audit) -> None:
    listed = {contact.value: contact.status.value for contact in rendered.contacts}
    assert {value: listed.get(value) for value in EXPECTED["listed"]["hidden"]} == dict.fromkeys(
        EXPECTED["listed"]["hidden"], "listed"
    )


def test_ways_that_were_reached_from_home_were_pressed_in_the_browser(rendered: Audit) -> None:
    reached = [journey for journey in rendered.journeys if (journey.stage, journey.outcome) == ("home", "reached")]
    assert reached
    assert all(journey.verified and journey.end_screenshot for journey in reached)


def test_the_capture_audited_again_gives_the_same_bytes(rendered: Audit, rendered_folder: Path) -> None:
    again = audit_capture_file(rendered_folder / "capture.sqlite")
    assert unlike(stable(again), stable(rendered)) == []
