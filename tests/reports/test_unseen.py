"""The stages from which nothing could begin, in one sentence a reason."""

from collections.abc import Callable

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.terms import DEVICES, Outcome, Stage
from reports.unseen import never_begun, unseen_stages
from reports.views import stage_tables

NONE = "No page of this kind was found on the 4 pages seen."


def test_stages_of_one_reason_are_named_together(small: Audit, a_journey: Callable[..., Journey]) -> None:
    told = {Stage.CART: NONE, Stage.CHECKOUT: NONE, Stage.NOT_FOUND: "An address that does not exist leads to home."}
    lacking = [
        a_journey(stage=stage, device=device, start="", outcome=Outcome.NOT_MEASURED, reason=reason, exact=False)
        for device in DEVICES
        for stage, reason in told.items()
    ]
    audit = small.model_copy(update={"journeys": (*small.journeys, *lacking)})
    assert list(unseen_stages(audit)) == [
        "No page of this kind was found on the 4 pages seen: cart, checkout.",
        "An address that does not exist leads to home: page not found.",
    ]
    assert stage_tables(audit) == stage_tables(small)
    assert list(unseen_stages(small)) == []


def test_a_closed_page_and_one_that_was_not_walked_from_stay_in_the_tables(a_journey: Callable[..., Journey]) -> None:
    assert not never_begun(a_journey(start="", outcome=Outcome.BLOCKED))
    assert not never_begun(a_journey(start="p2", outcome=Outcome.NOT_MEASURED))
