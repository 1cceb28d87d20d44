"""A journey counts clicks that can be: none is a count too, and less than none is not."""

import math
from typing import Any

import pytest
from pydantic import ValidationError

from auditor.model.journey import Journey, Step

JOURNEY: dict[str, Any] = {
    "id": "j1",
    "stage": "home",
    "device": "desktop",
    "channel": "phone",
    "start": "p1",
    "outcome": "reached",
}


@pytest.mark.parametrize(
    ("clicks", "at_most", "best"), [(0, None, 0), (0, 4, 0), (2, 4, 2), (None, 4, 4), (None, 0, 0), (None, None, None)]
)
def test_the_best_way_is_the_exact_one_even_when_it_takes_no_click(
    clicks: int | None, at_most: int | None, best: int | None
) -> None:
    assert Journey.model_validate(JOURNEY | {"clicks": clicks, "clicks_at_most": at_most}).best_clicks == best


@pytest.mark.parametrize(
    "change",
    [
        {"clicks": -1},
        {"clicks": 1.5},
        {"clicks_at_most": -1},
        {"expert_seconds": -0.1},
        {"expert_seconds": math.nan},
        {"end_scrolled": -1},
        {"outcome": "lost"},
        {"stage": "attic"},
        {"gates": ["moat"]},
        {"path": [{"page": "p1", "action": "shout", "label": "x"}]},
        {"path": [{"page": "p1", "action": "follow", "label": "x", "box": [1, 2, 3, 4]}]},
        {"personas": {"hurried": {"speed": 1}}},
        {"best_clicks": 1},
    ],
)
def test_what_no_journey_can_be_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Journey.model_validate(JOURNEY | change)


def test_a_journey_that_was_not_tried_is_neither_verified_nor_refuted() -> None:
    journey = Journey.model_validate(JOURNEY)
    assert (journey.verified, journey.exact, journey.clicks) == (None, False, None)
    assert (journey.visitor.success, journey.visitor.median_clicks) == (None, None)


def test_a_path_comes_back_from_its_json() -> None:
    box = {"x": -1.5, "y": 2, "width": 3, "height": 4}
    steps = [
        {"page": "p1", "action": "open", "label": "Menü ☰ <b>", "box": box, "scrolled": 0},
        {"page": "p1", "state": "/1", "action": "follow", "label": "Contact"},
    ]
    journey = Journey.model_validate(JOURNEY | {"path": steps})
    assert Journey.model_validate_json(journey.model_dump_json()) == journey
    assert all(isinstance(step, Step) for step in journey.path)


def test_journeys_do_not_share_their_personas() -> None:
    first, second = Journey.model_validate(JOURNEY), Journey.model_validate(JOURNEY)
    assert first.personas is not second.personas
