"""Devices: mobile is held against desktop."""

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Outcome, Stage, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.devices import ReachedOnBothDevices
from tests.scoring.build import MOBILE, seen, way


@pytest.mark.parametrize(
    ("mobile", "verdict"),
    [
        (way(clicks=2, device=MOBILE), Verdict.PASS),
        (way(clicks=3, device=MOBILE), Verdict.FAIL),
        (way(clicks=3, device=MOBILE, exact=False), Verdict.PASS),
        (way(device=MOBILE, outcome=Outcome.NOT_FOUND), Verdict.FAIL),
        (way(device=MOBILE, outcome=Outcome.CANNOT_TELL), Verdict.CANNOT_TELL),
        (way(Channel.EMAIL, device=MOBILE), Verdict.CANNOT_TELL),
    ],
)
def test_reached_on_both_devices(mobile: Journey, verdict: Verdict) -> None:
    assert ReachedOnBothDevices(more_clicks=1).answer(seen(way(), mobile), Target(Stage.HOME)).verdict is verdict


def test_what_desktop_lacks_is_not_asked_of_mobile() -> None:
    evidence = seen(way(outcome=Outcome.NOT_FOUND), way(device=MOBILE))
    assert ReachedOnBothDevices().answer(evidence, Target(Stage.HOME)).verdict is Verdict.NOT_APPLICABLE


def test_what_mobile_lacks_is_not_called_harder_to_reach() -> None:
    told = ReachedOnBothDevices(more_clicks=1)
    absent, far = way(device=MOBILE, outcome=Outcome.NOT_FOUND), way(Channel.EMAIL, 4, device=MOBILE)
    both = told.answer(seen(way(), way(Channel.EMAIL), absent, far), Target(Stage.HOME)).reason
    assert both == (
        "From the home page a phone number is reached on desktop, but not on mobile; "
        "an email address takes more clicks on mobile than on desktop."
    )
    alone = told.answer(seen(way(Channel.EMAIL), far), Target(Stage.HOME)).reason
    assert alone == "From the home page an email address takes more clicks on mobile than on desktop."
