"""The way in: what is blocked is not judged, and equal evidence gives equal answers."""

import random

import pytest

from auditor.model.audit import Predicted
from auditor.model.terms import CaptureStatus, Channel, Posture
from auditor.scoring.judge import judge, score_version
from tests.scoring.build import captured, site

_C = Channel


@pytest.mark.parametrize("status", [CaptureStatus.BLOCKED, CaptureStatus.UNREACHABLE])
def test_what_was_not_measured_has_no_findings_and_a_null_score_with_its_reason(status: CaptureStatus) -> None:
    evidence = site({_C.PHONE: 1})
    found = judge(evidence.journeys, [], evidence.contacts, evidence.pages, captured(status, reason="a bot challenge"))
    assert (found.findings, found.fixes) == ((), ())
    assert (found.scores.overall, found.scores.grade, found.scores.range, found.scores.posture) == (None,) * 4
    assert "a bot challenge" in found.scores.because[0]


def test_nothing_at_all_is_no_score_and_no_error() -> None:
    found = judge([], [], [], [], captured())
    assert found.scores.overall is None and found.fixes == ()


def test_the_order_of_the_input_changes_nothing() -> None:
    evidence = site({_C.PHONE: 3, _C.FORM: 2})
    ways, signs = list(evidence.journeys), list(evidence.signposts)
    options, pages = list(evidence.contacts), list(evidence.pages)
    first = judge(ways, signs, options, pages, evidence.captured)
    for part in (ways, signs, options, pages):
        random.Random(5).shuffle(part)
    assert judge(ways, signs, options, pages, evidence.captured) == first


def test_predictions_wait_for_the_visitor_model() -> None:
    evidence = site({_C.PHONE: 1})
    found = judge(evidence.journeys, evidence.signposts, evidence.contacts, evidence.pages, evidence.captured)
    assert found.scores.with_predictions == Predicted()


@pytest.mark.parametrize(
    ("clicks", "posture", "words"),
    [
        ({_C.PHONE: 1, _C.EMAIL: 1}, Posture.CARE, "Signs of care: "),
        ({}, Posture.COST_TO_SERVE, "Signs of cost to serve: "),
    ],
)
def test_posture_is_given_with_its_strongest_signs(
    clicks: dict[Channel, int | None], posture: Posture, words: str
) -> None:
    evidence = site(clicks)
    scores = judge(evidence.journeys, evidence.signposts, evidence.contacts, evidence.pages, evidence.captured).scores
    assert scores.posture is posture
    assert 1 <= len(scores.because) <= 3 and all(sentence.startswith(words) for sentence in scores.because)


def test_the_score_has_a_version_of_its_own() -> None:
    assert score_version()
