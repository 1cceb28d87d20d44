"""Home pages that only ask for a country."""

import pytest

from auditor.capture.html import parse_html
from auditor.capture.scope import scope_of
from auditor.model.page import Page
from spiders.elsewhere import LITTLE, elsewhere

HOME = "https://brand.com/"


def home(body: str) -> Page:
    html = f"<html lang=en><title>Brand</title><body>{body}</body></html>"
    return parse_html(html.encode(), url=HOME, final_url=HOME, status=200)


@pytest.mark.parametrize(
    ("body", "versions"),
    [
        (
            '<a href="https://brand.de/">DE</a><a href="https://www.brand.co.uk/">UK</a>',
            ("https://brand.de/", "https://www.brand.co.uk/"),
        ),
        (
            '<a href="https://fr.brand.com/">FR</a><a href="https://it.brand.com/">IT</a><a href="https://other.com/">x</a>',
            ("https://fr.brand.com/", "https://it.brand.com/"),
        ),
        ('<a href="https://brand.de/">DE</a><a href="https://brand.de/">Deutsch</a>', ()),
        ('<a href="https://facebook.com/brand">Facebook</a><a href="https://brand-shop.de/">Shop</a>', ()),
        (f'<p>{"w" * LITTLE}</p><a href="https://brand.de/">DE</a><a href="https://brand.fr/">FR</a>', ()),
    ],
)
def test_where_a_home_page_leads(body: str, versions: tuple[str, ...]) -> None:
    page = home(body)
    assert elsewhere([page], scope_of(page)) == versions
