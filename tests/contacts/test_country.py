"""For which country a page is."""

import pytest

from auditor.contacts.country import country_of, country_of_domain

from .conftest import Read


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://brand.de/", "DE"),
        ("https://brand.co.uk/", "GB"),
        ("https://brand.com/", ""),
        ("https://brand.io/", ""),
        ("https://brand.eu/", ""),
        ("http://127.0.0.1/", ""),
    ],
)
def test_domains(url: str, country: str) -> None:
    assert country_of_domain(url) == country


@pytest.mark.parametrize(
    ("html", "country"),
    [
        ("<p>Tel. +48 511 729 973</p>", "PL"),
        ("<p>Call (401) 352-5911</p>", "US"),
        ("<p>Call 0191 276 3261</p>", "GB"),
        ("<p>Suite 200, Menlo Park, CA 94025</p>", "US"),
        ("<p>Level 2, 10 Sussex Street, Sydney, Australia 2000</p>", "AU"),
        ("<p>Write to hello@brand.nl</p>", "NL"),
        ("<p>Hello</p>", ""),
    ],
)
def test_what_a_page_shows_tells_its_country(read: Read, html: str, country: str) -> None:
    assert country_of(read(html, url="https://brand.com/")) == country
