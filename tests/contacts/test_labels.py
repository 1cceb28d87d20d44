"""What the words around a number say that it is."""

import pytest

from auditor.contacts.labels import Label, adjoins, label_after, label_before


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("Tel.: ", Label.PHONE),
        ("Telefon +49 123 / Fax ", Label.FAX),
        ("Tel. & Fax: ", Label.PHONE),
        ("F: ", Label.FAX),
        ("Plan F is better: call", Label.PHONE),
        ("WhatsApp: ", Label.MESSENGER),
        ("VAT No. GB ", Label.TAX),
        ("Boise, ID 83702 ", Label.NONE),
        ("Fax1-", Label.FAX),
        ("Hotel ", Label.NONE),
        ("", Label.NONE),
    ],
)
def test_the_last_label_that_reaches_the_number_holds(before: str, label: Label) -> None:
    assert label_before(before) is label


@pytest.mark.parametrize(
    ("after", "label"),
    [
        (" (fax)", Label.FAX),
        (" fax\n", Label.FAX),
        (" fax: 030 12", Label.NONE),
        (" (toll-free)", Label.PHONE),
        (" or write", Label.NONE),
    ],
)
def test_a_label_behind_a_number_ends_its_line_or_stands_in_brackets(after: str, label: Label) -> None:
    assert label_after(after)[0] is label


def test_an_unknown_number_wants_its_label_right_before_it() -> None:
    assert adjoins("Call us today: ")
    assert not adjoins("Call us about article ")
