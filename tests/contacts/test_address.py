"""Addresses in strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.contacts.address import address_of, addresses_in, uncloaked


def test_cloudflare_is_undone() -> None:
    assert uncloaked("5a33343c351a3f223b372a363f74393537") == "info@example.com"
    assert uncloaked("not hex") == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("info@NOSPAM.brand.de", "info@brand.de"),
        ("INFO@BRAND.DE", "info@brand.de"),
        ("logo@2x.png", ""),
        ("npm@latest", ""),
        ("info@brand", ""),
    ],
)
def test_the_normal_form(text: str, address: str) -> None:
    assert address_of(text) == address


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    assert all("@" in address.value for address in addresses_in(text))
