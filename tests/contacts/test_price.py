"""What a caller pays."""

import pytest

from auditor.contacts.price import price_of
from auditor.model.terms import Price


@pytest.mark.parametrize(
    ("value", "country", "price"),
    [
        ("+498003301000", "DE", Price.FREE),
        ("+491806123456", "DE", Price.SHARED),
        ("+4930901820", "FR", Price.BASIC),
        ("+443331234567", "GB", Price.BASIC),
        ("+39199123456", "IT", Price.PREMIUM),
        ("+351707123456", "PT", Price.SHARED),
        ("+353185012345", "IE", Price.UNKNOWN),
        ("+18003569377", "US", Price.FREE),
        ("11880", "DE", Price.PREMIUM),
        ("0301234567", "", Price.UNKNOWN),
    ],
)
def test_the_longest_prefix_of_the_numbers_own_country_holds(value: str, country: str, price: Price) -> None:
    assert price_of(value, country) is price
