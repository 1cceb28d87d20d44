"""What is seen when a way is walked again, in words."""

from collections.abc import Callable

import pytest

from auditor.model.audit import Audit
from auditor.model.journey import Journey, Step
from auditor.model.replay import Replayed, Result, Seen, Sight
from auditor.model.terms import Action, Channel
from reports.replay import listed, told

Make = Callable[..., Journey]
PRESS = Step(page="p1", action=Action.FOLLOW, label="Help")


def seen(journey: Journey, small: Audit, sight: Sight, step: Step | None = PRESS, **more: object) -> str:
    place = f"https://{small.site.host}/help"
    return told(Seen(journey, 2, step, sight, **{"place": place, **more}), small)  # type: ignore[arg-type]


def test_a_way_is_named_by_its_channel_device_and_start(a_journey: Make, small: Audit) -> None:
    assert told(a_journey(channel=Channel.CHAT), small) == "Live chat, desktop, from the home page"


@pytest.mark.parametrize(
    ("sight", "more", "line"),
    [
        (Sight.OPENED, {}, "  2. Follow “Help”: /help opened."),
        (Sight.CHANGED, {}, "  2. Follow “Help”: the page took it."),
        (Sight.FAILED, {"reason": "something lies over it"}, "  2. Follow “Help”: something lies over it."),
        (Sight.LOST, {"reason": "the page crashed"}, "  2. Follow “Help”: the page crashed."),
    ],
)
def test_each_step_is_a_line(a_journey: Make, small: Audit, sight: Sight, more: dict[str, str], line: str) -> None:
    assert seen(a_journey(), small, sight, **more) == line


def test_a_new_start_is_said_before_its_first_step(a_journey: Make, small: Audit) -> None:
    first, second = seen(a_journey(), small, Sight.OPENED, again=True).splitlines()
    assert (first, second) == ("  It did not hold; once more from the start.", "  2. Follow “Help”: /help opened.")


@pytest.mark.parametrize(
    ("sight", "words"),
    [
        (Sight.THERE, "{} is on /help."),
        (Sight.MISSING, "{} is not on /help."),
        (Sight.OTHER, "another option of the same kind is on /help, not {}."),
    ],
)
def test_the_end_names_the_option(a_journey: Make, small: Audit, sight: Sight, words: str) -> None:
    phone = next(contact for contact in small.contacts if contact.channel is Channel.PHONE)
    line = seen(a_journey(contact_id=phone.id), small, sight, None)
    assert line == "  2. The end: " + words.format(f"a phone number ({phone.display})")


def test_an_option_that_nobody_can_name_is_called_by_its_kind(a_journey: Make, small: Audit) -> None:
    assert seen(a_journey(), small, Sight.THERE, None) == "  2. The end: a phone number is on /help."


@pytest.mark.parametrize(
    ("result", "step", "line"),
    [
        (Result.WORKS, None, "  The way still works."),
        (Result.BROKEN, PRESS, "  The way no longer works: it ends at step 2."),
        (Result.BROKEN, None, "  The way no longer works: what it led to is not at its end."),
        (Result.UNKNOWN, PRESS, "  Whether the way still works could not be told."),
    ],
)
def test_a_verdict_closes_each_way(a_journey: Make, small: Audit, result: Result, step: Step | None, line: str) -> None:
    assert told(Replayed(result, Seen(a_journey(), 2, step, Sight.FAILED)), small) == line


def test_what_a_site_wrote_cannot_steer_the_terminal(a_journey: Make, small: Audit) -> None:
    hostile = PRESS.model_copy(update={"label": "Help\x1b[2J\n\u202eme"})
    line = seen(a_journey(), small, Sight.OPENED, hostile, place="https://x.test/\x1b]0;owned\x07")
    assert line.isprintable()


@pytest.mark.parametrize(
    ("verified", "words"), [(True, "proved"), (None, "not pressed"), (False, "did not hold when it was pressed")]
)
def test_the_list_says_which_ways_were_proved(a_journey: Make, verified: bool | None, words: str) -> None:
    line = listed(a_journey(id="home.phone.desktop", verified=verified))
    assert line == f"home.phone.desktop  Phone, desktop, from the home page: 3 clicks; {words}"
