"""The audit arranged for the report."""

import pytest

from auditor.model.audit import Audit
from auditor.model.contact import Evidence
from auditor.model.terms import DEVICES, Device, Outcome, Stage, Verdict
from reports.views import (
    channel_views,
    device_note,
    findings_by,
    fixes_beyond,
    fixes_on_the_site,
    stage_tables,
    told_apart,
)


def test_channels_show_what_counts(small: Audit) -> None:
    email = channel_views(small)[1]
    assert email.name == "Email"
    assert [(line.device, line.phrase) for line in email.lines] == [
        ("Desktop", "1 click, about 9 s"),
        ("Mobile", "2 clicks, about 14 s"),
    ]
    assert [option.display for option in email.options] == ["service@larkfield-lamps.example"]


def test_channels_say_which_way_failed_when_it_was_pressed(small: Audit) -> None:
    journeys = tuple(j.model_copy(update={"verified": j.device is not Device.MOBILE}) for j in small.journeys)
    phone = channel_views(small.model_copy(update={"journeys": journeys}))[0]
    assert [line.phrase.endswith("(pressing it did not lead there)") for line in phone.lines] == [False, True]


def _unclear(small: Audit, reasons: dict[str, str]) -> Audit:
    """The small audit, with journeys of which nothing is known for reasons by channel."""
    journeys = tuple(
        j.model_copy(update={"outcome": Outcome.CANNOT_TELL, "reason": reasons[j.channel]})
        for j in small.journeys
        if j.channel in reasons
    )
    return small.model_copy(update={"journeys": journeys})


def test_a_reason_is_told_once_and_then_referred_to(small: Audit) -> None:
    found = channel_views(_unclear(small, {"phone": "a", "chat": "a", "form": "b", "messenger": "a"}))
    assert [[line.phrase for line in channel.lines] for channel in found] == [
        ["cannot tell, for the reason given at the top", "cannot tell, for the same reason"],
        ["cannot tell, for the same reason", "cannot tell, for the same reason"],
        ["cannot tell (b)", "cannot tell, for the same reason"],
        ["cannot tell, for the reason given at the top", "cannot tell, for the same reason"],
    ]


@pytest.mark.parametrize(
    ("shown", "looked", "note"),
    [
        ((Device.DESKTOP,), DEVICES, "on desktop only"),
        ((Device.MOBILE,), DEVICES, "on mobile only"),
        (DEVICES, DEVICES, ""),
        ((), DEVICES, ""),
        ((Device.DESKTOP,), (Device.DESKTOP,), ""),
        ((Device.ANY,), (), ""),
    ],
)
def test_an_option_says_on_which_device_alone_it_shows(
    small: Audit, shown: tuple[Device, ...], looked: tuple[Device, ...], note: str
) -> None:
    audit = small.model_copy(update={"captured": small.captured.model_copy(update={"devices": looked})})
    assert device_note(audit, small.contacts[0].model_copy(update={"devices": shown})) == note


def test_a_table_a_device_a_row_a_stage(small: Audit) -> None:
    desktop, mobile = stage_tables(small)
    assert desktop.channels == ("Phone", "Email", "Live chat", "Contact form", "Messenger")
    figures = {row.stage: [cell.figure if cell else "" for cell in row.cells] for row in desktop.rows}
    assert figures == {
        "Home": ["3", "1", "none", "gate", "1"],
        "Product": ["3", "1", "none", "gate", "0"],
        "Help": ["2", "1", "none", "gate", "2"],
    }
    assert [cell.figure if cell else "" for cell in mobile.rows[1].cells] == ["≤ 4", "≤ 2", "unclear", "gate", "0?"]


def test_a_journey_that_was_not_walked_leaves_its_cell_empty(small: Audit) -> None:
    journeys = tuple(j for j in small.journeys if not (j.stage is Stage.HELP and j.channel == "email"))
    help_row = stage_tables(small.model_copy(update={"journeys": journeys}))[0].rows[2]
    assert [cell is None for cell in help_row.cells] == [False, True, False, False, False]


def test_findings_come_by_weight(small: Audit) -> None:
    audit = small.model_copy(update={"findings": tuple(reversed(small.findings))})
    assert [group.severity for group in findings_by(audit, Verdict.FAIL)] == [
        "critical",
        "serious",
        "moderate",
        "moderate",
        "minor",
    ]
    assert [group.title for group in findings_by(small, Verdict.CANNOT_TELL)] == [
        "Whether a chat opens could not be seen"
    ]


def test_findings_of_one_rule_are_told_once(small: Audit) -> None:
    first = small.findings[0].model_copy(update={"device": Device.DESKTOP})
    again = first.model_copy(update={"device": Device.MOBILE, "pages": ("p4", "p6"), "fingerprint": "a"})
    why = "The cart shows a form for members."
    other = first.model_copy(update={"stage": Stage.CART, "why": why, "fingerprint": "b"})
    (group,) = findings_by(small.model_copy(update={"findings": (first, again, other)}), Verdict.FAIL)
    assert [(line.where, line.why, line.pages) for line in group.lines] == [
        ("Contact, desktop; Contact, mobile", first.why, ("p4", "p5", "p6")),
        ("Cart, desktop", why, ("p4", "p5")),
    ]
    assert [len(line.evidence) for line in group.lines] == [1, 1]


@pytest.mark.parametrize(
    ("texts", "own", "shared"),
    [
        (
            ("No link. It helps. (A book)", "No sign. It helps. (A book)"),
            ("No link.", "No sign."),
            "It helps. (A book)",
        ),
        (("No link. It helps.",), ("No link. It helps.",), ""),
        (("It helps.", "No link. It helps."), ("It helps.", "No link. It helps."), ""),
        (("No link. A.", "No link. B."), ("No link. A.", "No link. B."), ""),
        (("No link. (A book)", "No sign. (A book)"), ("No link. (A book)", "No sign. (A book)"), ""),
    ],
)
def test_what_holds_for_all_is_told_once(texts: tuple[str, ...], own: tuple[str, ...], shared: str) -> None:
    assert told_apart(texts) == (own, shared)


def test_a_page_alone_is_no_evidence(small: Audit) -> None:
    bare = small.findings[0].model_copy(update={"evidence": (Evidence(page="p4", selector="", text=""),)})
    (group,) = findings_by(small.model_copy(update={"findings": (bare,)}), Verdict.FAIL)
    assert group.lines[0].evidence == ()


def test_a_rule_shows_the_first_advice_that_is_given(small: Audit) -> None:
    first = small.findings[0].model_copy(update={"fix": ""})
    again = first.model_copy(update={"fix": "Do it.", "fingerprint": "a"})
    (group,) = findings_by(small.model_copy(update={"findings": (first, again)}), Verdict.FAIL)
    assert group.fix == "Do it."


def test_fixes_that_need_a_decision_stand_apart(small: Audit) -> None:
    assert [fix.id for fix in fixes_on_the_site(small)] == ["f1", "f2", "f3", "f4"]
    assert [fix.id for fix in fixes_beyond(small)] == ["f5"]
