"""One page is one URL, whatever is written on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.capture.urls import canonical_url, host_of, resolve


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTPS://Shop.Example:443/", "https://shop.example/"),
        ("https://shop.example", "https://shop.example/"),
        ("http://shop.example:8080/a", "http://shop.example:8080/a"),
        ("https://shop.example/a/../b//c", "https://shop.example/b/c"),
        ("https://shop.example/a?b=2&a=1&utm_source=mail&gclid=x", "https://shop.example/a?a=1&b=2"),
        ("https://shop.example/a?cid=7", "https://shop.example/a?cid=7"),
        ("https://shop.example/a;jsessionid=9F?x=1", "https://shop.example/a?x=1"),
        ("https://shop.example/login?next=/cart&a=1", "https://shop.example/login?a=1"),
        ("https://shop.example/login?return_url=https%3A%2F%2Fshop.example%2Fx", "https://shop.example/login"),
        ("https://shop.example/list?next=20", "https://shop.example/list?next=20"),
        ("https://shop.example/a#reviews", "https://shop.example/a"),
        ("https://shop.example/#/contact", "https://shop.example/#/contact"),
        ("https://shop.example/#/", "https://shop.example/"),
        ("https://shop.example/%7euser/%c3%bc", "https://shop.example/~user/%C3%BC"),
        ("https://shop.example/ü b", "https://shop.example/%C3%BC%20b"),
        ("https://shop.example/a%2Fb", "https://shop.example/a%2Fb"),
        ("https://shop.example./", "https://shop.example/"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)
def test_one_page_has_one_url(written: str, canonical: str) -> None:
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(
    "written",
    ["", "mailto:a@b.example", "tel:+441", "javascript:alert(1)", "//x", "http://", "http://h:99999/", "ftp://h/"],
)
def test_what_is_no_page_address_has_none(written: str) -> None:
    assert canonical_url(written) == ""


def test_a_url_without_end_is_no_page_address() -> None:
    assert canonical_url("https://shop.example/" + "a/" * 2000) == ""


@given(st.text(alphabet="ab/.%2F?&=#ü~ ;", max_size=40))
def test_the_canonical_form_is_a_fixed_point(tail: str) -> None:
    once = canonical_url("https://shop.example/" + tail)
    assert canonical_url(once) == once


def test_a_broken_address_resolves_to_nothing_and_has_no_host() -> None:
    assert resolve("https://shop.example/", "http://[broken") == ""
    assert host_of("http://[broken") == ""
