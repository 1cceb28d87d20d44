"""An option is proved, and of a confidence between 0 and 1."""

import math
from typing import Any

import pytest
from pydantic import ValidationError

from auditor.model.contact import ContactOption, Evidence, Place

OPTION: dict[str, Any] = {
    "id": "c1",
    "channel": "phone",
    "value": "+4930901820",
    "display": "030 901820",
    "status": "counts",
    "region": "footer",
    "seen": [{"page": "p1", "device": "mobile"}],
    "evidence": [{"page": "p1", "selector": "footer > p", "text": "Tel. 030 901820"}],
    "confidence": 0.9,
}


def test_an_option_comes_back_from_its_json() -> None:
    option = ContactOption.model_validate(OPTION)
    assert ContactOption.model_validate_json(option.model_dump_json()) == option
    assert option.seen[0].state == option.evidence[0].state == ""
    assert len({option, option.model_copy()}) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": -0.01},
        {"confidence": 1.01},
        {"confidence": math.nan},
        {"channel": "pigeon"},
        {"status": "COUNTS"},
        {"gates": ["moat"]},
        {"region": None},
        {"seen": [{"page": "p1", "device": "watch"}]},
        {"evidence": [{"page": "p1", "selector": "p", "text": "x" * 241}]},
        {"evidence": [{"page": "p1", "text": "x"}]},
        {"phone": "+49"},
    ],
)
def test_what_no_option_can_be_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ContactOption.model_validate(OPTION | change)


@pytest.mark.parametrize("field", ["id", "channel", "value", "status", "region", "seen", "evidence", "confidence"])
def test_an_option_needs_its_proof(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        ContactOption.model_validate({name: value for name, value in OPTION.items() if name != field})


def test_evidence_counts_characters_not_bytes() -> None:
    assert len(Evidence(page="p1", selector="p", text="☎" * 240).text) == 240


def test_places_differ_by_state_and_device() -> None:
    pairs = [("", "desktop"), ("", "mobile"), ("/1", "desktop"), ("", "desktop")]
    assert len({Place.model_validate({"page": "p1", "state": state, "device": device}) for state, device in pairs}) == 3
