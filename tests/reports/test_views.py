"""The audit arranged for the report."""

from auditor.model.audit import Audit
from auditor.model.terms import Device, Stage, Verdict
from reports.views import channel_views, findings_by, fixes_beyond, fixes_on_the_site, stage_tables


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


def test_fixes_that_need_a_decision_stand_apart(small: Audit) -> None:
    assert [fix.id for fix in fixes_on_the_site(small)] == ["f1", "f2", "f3", "f4"]
    assert [fix.id for fix in fixes_beyond(small)] == ["f5"]
