"""Offered: absence is claimed only where it was seen."""

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Outcome, Stage, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.offered import Offered
from tests.scoring.build import seen, way

_GONE = way(outcome=Outcome.NOT_FOUND)


@pytest.mark.parametrize(
    ("ways", "verdict"),
    [
        ([way(clicks=4)], Verdict.PASS),
        ([_GONE, way(stage=Stage.HELP)], Verdict.PASS),
        ([way(outcome=Outcome.GATED, gates=(Gate.LOGIN,))], Verdict.PASS),
        ([_GONE], Verdict.FAIL),
        ([_GONE, way(stage=Stage.CART, outcome=Outcome.BLOCKED)], Verdict.FAIL),
        ([way(outcome=Outcome.CANNOT_TELL)], Verdict.CANNOT_TELL),
        ([], Verdict.CANNOT_TELL),
    ],
)
def test_offered(ways: list[Journey], verdict: Verdict) -> None:
    assert Offered(channels=(Channel.PHONE,)).answer(seen(*ways), Target()).verdict is verdict
