"""Every outcome of a journey has its words."""

from collections.abc import Callable

import pytest

from auditor.model.audit import Audit
from auditor.model.journey import Journey, Step
from auditor.model.terms import Action, Channel, Device, Gate, Outcome, Stage
from reports.sentences import (
    Tone,
    cell_phrase,
    channel_phrase,
    home_journeys,
    journey_phrase,
    seconds_phrase,
    shown_channels,
    step_phrase,
    tone,
)

Make = Callable[..., Journey]
AT_MOST = {"exact": False, "clicks": None}

PHRASES: list[tuple[dict[str, object], str, tuple[str, str], Tone]] = [
    ({"clicks": 3, "expert_seconds": 24.8}, "3 clicks, about 25 s", ("3", "25 s"), Tone.MIDDLE),
    ({"clicks": 1, "expert_seconds": 0.2}, "1 click, about 1 s", ("1", "1 s"), Tone.NEAR),
    ({"clicks": 4}, "4 clicks", ("4", ""), Tone.FAR),
    ({"clicks": 0, "expert_seconds": 4.2}, "on the home page itself, about 4 s", ("0", "4 s"), Tone.NEAR),
    ({"clicks": 0, "stage": Stage.PRODUCT}, "on the product page itself", ("0", ""), Tone.NEAR),
    ({**AT_MOST, "clicks_at_most": 2}, "at most 2 clicks", ("≤ 2", ""), Tone.MIDDLE),
    ({**AT_MOST, "clicks_at_most": 1}, "at most 1 click", ("≤ 1", ""), Tone.NEAR),
    (
        {**AT_MOST, "clicks_at_most": 0},
        "on the home page itself, not confirmed in a browser",
        ("0?", ""),
        Tone.NEAR,
    ),
    ({**AT_MOST}, "clicks not counted", ("?", ""), Tone.UNKNOWN),
    ({"gates": (Gate.CLICK, Gate.MENU)}, "3 clicks", ("3", ""), Tone.MIDDLE),
    ({"gates": (Gate.TOPIC,)}, "3 clicks, after a topic is chosen", ("3", ""), Tone.MIDDLE),
    (
        {"gates": (Gate.TOPIC, Gate.HOURS)},
        "3 clicks, after a topic is chosen and in stated hours only",
        ("3", ""),
        Tone.MIDDLE,
    ),
    ({"outcome": Outcome.GATED, "gates": (Gate.LOGIN,)}, "behind a login", ("gate", "login"), Tone.SHUT),
    (
        {"outcome": Outcome.GATED, "gates": (Gate.ORDER_NUMBER,)},
        "only with an order number",
        ("gate", "number"),
        Tone.SHUT,
    ),
    ({"outcome": Outcome.GATED}, "behind an obstacle", ("gate", ""), Tone.SHUT),
    (
        {"outcome": Outcome.GATED, "reason": "asks for a code."},
        "behind an obstacle (asks for a code)",
        ("gate", ""),
        Tone.SHUT,
    ),
    ({"outcome": Outcome.NOT_FOUND, "clicks": None}, "not within 4 clicks", ("none", ""), Tone.SHUT),
    ({"outcome": Outcome.CANNOT_TELL}, "cannot tell", ("unclear", ""), Tone.UNKNOWN),
    (
        {"outcome": Outcome.CANNOT_TELL, "reason": "it stands in a picture"},
        "cannot tell (it stands in a picture)",
        ("unclear", ""),
        Tone.UNKNOWN,
    ),
    (
        {"outcome": Outcome.BLOCKED, "reason": "robots.txt"},
        "not seen, a crawler is not let in (robots.txt)",
        ("closed", ""),
        Tone.UNKNOWN,
    ),
    (
        {"outcome": Outcome.NOT_MEASURED, "reason": "out of time"},
        "not measured (out of time)",
        ("–", ""),
        Tone.UNKNOWN,
    ),
]


@pytest.mark.parametrize(("given", "phrase", "cell", "colour"), PHRASES)
def test_a_journey_in_words(
    a_journey: Make, given: dict[str, object], phrase: str, cell: tuple[str, str], colour: Tone
) -> None:
    journey = a_journey(**given)
    assert (journey_phrase(journey, 4), cell_phrase(journey), tone(journey)) == (phrase, cell, colour)


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("stage", list(Stage))
def test_every_outcome_at_every_stage_is_worded(a_journey: Make, outcome: Outcome, stage: Stage) -> None:
    journey = a_journey(outcome=outcome, stage=stage, clicks=0)
    assert journey_phrase(journey, 1)
    assert cell_phrase(journey)[0]


def test_absence_within_one_click_is_singular(a_journey: Make) -> None:
    assert journey_phrase(a_journey(outcome=Outcome.NOT_FOUND), 1) == "not within 1 click"


@pytest.mark.parametrize(("seconds", "phrase"), [(None, ""), (0.0, "about 1 s"), (24.5, "about 25 s")])
def test_seconds_are_rounded(seconds: float | None, phrase: str) -> None:
    assert seconds_phrase(seconds) == phrase


@pytest.mark.parametrize(
    ("action", "phrase"),
    [
        (Action.FOLLOW, "Follow “Help”"),
        (Action.OPEN, "Open “Help”"),
        (Action.CHOOSE, "Choose “Help”"),
        (Action.REVEAL, "Press “Help”"),
        (Action.SEARCH, "Search with “Help”"),
        (Action.LAUNCH, "Start “Help”"),
        (Action.HOVER, "Point at “Help”"),
    ],
)
def test_a_step_in_words(action: Action, phrase: str) -> None:
    assert step_phrase(Step(page="p1", action=action, label="Help")) == phrase


def test_a_step_on_something_nameless_or_tricky() -> None:
    assert step_phrase(Step(page="p1", action=Action.REVEAL, label=" ")) == "Press an element without a name"
    assert step_phrase(Step(page="p1", action=Action.FOLLOW, label="{0} {x}\x1b[2J")) == "Follow “{0} {x}[2J”"


def test_devices_are_named_only_where_they_differ(a_journey: Make) -> None:
    desktop, mobile = a_journey(), a_journey(device=Device.MOBILE)
    further = a_journey(device=Device.MOBILE, clicks=4)
    assert channel_phrase([desktop, mobile], 4) == "3 clicks"
    assert channel_phrase([desktop, further], 4) == "desktop 3 clicks; mobile 4 clicks"
    assert channel_phrase([desktop], 4) == "desktop 3 clicks"


@pytest.mark.parametrize(
    ("given", "phrase"),
    [
        ({"verified": False, **AT_MOST, "clicks_at_most": 1}, "at most 1 click (pressing it did not lead there)"),
        (
            {"verified": False, **AT_MOST, "clicks_at_most": 2, "reason": "It led to another option."},
            "at most 2 clicks (when it was pressed, another one stood there)",
        ),
        ({"verified": True}, "3 clicks"),
        ({"verified": None}, "3 clicks"),
        ({"verified": False, "outcome": Outcome.NOT_FOUND}, "not within 4 clicks"),
        (
            {"verified": False, **AT_MOST, "clicks_at_most": 0},
            "on the home page itself, not confirmed in a browser",
        ),
    ],
)
def test_a_way_that_failed_when_it_was_pressed_says_so(a_journey: Make, given: dict[str, object], phrase: str) -> None:
    assert channel_phrase([a_journey(**given)], 4) == f"desktop {phrase}"


def test_a_way_that_failed_on_one_device_only_is_told_for_that_one(a_journey: Make) -> None:
    desktop, mobile = a_journey(verified=True), a_journey(device=Device.MOBILE, verified=False)
    assert channel_phrase([desktop, mobile], 4) == "desktop 3 clicks; mobile 3 clicks (pressing it did not lead there)"


def test_home_journeys_come_desktop_first_and_without_needs(small: Audit, a_journey: Make) -> None:
    extra = a_journey(need="return an order", channel=Channel.EMAIL)
    audit = small.model_copy(update={"journeys": (extra, *reversed(small.journeys))})
    found = home_journeys(audit, Channel.EMAIL)
    assert [(journey.device, journey.need) for journey in found] == [(Device.DESKTOP, ""), (Device.MOBILE, "")]


def test_channels_come_in_one_order(small: Audit) -> None:
    audit = small.model_copy(update={"journeys": tuple(reversed(small.journeys))})
    assert shown_channels(audit) == shown_channels(small)
    assert shown_channels(small)[0] is Channel.PHONE
