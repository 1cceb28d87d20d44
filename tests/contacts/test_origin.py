"""For which country a site is, as all its pages tell."""

import pytest

from auditor.contacts.origin import Origin

from .conftest import Read

URL = "https://brand.com/contact"


def told(read: Read, *pages: str, telling: bool = True) -> str:
    origin = Origin()
    for number, html in enumerate(pages):
        origin.take(read(html, url=f"{URL}/{number}"), telling=telling)
    return origin.told()


def likely(read: Read, *pages: str, language: str = "en") -> str:
    origin = Origin()
    for number, html in enumerate(pages):
        origin.take(read(html, url=f"{URL}/{number}"), telling=True)
    return origin.likely(language)


@pytest.mark.parametrize(
    ("html", "country"),
    [
        ("<p>VAT no. GB 284 1177 62</p>", "GB"),
        ("<p>VAT no. 284 1177 62</p>", ""),
        ("<p>VAT no 284117762</p>", ""),
        ("<p>USt-IdNr.: DE 123 456 789</p>", "DE"),
        ("<p>VAT EL 123456789</p>", "GR"),
        ("<p>IBAN ES91 2100 0418 4502 0005 1332</p>", "ES"),
        ("<p>CIF B-84215577</p>", "ES"),
        ("<p>Registered in England, company no. 04512877</p>", "GB"),
        ("<p>ABN 51 824 753 556</p>", "AU"),
        ("<p>The Mill, Kendal<br>LA9 4QJ</p>", "GB"),
        ("<p>12 Main Street<br>Manchester, VT 05255</p>", "US"),
        ("<p>12 Main Street<br>Portland, OR 97201</p>", "US"),
        ("<p>4 RUE DE 35380 lamps</p>", ""),
        ("<p>Invalidenstr. 1, DE 10115 Berlin</p>", ""),
        ("<p>4 Mill Lane<br>Cork<br>Ireland</p>", "IE"),
        ("<p>12 parcels came from Ireland to us</p>", ""),
        ("<p>Level 2, 10 Sussex Street, Sydney NSW 2000</p>", "AU"),
        ("<p>Call +64 9 912 3456</p>", "NZ"),
        ('<a href="tel:+6499123456">Call</a>', "NZ"),
        ("<p>Write to hello@brand.ie</p>", "IE"),
        ('<link rel="alternate" hreflang="en-gb" href="https://brand.com/contact/0">', "GB"),
        ('<link rel="alternate" hreflang="en-gb" href="https://brand.com/gb">', ""),
        ("<p>Hello</p>", ""),
    ],
)
def test_strong_signs(read: Read, html: str, country: str) -> None:
    assert told(read, html) == country


@pytest.mark.parametrize(
    ("data", "country"),
    [
        ('{"@type": "PostalAddress", "addressCountry": "GB"}', "GB"),
        ('{"@type": "PostalAddress", "addressCountry": "United States"}', "US"),
        ('{"@type": "DefinedRegion", "addressCountry": "US"}', ""),
    ],
    ids=["code", "name", "where it delivers to"],
)
def test_the_address_in_data_for_machines(read: Read, data: str, country: str) -> None:
    html = f'<script type="application/ld+json">{{"@type": "Organization", "address": {data}}}</script><p>Hello</p>'
    assert told(read, html) == country


def test_more_than_half_of_the_signs_or_nothing(read: Read) -> None:
    british, irish = "<p>VAT no. GB 284 1177 62</p>", "<p>VAT no. IE 6388047V</p>"
    assert told(read, british, irish) == ""
    assert told(read, british, irish, "<p>The Mill, Kendal LA9 4QJ</p>") == "GB"
    assert told(read, irish, british, "<p>The Mill, Kendal LA9 4QJ</p>") == "GB"


def test_a_list_of_branches_counts_as_a_few_signs_only(read: Read) -> None:
    branches = "".join(f"<p>{n} Main Street<br>Manchester, VT 0525{n}</p>" for n in range(9))
    assert (
        told(read, branches, "<p>VAT no. GB 284 1177 62</p><p>The Mill, Kendal LA9 4QJ</p><p>+44 1539 733298</p>")
        == "GB"
    )


def test_of_other_pages_the_frame_alone_is_read(read: Read) -> None:
    address = "<p>The Mill, Kendal LA9 4QJ</p>"
    assert told(read, f"<main>{address}</main>", telling=False) == ""
    assert told(read, f"<main><p>Lamps</p></main><footer>{address}</footer>", telling=False) == "GB"


@pytest.mark.parametrize(
    ("html", "language", "country"),
    [
        ("<h2>(802) 362-4711</h2>", "en", "US"),
        ("<h2>802.362.4711</h2>", "en", "US"),
        ("<h2>(604) 682-1234</h2>", "en", "CA"),
        ("<h2>020 7351 4482</h2>", "en", "GB"),
        ("<h3>Speak to the mill</h3><p>01539 733 298</p><p>£89.00</p>", "en", "GB"),
        ("<h2>02 9374 4000</h2>", "en", ""),
        ("<h2>02 9374 4000</h2><p>A$89.00</p>", "en", "AU"),
        ("<h2>02 9374 4000</h2><p>$89.00</p>", "en", "AU"),
        ("<h2>020 7351 4482</h2><p>$89.00</p>", "en", ""),
        ("<h2>91 523 41 87</h2><p>89,00 €</p>", "es", "ES"),
        ("<p>$89.00</p>", "en", ""),
        ("<p>Order no. 802-362-4711</p>", "en", ""),
        ("<h2>020 7351 4482</h2>", "de", ""),
    ],
)
def test_weak_signs_tell_the_country_when_they_agree(read: Read, html: str, language: str, country: str) -> None:
    assert likely(read, html, language=language) == country
