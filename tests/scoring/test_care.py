"""Care is the sum of named rules; a rule that speaks about nothing is left out."""

from auditor.model.terms import Channel, Outcome, Stage
from auditor.scoring.apply import apply_rules
from auditor.scoring.care import care
from auditor.scoring.observed import Observed
from auditor.scoring.rule import load_rules
from auditor.scoring.weights import load_weights
from tests.scoring.build import option, seen, sign, way


def _parts(evidence: Observed) -> dict[str, float]:
    rulings = apply_rules(load_rules(), evidence)
    return {part.label: part.worth.value for part in care(rulings, load_weights())}


def test_what_is_stated_counts() -> None:
    evidence = seen(way(), signs=[sign()], options=[option(hours="9 to 5"), option(Channel.FORM)])
    assert _parts(evidence) == {"hours-stated": 1.0, "answer-time-stated": 0.0}


def test_a_site_without_options_has_no_hours_to_state() -> None:
    assert _parts(seen(way(outcome=Outcome.NOT_FOUND), signs=[sign(present=False)])) == {}


def test_what_could_not_be_seen_has_an_unknown_part() -> None:
    unsure = way(stage=Stage.HELP, outcome=Outcome.CANNOT_TELL)
    rulings = apply_rules(load_rules(), seen(unsure, signs=[sign(present=None)]))
    assert {part.worth.known for part in care(rulings, load_weights()) if part.label == "contact-in-help"} == {0.0}
