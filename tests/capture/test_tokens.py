"""Addresses of one page that differ in a token only."""

import pytest

from auditor.capture.tokens import tokened

LOGIN = "https://shop.test/login/referer/"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{LOGIN}aHR0cHM6Ly9zaG9wLnRlc3QvYQ%2C%2C/", f"{LOGIN}aHR0cHM6Ly9zaG9wLnRlc3QvYmNk/"),
        ("https://shop.test/login?next=cart", "https://shop.test/login?next=lamps"),
        ("https://shop.test/a?k=aHR0cHM6Ly9zaG9wLnRlc3Q", "https://shop.test/a?k=bXkgb3duIGxvbmcgdG9rZW4"),
    ],
)
def test_addresses_that_differ_in_a_token_are_alike(one: str, other: str) -> None:
    assert tokened(one) == tokened(other) != ""


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.test/",
        "https://shop.test/a-lamp-of-glass-and-steel",
        "https://shop.test/list?page=2",
        "https://shop.test/list?next=20",
    ],
)
def test_what_a_person_wrote_is_no_token(url: str) -> None:
    assert tokened(url) == ""
