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


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("https://www.brand.de/stores/berlin", ContactStatus.CANNOT_TELL),
        ("https://www.brand.de/stockists", ContactStatus.LISTED),
        ("https://www.brand.de/kontakt", ContactStatus.COUNTS),
    ],
)
@pytest.mark.parametrize(
    ("channel", "html"), [(Channel.PHONE, "<p>Tel. 030 901820</p>"), (Channel.EMAIL, "<p>berlin@brand.de</p>")]
)
def test_a_store_may_help_and_a_dealer_is_somebody_else(
    find: Find, url: str, status: ContactStatus, channel: Channel, html: str
) -> None:
    (found,) = find(channel, f"<main>{html}</main>", url=url)
    assert found.status is status


def test_the_words_beside_the_number_of_a_store_come_first(find: Find) -> None:
    (found,) = find(Channel.PHONE, "<main><p>Kundenservice: 030 901820</p></main>", url="https://www.brand.de/filialen")
    assert found.status is ContactStatus.COUNTS
    (footer,) = find(Channel.PHONE, "<footer><p>Tel. 030 901820</p></footer>", url="https://www.brand.de/filialen")
    assert footer.status is ContactStatus.COUNTS
