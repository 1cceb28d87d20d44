"""Placeholder numbers."""

import pytest

from auditor.model.terms import Channel, ContactStatus

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "country", "status"),
    [
        ("(99) 99999-9999", "BR", ContactStatus.LISTED),
        ("(202) 555-0134", "US", ContactStatus.LISTED),
        ("+48 123 456 789", "PL", ContactStatus.LISTED),
        ("0800 1111222", "DE", ContactStatus.COUNTS),
        ("030 7777777", "DE", ContactStatus.COUNTS),
    ],
)
def test_placeholders_are_listed(find: Find, text: str, country: str, status: ContactStatus) -> None:
    (found,) = find(Channel.PHONE, f"<p>Tel. {text}</p>", country=country)
    assert found.status is status


def test_foreign_numbers_in_a_privacy_text_are_those_of_others(find: Find) -> None:
    html = "<title>Datenschutz</title><p>Tel. 030 901820</p><p>Tracker Ltd, Tel. +353 1 436 1000</p>"
    status = {s.value: s.status for s in find(Channel.PHONE, html)}
    assert status == {"+4930901820": ContactStatus.COUNTS, "+35314361000": ContactStatus.LISTED}
