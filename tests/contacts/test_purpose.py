"""Whom an option is for, by the words around it."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Purpose

from .conftest import Find

NUMBER = "030 901820"


@pytest.mark.parametrize(
    ("html", "purpose"),
    [
        (f"<p>Kundenservice: {NUMBER}</p>", Purpose.CUSTOMER_SERVICE),
        (f"<p>Bestellhotline {NUMBER}</p>", Purpose.ORDERS),
        (f"<h3>Technischer Support</h3><p>{NUMBER}</p>", Purpose.TECHNICAL),
        (f"<h3>Reklamation</h3><p>Beschwerdestelle {NUMBER}</p>", Purpose.COMPLAINTS),
        (f"<h3>Sales</h3><p>{NUMBER}</p>", Purpose.SALES),
        (f"<p>{NUMBER}</p>", Purpose.UNKNOWN),
    ],
)
def test_purposes_of_customers_count(find: Find, html: str, purpose: Purpose) -> None:
    (found,) = find(Channel.PHONE, html)
    assert (found.purpose, found.status, found.status_reason) == (purpose, ContactStatus.COUNTS, "")


def test_the_words_beside_a_number_hold_over_its_heading(find: Find) -> None:
    (found,) = find(Channel.PHONE, f"<h3>Presse</h3><p>Kundenservice: {NUMBER}</p>")
    assert found.status is ContactStatus.COUNTS


def test_a_heading_that_is_a_sentence_says_nothing(find: Find) -> None:
    (found,) = find(
        Channel.PHONE, f"<h3>Was die Presse und die Medien über uns und unsere Schuhe sagen</h3><p>{NUMBER}</p>"
    )
    assert found.status is ContactStatus.COUNTS


@pytest.mark.parametrize(
    ("before", "counts"),
    [
        ("Klarna customer service:", False),
        ("PayPal-Hotline", False),
        ("DHL Kundenservice Tel.:", False),
        ("Deutsche Post:", False),
        ("We ship with DHL. Call us:", True),
        ("PayPal or invoice? Phone", True),
        ("Customer service:", True),
    ],
)
def test_a_number_right_behind_the_name_of_a_carrier_or_a_payment_service_is_theirs(
    find: Find, before: str, counts: bool
) -> None:
    (found,) = find(Channel.PHONE, f"<p>{before} {NUMBER}</p>")
    assert (found.status is ContactStatus.COUNTS) is counts


@pytest.mark.parametrize(
    "body",
    [
        "Allgemeine Verbraucherschlichtungsstelle, Telefon",
        "Universalschlichtungsstelle des Bundes,",
        "Bundesbeauftragter,",
    ],
)
def test_bodies_for_disputes_and_authorities_are_listed_in_any_form(find: Find, body: str) -> None:
    (found,) = find(Channel.PHONE, f"<p>{body} {NUMBER}</p>")
    assert found.status is ContactStatus.LISTED


def status_of(find: Find, html: str, country: str = "DE", **page: object) -> ContactStatus:
    (found,) = find(Channel.PHONE, html, country=country, **page)
    return found.status


@pytest.mark.parametrize(
    "html",
    [
        f"<div>Sofas built by hand in Kendal since 1926. Call us on {NUMBER}</div>",
        f"<main><p>Designed by you, woven by us. Questions? {NUMBER}</p></main>",
        f"<main><p>Powered by steam since 1926, phone {NUMBER}</p></main>",
        f"<footer><p>Website by Studio Blau. Call us on {NUMBER}</p></footer>",
        f"<footer><p>Made by Brand in Kendal, Tel. {NUMBER}</p></footer>",
        f"<p>You may complain to the Financial Ombudsman. Call us first: {NUMBER}</p>",
        f"<p>Human resources and more. Customer enquiries {NUMBER}</p>",
        f"<footer><div><h4>Join us</h4><form><input type=email></form><p>Call us {NUMBER}</p></div></footer>",
        f"<footer><div><h4>Careers</h4><a href=/j>Jobs</a></div><div><p>Customer enquiries {NUMBER}</p></div></footer>",
        f"<footer><div><h4>Careers</h4><a href=/j>Jobs</a></div><div><p>{NUMBER}</p></div></footer>",
        f'<footer><div id="a"><h4>Presse</h4><a href=/j>Bilder</a></div><p>{NUMBER}</p></footer>',
        f"<main><p>Linen sold by the metre</p><p>Telefon {NUMBER}</p></main>",
        f"<main><h3>Best seller: Moor throw</h3><p>Telefon {NUMBER}</p></main>",
        f"<main><p>Contact seller support: {NUMBER}</p></main>",
        f"<p>Follow-ups on {NUMBER}</p>",
        f"<main><h2>Sold by Brand</h2><p>Telefon {NUMBER}</p></main>",
    ],
)
def test_the_brands_own_number_counts_beside_words_of_others(find: Find, html: str) -> None:
    assert status_of(find, html) is ContactStatus.COUNTS


@pytest.mark.parametrize(
    "html",
    [
        f"<footer><p>Built by Studio Blau, {NUMBER}</p></footer>",
        f"<footer><p>Website by Studio Blau {NUMBER}</p></footer>",
        f"<footer><div><h4>Presse</h4><p>Tel. {NUMBER}</p></div></footer>",
        f"<main><div><h3>Presse</h3></div><div><p>Frau Blau</p><p>Tel. {NUMBER}</p></div></main>",
        f"<main><h2>Sold by Harrow Textiles</h2><p>Telephone {NUMBER}</p></main>",
        f"<main><p>Verkauft von Möbel Blau</p><p>Tel. {NUMBER}</p></main>",
        f"<main><p>Seller details: 14 Dale Street, Leeds. Telephone {NUMBER}</p></main>",
        f"<main><p>Seller: Harrow Textiles</p><p>Tel. {NUMBER}</p></main>",
        f"<main><h3>Vendeur : Maison Bleue</h3><p>Tel. {NUMBER}</p></main>",
        f"<main><p>Vendido por Casa Azul, tel. {NUMBER}</p></main>",
        f"<p>For a parcel on its way, call DPD on {NUMBER}</p>",
        f"<p>DHL erreichen Sie unter, DHL unter {NUMBER}</p>",
        f"<p>Royal Mail can be reached on {NUMBER}</p>",
    ],
)
def test_a_number_of_others_beside_their_name_is_listed(find: Find, html: str) -> None:
    assert status_of(find, html) is ContactStatus.LISTED


@pytest.mark.parametrize(
    "html",
    [
        f"<h3>Presse</h3><p>Call us on {NUMBER}</p>",
        f"<title>Presse</title><p>Call us on {NUMBER}</p>",
        f"<h3>Join us</h3><p>{NUMBER}</p>",
        f"<main><div><h3>Karriere</h3><p>Zum Team</p></div><div><p>Tel. {NUMBER}</p></div></main>",
        f"<main><p>Seller details: Leeds. Call us on {NUMBER}</p></main>",
        f"<main><p>Hosting: Blau GmbH, Gasse 1, Tel. {NUMBER}</p></main>",
    ],
)
def test_what_speaks_for_the_brand_and_for_others_is_in_doubt(find: Find, html: str) -> None:
    (found,) = find(Channel.PHONE, html)
    assert found.status is ContactStatus.CANNOT_TELL
    assert found.status_reason


@pytest.mark.parametrize("line", ["Hosting: OVH SAS, 2 rue Kellermann, 59100 Roubaix", "Hosted by Blau GmbH, Gasse 1"])
def test_a_line_of_an_imprint_that_names_the_host_owns_its_number(find: Find, line: str) -> None:
    html = f"<title>Impressum</title><p>Brand GmbH, Tel. 030 901821</p><p>{line}, Tel. {NUMBER}</p>"
    own, host = find(Channel.PHONE, html, url="https://www.brand.de/impressum")
    assert (own.status, host.status) == (ContactStatus.COUNTS, ContactStatus.LISTED)


@pytest.mark.parametrize(
    ("local", "status"),
    [
        ("personal.shopping", ContactStatus.COUNTS),
        ("personal", ContactStatus.LISTED),
        ("jobs.berlin", ContactStatus.LISTED),
        ("press.support", ContactStatus.CANNOT_TELL),
    ],
)
def test_words_of_an_address(find: Find, local: str, status: ContactStatus) -> None:
    (found,) = find(Channel.EMAIL, f"<p>{local}@brand.de</p>")
    assert found.status is status


def test_an_address_of_a_seller_is_not_the_brands(find: Find) -> None:
    html = "<main><h2>Sold by Harrow Textiles</h2><p>Email: sales@harrow.co.uk</p></main>"
    (found,) = find(Channel.EMAIL, html)
    assert (found.status, found.status_reason) == (ContactStatus.LISTED, "Belongs to a seller on this site.")


@pytest.mark.parametrize(
    "line",
    [
        "Lease a unit? Our property and expansion team:",
        "Suppliers please write to",
        "Buying department:",
        "Modern slavery statement contact, Safecall",
        "Whistleblowing:",
        "Hinweisgebersystem:",
        "Dispositif d'alerte éthique :",
        "Canal de denuncias:",
        "Influencer-Anfragen:",
        "Demandes de partenariat :",
        "Proposte di collaborazione:",
        "Propuestas de colaboración:",
        "Samenwerkingsverzoeken:",
        "Propozycje współpracy:",
        "Samarbetsförfrågningar:",
        "Sponsorship requests:",
        "Sponsoringanfragen:",
        "Relazioni con gli investitori:",
        "Sijoittajasuhteet:",
        "Send your CV to",
        "Candidatures à",
        "Wyślij CV:",
        "Data protection enquiries:",
        "Franchise enquiries:",
        "Devenir franchisé :",
    ],
)
def test_lines_for_others_than_customers_are_listed(find: Find, line: str) -> None:
    (found,) = find(Channel.PHONE, f"<main><p>{line}<br>{NUMBER}</p></main>")
    assert found.status is ContactStatus.LISTED
    assert found.status_reason


@pytest.mark.parametrize(
    "line",
    [
        "Loved by influencers. Customer service:",
        "We work with our suppliers. Call us:",
        "Woven in collaboration with Studio Blau. Orders:",
        "Buying for a friend? Ask us:",
        "Our new property in Leeds is open, Tel.",
        "Wir achten auf Compliance. Kundenservice:",
        "Vos données personnelles sont protégées. Service client :",
        "Fragen zum Einkauf? Telefon",
        "Happy to speak up for wool. Telephone",
    ],
)
def test_words_of_others_in_a_sentence_of_the_brand_say_nothing(find: Find, line: str) -> None:
    assert status_of(find, f"<main><p>{line} {NUMBER}</p></main>") is ContactStatus.COUNTS


@pytest.mark.parametrize(
    "local",
    "expansion buying purchasing whistleblowing speakup compliance influencer kooperation partenariats colaboraciones "
    "collaborazioni samenwerking wspolpraca samarbete sponsorship investoren actionnaires vacature rekrytering "
    "dataprivacy franquicias fornitori uk.procurement collabs-eu".split(),
)
def test_addresses_for_others_than_customers_are_listed(find: Find, local: str) -> None:
    (found,) = find(Channel.EMAIL, f"<p>{local}@brand.de</p>")
    assert found.status is ContactStatus.LISTED
    assert found.status_reason


def test_a_form_on_a_page_for_reports_of_wrongdoing_is_listed(find: Find) -> None:
    fields = '<label>Email <input type="email" name="e"></label><label>Message <textarea name="m"></textarea></label>'
    html = (
        f"<title>Whistleblowing</title><main><h1>Whistleblowing</h1><form>{fields}<button>Send</button></form></main>"
    )
    (found,) = find(Channel.FORM, html, url="https://www.brand.de/whistleblowing")
    assert found.status is ContactStatus.LISTED
