"""What the home page tells of a site as a whole: its brand, country, language and hosts."""

import pytest

from auditor.capture.html import parse_html
from auditor.context import brand_of, context_of_site, origin_of_site
from auditor.model.page import Page
from auditor.model.terms import Stage
from auditor.model.vocabulary import Vocabulary


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


def told_by(*pages: tuple[str, str, Stage], url: str = "https://www.kettlewren.com/", language: str = "en") -> str:
    """The country of a site whose home page tells nothing but its prices."""
    front = home("Kettlewren", url, "<main><p>£9.00</p></main>", language)
    others = [
        parse_html(f"<html lang={language}><title>{title}</title><body>{body}</body></html>".encode(), url=f"{url}{n}")
        for n, (title, body, _) in enumerate(pages)
    ]
    stages = {front.url: Stage.HOME, **{page.url: stage for page, (_, _, stage) in zip(others, pages, strict=True)}}
    vocabulary = Vocabulary.load((language,))
    return context_of_site(front, origin=origin_of_site((front, *others), stages, vocabulary)).country


def test_other_pages_tell_the_country_that_the_home_page_does_not() -> None:
    assert told_by() == ""
    assert told_by(("Contact", "<main><h2>020 7351 4482</h2></main>", Stage.CONTACT)) == "GB"
    assert told_by(("Terms", "<main><p>VAT no. IE 6388047V</p></main>", Stage.LEGAL)) == "IE"
    assert told_by(("Lamps", "<main><p>VAT no. IE 6388047V</p></main>", Stage.CATEGORY)) == ""


def test_a_privacy_text_names_the_addresses_of_others() -> None:
    assert told_by(("Privacy policy", "<main><p>4 Barrow Street<br>Dublin<br>Ireland</p></main>", Stage.LEGAL)) == ""


def test_what_the_home_page_states_overrules_other_pages() -> None:
    imprint = ("Imprint", "<main><p>UID ATU12345678<br>1010 Wien, Austria</p></main>", Stage.LEGAL)
    assert told_by(imprint, language="de") == "AT"
    assert told_by(imprint, language="de-CH") == "CH"
    assert told_by(imprint, url="https://www.kettlewren.de/", language="de") == "DE"
