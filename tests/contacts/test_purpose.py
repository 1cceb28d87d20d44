"""Whom an option is for, by the words around it."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Purpose

from .conftest import Find

NUMBER = "030 901820"


@pytest.mark.parametrize(
    ("html", "purpose"),
    [
        (f"<p>Kundenservice: {NUMBER}</p>", Purpose.CUSTOMER_SERVICE),
        (f"<p>Bestellhotline {NUMBER}</p>", Purpose.ORDERS),
        (f"<h3>Technischer Support</h3><p>{NUMBER}</p>", Purpose.TECHNICAL),
        (f"<h3>Reklamation</h3><p>Beschwerdestelle {NUMBER}</p>", Purpose.COMPLAINTS),
        (f"<h3>Sales</h3><p>{NUMBER}</p>", Purpose.SALES),
        (f"<p>{NUMBER}</p>", Purpose.UNKNOWN),
    ],
)
def test_purposes_of_customers_count(find: Find, html: str, purpose: Purpose) -> None:
    (found,) = find(Channel.PHONE, html)
    assert (found.purpose, found.status, found.status_reason) == (purpose, ContactStatus.COUNTS, "")


def test_the_words_beside_a_number_hold_over_its_heading(find: Find) -> None:
    (found,) = find(Channel.PHONE, f"<h3>Presse</h3><p>Kundenservice: {NUMBER}</p>")
    assert found.status is ContactStatus.COUNTS


def test_a_heading_that_is_a_sentence_says_nothing(find: Find) -> None:
    (found,) = find(
        Channel.PHONE, f"<h3>Was die Presse und die Medien über uns und unsere Schuhe sagen</h3><p>{NUMBER}</p>"
    )
    assert found.status is ContactStatus.COUNTS
