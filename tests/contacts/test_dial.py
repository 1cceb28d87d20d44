"""Numbers behind links, and short numbers."""

import pytest

from auditor.contacts.dial import dialled, short_number


@pytest.mark.parametrize(
    ("href", "country", "value"),
    [
        ("tel:+49 (0)221-77536", "DE", "+4922177536"),
        ("tel://0221%2077536", "DE", "+4922177536"),
        ("tel:+12025550123;ext=9", "", "+12025550123"),
        ("tel:+12025550123,,5", "", "+12025550123"),
        ("callto:0221 77536", "DE", "+4922177536"),
        ("tel:3639", "FR", "3639"),
        ("tel:202-555-0123", "", "+12025550123"),
    ],
)
def test_links_are_cleaned(href: str, country: str, value: str) -> None:
    number = dialled(href, country)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("href", ["tel:", "tel:#", "tel:+", "tel:000000", "tel:911", "tel:26675837393399999999999"])
def test_links_without_a_number_dial_nothing(href: str) -> None:
    assert dialled(href, "US") is None


def test_emergency_numbers_are_no_short_numbers_of_a_brand() -> None:
    assert short_number(": 112", "DE") is None
    assert short_number(" 3639", "") is None
