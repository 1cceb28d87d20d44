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


@pytest.mark.parametrize(
    ("before", "counts"),
    [
        ("Klarna customer service:", False),
        ("PayPal-Hotline", False),
        ("DHL Kundenservice Tel.:", False),
        ("Deutsche Post:", False),
        ("We ship with DHL. Call us:", True),
        ("PayPal or invoice? Phone", True),
        ("Customer service:", True),
    ],
)
def test_a_number_right_behind_the_name_of_a_carrier_or_a_payment_service_is_theirs(
    find: Find, before: str, counts: bool
) -> None:
    (found,) = find(Channel.PHONE, f"<p>{before} {NUMBER}</p>")
    assert (found.status is ContactStatus.COUNTS) is counts


@pytest.mark.parametrize(
    "body",
    [
        "Allgemeine Verbraucherschlichtungsstelle, Telefon",
        "Universalschlichtungsstelle des Bundes,",
        "Bundesbeauftragter,",
    ],
)
def test_bodies_for_disputes_and_authorities_are_listed_in_any_form(find: Find, body: str) -> None:
    (found,) = find(Channel.PHONE, f"<p>{body} {NUMBER}</p>")
    assert found.status is ContactStatus.LISTED
