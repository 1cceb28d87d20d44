"""Choice asks whether people who cannot take every way still reach somebody."""

from typing import Any

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Outcome, Stage
from auditor.scoring.choice import choice
from auditor.scoring.weights import load_weights
from tests.scoring.build import seen, way

_C = Channel
_LOGIN: dict[str, Any] = {"outcome": Outcome.GATED, "gates": (Gate.LOGIN,)}
_ALL = [way(channel, outcome=Outcome.NOT_FOUND, stage=Stage.HELP) for channel in Channel]


@pytest.mark.parametrize(
    ("ways", "cannot_phone", "cannot_write", "no_number"),
    [
        ([], 0, 0, 0),
        ([way(_C.PHONE, 4)], 0, 1, 1),
        ([way(_C.PHONE, 0), way(_C.EMAIL, 0)], 1, 1, 1),
        ([way(_C.EMAIL, 4)], 1, 0, 1),
        ([way(_C.FORM, **_LOGIN)], 0.385, 0, 0),
        ([way(_C.FORM, 2)], 0.77, 0, 0.77),
    ],
)
def test_persons(ways: list[Journey], cannot_phone: float, cannot_write: float, no_number: float) -> None:
    found = [part.worth.value for part in choice(seen(*_ALL, *ways), load_weights())]
    assert found == pytest.approx([cannot_phone, cannot_write, no_number])


def test_what_was_not_seen_is_not_lacking() -> None:
    unsure = [way(channel, outcome=Outcome.CANNOT_TELL) for channel in Channel]
    assert {part.worth.known for part in choice(seen(*unsure), load_weights())} == {0.0}
