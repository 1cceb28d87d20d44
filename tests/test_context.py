"""What the home page tells of a site as a whole: its brand, country, language and hosts."""

import pytest

from auditor.capture.html import parse_html
from auditor.context import brand_of, context_of_site
from auditor.model.page import Page


def home(title: str, url: str = "https://www.kettlewren.co.uk/", body: str = "", language: str = "en-GB") -> Page:
    html = f"<!doctype html><html lang={language}><head><title>{title}</title></head><body>{body}</body></html>"
    return parse_html(html.encode(), url=url)


@pytest.mark.parametrize(
    ("title", "brand"),
    [
        ("Kettlewren", "Kettlewren"),
        ("Kettle & Wren", "Kettle & Wren"),
        ("Lamps and kettles | Kettlewren", "Kettlewren"),
        ("Kettlewren – lamps, kettles and more", "Kettlewren"),
        ("Home - Kettlewren UK", "Kettlewren UK"),
        ("Kettlewren: made to last", "Kettlewren"),
        ("KETTLEWREN · Official shop of Kettlewren Ltd of Leeds", "KETTLEWREN"),
        ("Lamps and kettles for every day", "kettlewren.co.uk"),
        ("", "kettlewren.co.uk"),
    ],
)
def test_the_brand_is_the_part_of_the_title_that_the_domain_spells(title: str, brand: str) -> None:
    assert brand_of(home(title)) == brand


def test_a_logo_names_the_brand_when_the_title_does_not() -> None:
    logo = '<header><a href="/"><img src="/logo.svg" alt="Kettlewren"></a></header><main><p>Lamps</p></main>'
    assert brand_of(home("Lamps and kettles", body=logo)) == "Kettlewren"


def test_a_picture_that_is_no_logo_names_nothing() -> None:
    picture = '<main><img src="/logo.svg" alt="Kettlewren"></main>'
    assert brand_of(home("Lamps and kettles", body=picture)) == "kettlewren.co.uk"


def test_the_context_of_a_site() -> None:
    context = context_of_site(home("Kettlewren"))
    assert (context.url, context.domain) == ("https://www.kettlewren.co.uk/", "kettlewren.co.uk")
    assert (context.country, context.language, context.brand) == ("GB", "en-GB", "Kettlewren")
    assert context.hosts == ("www.kettlewren.co.uk",)


@pytest.mark.parametrize(
    ("url", "language", "asked", "country"),
    [
        ("https://www.kettlewren.com/", "de-AT", "", "AT"),
        ("https://www.kettlewren.com/", "de-AT", "ch", "CH"),
        ("https://www.kettlewren.de/", "en", "", "DE"),
        ("http://127.0.0.1:8000/", "", "", ""),
    ],
)
def test_the_country_is_that_of_the_page_unless_the_user_names_one(
    url: str, language: str, asked: str, country: str
) -> None:
    assert context_of_site(home("Kettlewren", url, language=language), asked).country == country
