"""People: who answers, and who can see the contact."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Gate, Human, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.people import AnsweredByPerson, ShownToPeople
from tests.scoring.build import option, seen


@pytest.mark.parametrize(
    ("humans", "verdict"),
    [
        ([], Verdict.NOT_APPLICABLE),
        ([Human.BOT], Verdict.FAIL),
        ([Human.UNKNOWN], Verdict.CANNOT_TELL),
        ([Human.BOT, Human.HYBRID], Verdict.PASS),
    ],
)
def test_answered_by_person(humans: list[Human], verdict: Verdict) -> None:
    options = [option(Channel.CHAT, str(n), human=human) for n, human in enumerate(humans)]
    assert AnsweredByPerson(channels=(Channel.CHAT,)).answer(seen(options=options), Target()).verdict is verdict


@pytest.mark.parametrize(
    ("shown", "in_data", "verdict"),
    [
        (False, False, Verdict.NOT_APPLICABLE),
        (True, False, Verdict.NOT_APPLICABLE),
        (True, True, Verdict.PASS),
        (False, True, Verdict.FAIL),
    ],
)
def test_shown_to_people(shown: bool, in_data: bool, verdict: Verdict) -> None:
    data = option(value="+44 5", id="c5", status=ContactStatus.LISTED, gates=(Gate.MACHINE_ONLY,))
    options = [*([option()] if shown else []), *([data] if in_data else [])]
    assert ShownToPeople(channels=(Channel.PHONE,)).answer(seen(options=options), Target()).verdict is verdict
