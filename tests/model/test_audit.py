"""The document: complete, of one order, and the same but for the one block that may differ."""

import json
import math
from typing import Any

import pytest
from pydantic import ValidationError

from auditor.model.audit import SCHEMA, Audit, Categories, Gain, Scores, Signpost

SMALL: dict[str, Any] = {
    "tool": {"version": "1", "rules_version": "2", "score_version": "3"},
    "site": {"url": "https://shop.example/", "host": "shop.example", "name": "Ünï <Shop>"},
    "captured": {"status": "partial", "reason": "The budget was spent."},
    "settings": {"url": "https://shop.example/"},
    "volatile": {"started": "2020-01-01", "seconds": 2.5, "phases": {"fetch": 1.5}, "paths": {"capture": "a"}},
}
AUDIT = Audit.model_validate(SMALL)


def test_a_document_comes_back_byte_by_byte() -> None:
    text = AUDIT.to_json()
    assert Audit.model_validate_json(text) == AUDIT
    assert Audit.model_validate_json(text).to_json() == text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "Ünï <Shop>" in text


def test_the_document_names_its_schema_first() -> None:
    assert next(iter(json.loads(AUDIT.to_json()).items())) == ("schema", SCHEMA)


def test_only_the_volatile_block_is_left_out() -> None:
    whole, stable = json.loads(AUDIT.to_json()), json.loads(AUDIT.to_json(with_volatile=False))
    assert whole.pop("volatile")["seconds"] == 2.5
    assert stable == whole


def test_runs_that_took_another_time_are_equal_without_it() -> None:
    other = Audit.model_validate(SMALL | {"volatile": {"seconds": 9}})
    assert other.to_json() != AUDIT.to_json()
    assert other.to_json(with_volatile=False) == AUDIT.to_json(with_volatile=False)


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "signpost.audit/2"},
        {"tool": {"version": "1"}},
        {"captured": {"status": "fine"}},
        {"captured": {"status": "partial", "devices": ["watch"]}},
        {"pages": [{"id": "p1", "url": "u", "stage": "home", "status": "ok"}]},
        {"settings": {}},
        {"scores": {"grade": "G"}},
        {"scores": {"coverage": 1.1}},
        {"scores": {"overall": math.nan}},
        {"scores": {"range": [1]}},
        {"extra": 1},
    ],
)
def test_what_no_audit_can_be_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Audit.model_validate(SMALL | change)


@pytest.mark.parametrize("points", [-0.1, 100.1, math.nan, math.inf])
@pytest.mark.parametrize("category", list(Categories.model_fields))
def test_points_lie_between_0_and_100(category: str, points: float) -> None:
    with pytest.raises(ValidationError):
        Categories.model_validate({category: points})


def test_nothing_measured_is_no_score() -> None:
    scores = Scores()
    assert (scores.overall, scores.grade, scores.range, scores.posture, scores.coverage) == (None, None, None, None, 0)
    assert set(scores.categories.model_dump().values()) == set(Gain().model_dump().values()) == {None}


@pytest.mark.parametrize("present", [True, False, None])
def test_a_signpost_is_there_or_not_or_nobody_can_tell(present: bool | None) -> None:
    given = {"stage": "home", "device": "mobile", "channel": "phone", "present": present}
    assert Signpost.model_validate(given).present is present
    with pytest.raises(ValidationError, match="present"):
        Signpost.model_validate({name: value for name, value in given.items() if name != "present"})
