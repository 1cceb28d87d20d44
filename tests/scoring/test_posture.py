"""Posture follows from signs, and is null when they are few."""

from auditor.model.terms import Channel, Outcome, Posture, Stage
from auditor.scoring.apply import apply_rules
from auditor.scoring.observed import Observed
from auditor.scoring.posture import posture
from auditor.scoring.rule import load_rules
from auditor.scoring.weights import load_weights
from tests.scoring.build import page, seen, site, way


def _posture(evidence: Observed) -> tuple[Posture | None, tuple[str, ...]]:
    return posture(apply_rules(load_rules(), evidence), load_weights())


def test_few_signs_are_too_thin() -> None:
    assert _posture(seen(way(outcome=Outcome.CANNOT_TELL), pages=[page(Stage.CONTACT)])) == (None, ())


def test_signs_of_both_sides_are_neutral() -> None:
    found, because = _posture(site({Channel.PHONE: 3, Channel.EMAIL: 2}))
    assert found is Posture.NEUTRAL
    assert {sentence.split(":")[0] for sentence in because} == {"Signs of care", "Signs of cost to serve"}


def test_the_heaviest_signs_come_first() -> None:
    _, because = _posture(site({}))
    assert because[0] == "Signs of cost to serve: a phone number or a call-back was not found from the site."
