"""Choice asks whether people who cannot take every way still reach somebody."""

from typing import Any

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Human, Outcome, Stage
from auditor.scoring.choice import choice
from auditor.scoring.weights import load_weights
from tests.scoring.build import option, seen, way

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


def _known(*ways: Journey) -> list[float]:
    return [part.worth.known for part in choice(seen(*ways), load_weights())]


def test_what_the_error_page_lacks_is_known_of_the_error_page_alone() -> None:
    unsure = [way(channel, outcome=Outcome.BLOCKED) for channel in Channel]
    error = [way(channel, outcome=Outcome.NOT_FOUND, stage=Stage.NOT_FOUND) for channel in Channel]
    assert _known(*unsure, *error) == pytest.approx([2 / 10] * 3)


def test_what_stages_without_weight_lack_is_not_known_of_the_site() -> None:
    unsure = [way(channel, outcome=Outcome.CANNOT_TELL, stage=Stage.OTHER) for channel in Channel]
    legal = [way(channel, outcome=Outcome.NOT_FOUND, stage=Stage.LEGAL) for channel in Channel]
    assert _known(*unsure, *legal) == [0.0] * 3


def test_who_reaches_the_best_channel_needs_to_know_of_no_other() -> None:
    unsure = [way(channel, outcome=Outcome.CANNOT_TELL, stage=Stage.HELP) for channel in Channel]
    assert _known(*unsure, way(_C.PHONE, 3)) == [0.0, 1.0, 1.0]


def test_a_bot_that_is_reached_says_nothing_of_stages_that_were_not_seen() -> None:
    unsure = [way(channel, outcome=Outcome.CANNOT_TELL, stage=Stage.NOT_FOUND) for channel in Channel]
    bot = option(_C.CHAT, human=Human.BOT)
    known = [p.worth.known for p in choice(seen(*unsure, way(_C.CHAT), options=[bot]), load_weights())]
    assert known == pytest.approx([26.8 / 105.2 * 0.8, 0.0, 26.8 / 161.9 * 0.8])


def test_what_was_not_seen_is_not_lacking() -> None:
    unsure = [way(channel, outcome=Outcome.CANNOT_TELL) for channel in Channel]
    assert {part.worth.known for part in choice(seen(*unsure), load_weights())} == {0.0}
