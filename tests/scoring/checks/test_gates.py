"""Gates: a free way beside a gated one is enough."""

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Outcome, Stage, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.gates import NotGatedBy, NothingOver
from tests.scoring.build import DESKTOP, seen, way

_LOGIN = way(Channel.FORM, outcome=Outcome.GATED, gates=(Gate.LOGIN,))
_HOME = Target(Stage.HOME, DESKTOP)


@pytest.mark.parametrize(
    ("ways", "verdict"),
    [
        ([_LOGIN], Verdict.FAIL),
        ([_LOGIN, way()], Verdict.PASS),
        ([_LOGIN, way(gates=(Gate.MENU,))], Verdict.PASS),
        ([_LOGIN, way(outcome=Outcome.CANNOT_TELL)], Verdict.CANNOT_TELL),
        ([way(outcome=Outcome.NOT_FOUND)], Verdict.NOT_APPLICABLE),
    ],
)
def test_not_gated_by(ways: list[Journey], verdict: Verdict) -> None:
    assert NotGatedBy(gates=(Gate.LOGIN,)).answer(seen(*ways), _HOME).verdict is verdict


@pytest.mark.parametrize(
    ("ways", "verdict"),
    [
        ([way(overlay=2)], Verdict.FAIL),
        ([way(overlay=2), way(Channel.EMAIL)], Verdict.PASS),
        ([_LOGIN], Verdict.NOT_APPLICABLE),
    ],
)
def test_nothing_over(ways: list[Journey], verdict: Verdict) -> None:
    assert NothingOver().answer(seen(*ways), _HOME).verdict is verdict


_FREE = way(gates=(Gate.MENU,))


@pytest.mark.parametrize(
    ("ways", "reason"),
    [
        ([way(outcome=Outcome.NOT_FOUND)], "No way to a person was seen from the home page on desktop."),
        ([_LOGIN], "Every way seen from the home page on desktop to a person leads through a login."),
        ([_LOGIN, _FREE], "A way from the home page on desktop to a person is free of a login."),
    ],
)
def test_a_way_leads_to_a_person_in_plain_words(ways: list[Journey], reason: str) -> None:
    assert NotGatedBy(gates=(Gate.LOGIN,)).answer(seen(*ways), _HOME).reason == reason
    if len(ways) == 1 and ways[0].outcome is Outcome.NOT_FOUND:
        assert NothingOver().answer(seen(*ways), _HOME).reason == reason


@pytest.mark.parametrize("exact", [True, False])
def test_a_gate_on_a_way_that_may_not_be_the_shortest_is_not_exact(exact: bool) -> None:
    topic = way(gates=(Gate.TOPIC,), exact=exact)
    assert NotGatedBy(gates=(Gate.TOPIC,)).answer(seen(topic), _HOME).exact is exact
