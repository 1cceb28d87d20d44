"""Stated: one option that says it is enough; options that count for nothing say nothing."""

from typing import Any, Literal

import pytest

from auditor.model.contact import ContactOption
from auditor.model.terms import Channel, Human, Price, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.stated import Stated
from tests.scoring.build import option, seen

_HOURS: dict[str, Any] = {"hours": "9 to 5"}


@pytest.mark.parametrize(
    ("what", "options", "verdict"),
    [
        ("hours", [], Verdict.NOT_APPLICABLE),
        ("hours", [option()], Verdict.FAIL),
        ("hours", [option(), option(Channel.CHAT, **_HOURS)], Verdict.PASS),
        ("hours", [option(price=Price.PREMIUM, **_HOURS)], Verdict.NOT_APPLICABLE),
        ("hours", [option(), option(Channel.CHAT, human=Human.BOT, **_HOURS)], Verdict.FAIL),
        ("answer_time", [option(**_HOURS)], Verdict.FAIL),
        ("answer_time", [option(stated_wait="2 minutes")], Verdict.PASS),
        ("answer_time", [option(response_promise="1 day")], Verdict.PASS),
    ],
)
def test_stated(what: Literal["hours", "answer_time"], options: list[ContactOption], verdict: Verdict) -> None:
    assert Stated(what=what).answer(seen(options=options), Target()).verdict is verdict
