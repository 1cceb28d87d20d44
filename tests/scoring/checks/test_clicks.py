"""Clicks: a shorter way that may exist is never denied."""

from typing import Any

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Human, Outcome, Price, Stage, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.clicks import ClicksAtMost
from tests.scoring.build import DESKTOP, option, seen, way

_C = Channel
_UNSURE = way(_C.EMAIL, outcome=Outcome.CANNOT_TELL)


@pytest.mark.parametrize(
    ("ways", "verdict"),
    [
        ([way(_C.PHONE, 2)], Verdict.PASS),
        ([way(_C.PHONE, 2, exact=False)], Verdict.PASS),
        ([way(_C.PHONE, 2), _UNSURE], Verdict.PASS),
        ([way(_C.PHONE, 3)], Verdict.FAIL),
        ([way(_C.PHONE, 3), way(_C.EMAIL, 1)], Verdict.PASS),
        ([way(_C.PHONE, 3, exact=False)], Verdict.CANNOT_TELL),
        ([way(_C.PHONE, 3), _UNSURE], Verdict.CANNOT_TELL),
        ([way(_C.PHONE, outcome=Outcome.GATED, gates=(Gate.LOGIN,))], Verdict.FAIL),
        ([way(_C.PHONE, outcome=Outcome.NOT_FOUND)], Verdict.NOT_APPLICABLE),
        ([way(_C.PHONE, outcome=Outcome.NOT_FOUND), way(_C.PHONE, 1, stage=Stage.HELP)], Verdict.FAIL),
        ([_UNSURE], Verdict.CANNOT_TELL),
    ],
)
def test_clicks_at_most(ways: list[Journey], verdict: Verdict) -> None:
    check = ClicksAtMost(channels=(_C.PHONE, _C.EMAIL), clicks=2)
    assert check.answer(seen(*ways), Target(Stage.HOME, DESKTOP)).verdict is verdict


@pytest.mark.parametrize(
    ("more", "any_price", "verdict"),
    [
        ({"human": Human.BOT}, True, Verdict.FAIL),
        ({"price": Price.PREMIUM}, False, Verdict.FAIL),
        ({"price": Price.PREMIUM}, True, Verdict.PASS),
    ],
)
def test_what_adds_nothing_is_no_way(more: dict[str, Any], any_price: bool, verdict: Verdict) -> None:
    check = ClicksAtMost(channels=(_C.PHONE,), clicks=2, any_price=any_price)
    assert check.answer(seen(way(), options=[option(**more)]), Target(Stage.HOME, DESKTOP)).verdict is verdict


@pytest.mark.parametrize(
    ("ways", "reason", "exact"),
    [
        ([way(_C.PHONE, 2)], "A phone number is 2 clicks from the home page on desktop.", True),
        ([way(_C.PHONE, 2, exact=False)], "A phone number is at most 2 clicks from the home page on desktop.", False),
    ],
)
def test_at_most_is_said_and_marked(ways: list[Journey], reason: str, exact: bool) -> None:
    answer = ClicksAtMost(channels=(_C.PHONE,), clicks=2).answer(seen(*ways), Target(Stage.HOME, DESKTOP))
    assert (answer.reason, answer.exact) == (reason, exact)
