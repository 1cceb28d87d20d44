"""The best paths, step by step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from reports.pictures import embed
from reports.ways import screenshots, shown_ways, way_views


def test_ways_are_those_from_home_that_lead_somewhere(small: Audit) -> None:
    assert [(way.channel, way.device) for way in shown_ways(small)] == [
        (channel, device) for channel in ("phone", "email", "form", "messenger") for device in ("desktop", "mobile")
    ]


def test_the_way_to_the_phone(small: Audit, shots: Path) -> None:
    pictures = embed(screenshots(shown_ways(small)), shots)
    phone = way_views(small, pictures)[0]
    assert [(step.number, step.phrase, step.page.id if step.page else "") for step in phone.steps] == [
        ("1", "Follow “Help”", "p1"),
        ("2", "Follow “Contact us”", "p3"),
        ("3", "Press “Show number”", "p4"),
        ("✓", "Here: 0306 999 0143", "p4"),
    ]
    frames = [step.shot.frame for step in phone.steps if step.shot]
    assert [frame.x if frame else None for frame in frames] == [225, 75, 75, None]


def test_a_gate_is_the_end_of_the_way(small: Audit) -> None:
    form = next(way for way in way_views(small, {}) if way.channel == "Contact form")
    end = form.steps[-1]
    assert (end.number, end.mark, end.phrase, end.shot) == (
        "×",
        "stop",
        "Stopped here: the message form asks for a sign-in",
        None,
    )


@pytest.mark.parametrize(
    ("verified", "reason", "words"),
    [
        (True, "", "Pressed step by step"),
        (False, "", "did not end here"),
        (False, "The way was not confirmed in time.", "was not confirmed in time"),
        (False, "The way led to another option of this kind.", "led to another one of its kind"),
        (None, "", "not pressed"),
    ],
)
def test_every_way_says_whether_it_was_pressed(
    small: Audit, a_journey: Callable[..., Journey], verified: bool | None, reason: str, words: str
) -> None:
    journey = a_journey(verified=verified, reason=reason, end_page="p1", contact_id="gone")
    way = way_views(small.model_copy(update={"journeys": (journey,)}), {})[0]
    assert words in way.proof
    assert way.steps[-1].phrase == "Here it is"
