"""Records are values: equal when they say the same, and as they were written for good."""

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from auditor.capture.records import ACCEPTED, PROVED, ConsentRecord, Fetch, PressRecord, Snapshot, aside
from auditor.model.page import Box
from auditor.model.terms import Action, Consent, Device, PageStatus

URL = "https://shop.example/"
FETCH = Fetch(URL, URL, 200, PageStatus.OK, body=b"x", redirects=("y",))
SNAPSHOT = Snapshot(URL, Device.MOBILE, "", b"{}")
PRESS = PressRecord(URL, Device.MOBILE, "", Action.OPEN, "#menu", "Menu", "changed", box=Box(1, 2, 3, 4))
CONSENT = ConsentRecord(URL, Device.MOBILE, found=False)
RECORDS = [FETCH, SNAPSHOT, PRESS, CONSENT]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_cannot_be_changed_but_can_be_counted_among_others(record: Any) -> None:
    for each in fields(record):
        with pytest.raises(FrozenInstanceError):
            setattr(record, each.name, None)
    assert len({record, replace(record)}) == 1


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_every_field_tells_records_apart(record: Any) -> None:
    for each in fields(record):
        assert replace(record, **{each.name: "another"}) != record, each.name


def test_what_nobody_said_was_not_done() -> None:
    assert (CONSENT.choice, CONSENT.presses, CONSENT.covered) == (Consent.LEAVE, 0, 0.0)
    assert (PRESS.proof, PRESS.screenshot, PRESS.navigated_to) == ("", "", "")
    assert Fetch(URL, "", 0, PageStatus.ERROR).body is None


@pytest.mark.parametrize(
    ("state", "beside"), [("", False), ("/0a1b2c3d", False), (ACCEPTED, True), (f"{PROVED}0a1b2c3d", True)]
)
def test_what_is_looked_at_beside_the_ways_is_no_state_of_them(state: str, beside: bool) -> None:
    assert aside(state) is beside
