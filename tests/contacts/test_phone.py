"""Which numbers of a page a customer may call."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Price

from .conftest import Find


@pytest.mark.parametrize(
    ("html", "country", "values"),
    [
        ("<p>Tel.: 030 901820</p>", "DE", ["+4930901820"]),
        ("<p>Hotline 0221-77536-6 (Mo-Fr 9-17 Uhr)</p>", "DE", ["+49221775366"]),
        ("<p>+44 (0) 20 7183 8750</p>", "DE", ["+442071838750"]),
        ("<p>Call (401) 352-5911 today</p>", "US", ["+14013525911"]),
        ("<p>800.605.5446</p>", "US", ["+18006055446"]),
        ("<p>Order at 1-800-FLOWERS</p>", "US", ["+18003569377"]),
        ("<p>Order by phone: 1-800-MY-LINEN | Free shipping</p>", "US", ["+18006954636"]),
        ("<p>1.888.GO.LINEN now</p>", "US", ["+18884654636"]),
        ("<p>Call 1-800-4-A-BATH-1</p>", "US", ["+18004222841"]),
        ("<p>Dial 1 (800) MY LINEN, free</p>", "CA", ["+18006954636"]),
        ("<p>800-GET-A-BID</p>", "US", ["+18004382243"]),
        ("<p>Pedidos: (11) 3062-9999</p>", "BR", ["+551130629999"]),
        ("<p>Order on 0161 715 3382</p>", "GB", ["+441617153382"]),
        ("<p>06-83177579</p>", "NL", ["+31683177579"]),
        ("<p>Llame al 01 800 212 0752</p>", "MX", ["+528002120752"]),
        ("<p>+52 1 55 8576 1284</p>", "DE", ["+525585761284"]),
        ("<p>10115 Berlin, 030 901820</p>", "DE", ["+4930901820"]),
        ("<table><tr><td>Telefon</td><td>030 901820</td></tr></table>", "DE", ["+4930901820"]),
        ("<p>Phone: 510-440-1800</p>", "GB", ["+15104401800"]),
        ("<p>Canada: (416) 659-4556</p>", "GB", ["+14166594556"]),
        ("<p>Phone: (02) 9191-8364</p>", "", ["0291918364"]),
    ],
)
def test_numbers_are_found_in_the_countrys_forms(find: Find, html: str, country: str, values: list[str]) -> None:
    found = find(Channel.PHONE, html, country=country)
    assert [s.value for s in found] == values
    assert all(s.status is ContactStatus.COUNTS and s.reached for s in found)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Seit 22.11.2026, Ausgaben 2024 2025 2026</p>",
        "<p>Preis: 012.345.678,90 EUR</p>",
        "<p>IBAN DE89 3704 0044 0532 0130 00</p>",
        "<p>USt-IdNr.: DE 266937701, HRB 0123 45678</p>",
        "<p>Steuernummer: 030 901820</p>",
        "<p>Art.-Nr. 030 901820</p>",
        "<p>ISBN 978-3-16-148410-0</p>",
        "<p>52.520008, 13.404954</p>",
        "<p>Server 192.168.100.200</p>",
        "<p>Bestell-Nr.: 0301234567</p>",
        "<p>Bestellung Nr. 030 901820</p>",
        "<p>Ihre Rechnung Nummer: 030 901820</p>",
        "<p>Zamówienie nr: 030 901820</p>",
        "<p>Nokia 3310, iPhone 15 128</p>",
        "<p>https://brand.de/p/0309018201</p>",
        '<input type="tel" placeholder="030 901820"><img src="a.png" alt="">',
        '<p title="030 901820" data-x="030 901820">Telefon</p>',
        '<a href="tel:">Anrufen</a><a href="tel:112">Notruf</a>',
        "<!-- Tel. 030 901820 -->",
    ],
)
def test_what_is_no_number_to_call_is_not_found(find: Find, html: str) -> None:
    assert find(Channel.PHONE, html) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Pedido nº 11 3062 9999", "BR"),
        ("Pedido n.º: 11 3062 9999", "BR"),
        ("Your order # 0161 715 3382", "GB"),
        ("Order no. 0161 715 3382", "GB"),
        ("Commande n° 01 42 68 53 00", "FR"),
        ("Ordine n. 02 7202 1111", "IT"),
        ("Bestelling nr. 020 794 6001", "NL"),
    ],
)
def test_a_number_that_an_order_bears_is_none_to_call(find: Find, text: str, country: str) -> None:
    assert find(Channel.PHONE, f"<p>{text}</p>", country=country) == []


@pytest.mark.parametrize("text", ["800 THREAD-SET", "1-800-CALLS ARE FREE", "Set 800 X-WIDE-LONG"])
def test_words_in_capitals_behind_800_are_no_number(find: Find, text: str) -> None:
    assert find(Channel.PHONE, f"<p>{text}</p>", country="US") == []


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p>Tel. +1 555 555 0100</p>", "A placeholder number."),
        ("<p>Tel. 020 7946 0018</p>", "A placeholder number."),
        ("<p>Aufsichtsbehörde: Landesamt, Gasse 1, Tel. 030 901820</p>", "Belongs to an authority"),
        ("<h2>Pressekontakt</h2><p>Tel. 030 901820</p>", "For the press."),
        ("<footer><p>Webdesign by Studio, 030 901820</p></footer>", "Belongs to the web agency"),
        ('<div id="reviews"><p>Ruft an: 030 901820</p></div>', "Stands in what visitors wrote."),
    ],
)
def test_numbers_of_others_are_listed_with_the_reason(find: Find, html: str, reason: str) -> None:
    (found,) = find(Channel.PHONE, html, country="GB" if "7946" in html else "DE")
    assert found.status is ContactStatus.LISTED
    assert found.status_reason.startswith(reason)


@pytest.mark.parametrize(
    ("html", "phones", "faxes"),
    [
        ("<p>Tel. 030 901820 Fax 030 901821</p>", ["+4930901820"], ["+4930901821"]),
        ("<p>Tel./Fax: 030 901820</p>", ["+4930901820"], []),
        ("<p>030 901820 (Fax)</p>", [], ["+4930901820"]),
        ("<p>030 901820 phone<br>030 901821 fax</p>", ["+4930901820"], ["+4930901821"]),
        ("<tr><td>Telefax</td><td>030 901820</td></tr>", [], ["+4930901820"]),
        ("<p>Fax: 030 901820, 030 901821</p>", [], ["+4930901820", "+4930901821"]),
    ],
)
def test_fax_numbers_are_told_apart(find: Find, html: str, phones: list[str], faxes: list[str]) -> None:
    assert [s.value for s in find(Channel.PHONE, html)] == phones
    found = find(Channel.FAX, html)
    assert [s.value for s in found] == faxes
    assert all(s.status is ContactStatus.LISTED for s in found)


PRAISE = "They helped me at once, just ring them, says my friend of"


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote><p>{PRAISE} 030 901820</p></blockquote>",
        f"<p><q>{PRAISE} <a href='tel:030901820'>030 901820</a></q></p>",
        '<section class="testimonials"><p>Tel. 030 901820</p></section>',
        '<div id="customer-stories"><div><p>Tel. 030 901820</p></div></div>',
        '<div class="grid c-review__text"><p>Tel. 030 901820</p></div>',
    ],
)
def test_numbers_in_what_customers_say_are_listed(find: Find, html: str) -> None:
    (found,) = find(Channel.PHONE, html)
    assert (found.status, found.status_reason) == (ContactStatus.LISTED, "Stands in what visitors wrote.")


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Tel. 030 901820</p></blockquote>",
        "<div class='reviews'><h1>Kontakt</h1><p>Tel. 030 901820</p></div>",
        "<main class='reviews'><p>Tel. 030 901820</p></main>",
        "<div class='has-reviews'><p>Tel. 030 901820</p></div>",
        "<div class='reviews-badge'><p>Tel. 030 901820</p></div>",
        "<div class='reviews'>" + "<div>" * 7 + "<p>Tel. 030 901820</p>" + "</div>" * 8,
        "<footer class='testimonials'><p>Tel. 030 901820</p></footer>",
        "<section class='testimonials'><p>Super!</p></section><p>Tel. 030 901820</p>",
    ],
)
def test_the_brands_number_near_what_customers_say_counts(find: Find, html: str) -> None:
    (found,) = find(Channel.PHONE, html)
    assert found.status is ContactStatus.COUNTS


@pytest.mark.parametrize(
    ("html", "status"),
    [
        ("<p>Contact Citizens Advice on 0808 223 1133</p>", ContactStatus.LISTED),
        ("<p>Citizens Advice consumer helpline: 0808 223 1133</p>", ContactStatus.LISTED),
        ("<h3>Trading Standards</h3><p>Phone</p><p>0808 223 1133</p>", ContactStatus.LISTED),
        ("<p>Trading Standards approved. Call us: 0808 223 1133</p>", ContactStatus.COUNTS),
        ("<p>Ask Citizens Advice first, or our team on 0808 223 1133</p>", ContactStatus.COUNTS),
    ],
)
def test_numbers_of_public_bodies_are_listed(find: Find, html: str, status: ContactStatus) -> None:
    (found,) = find(Channel.PHONE, html, country="GB")
    assert found.status is status


def test_a_link_that_shows_its_number_is_reached_on_both_devices(find: Find) -> None:
    (found,) = find(Channel.PHONE, '<p>Ruf an: <a href="tel:+4930901820">030 901820</a></p>')
    assert (found.reached, found.reached_touch, found.display) == (True, True, "030 901820")
    assert found.selector.endswith("a:nth-of-type(1)")


def test_a_link_without_its_number_is_reached_by_touch_only(find: Find) -> None:
    (found,) = find(Channel.PHONE, '<a href="tel:+49%20(0)30-901820">Jetzt anrufen</a>')
    assert (found.reached, found.reached_touch, found.value) == (False, True, "+4930901820")
    assert found.display == "+49 30 901820"


def test_the_shown_number_holds_where_the_link_dials_another(find: Find) -> None:
    (found,) = find(Channel.PHONE, '<a href="tel:+498005551">0221 775366</a>')
    assert found.value == "+49221775366"


def test_a_number_in_a_pictures_text_cannot_be_told(find: Find) -> None:
    (found,) = find(Channel.PHONE, '<img src="tel.png" alt="Telefon 030 901820">')
    assert found.status is ContactStatus.CANNOT_TELL
    assert not found.reached


def test_prices_go_with_the_numbers(find: Find) -> None:
    found = find(Channel.PHONE, "<p>Tel. 0800 3301000</p><p>Tel. 0900 1234567</p><p>Tel. 030 901820</p>")
    assert [s.price for s in found] == [Price.FREE, Price.PREMIUM, Price.BASIC]


def test_a_short_number_needs_a_phone_label(find: Find) -> None:
    assert [s.value for s in find(Channel.PHONE, "<p>Téléphone : 3639</p>", country="FR")] == ["3639"]
    assert find(Channel.PHONE, "<p>Nous avons 3639 articles</p>", country="FR") == []


@pytest.mark.parametrize(
    ("html", "country", "values"),
    [
        ("<p>Call us: 13 12 34</p>", "AU", ["+61131234"]),
        ("<p>Call us on 131234</p>", "AU", ["+61131234"]),
        ("<tr><td>Phone</td><td>13 12 34</td></tr>", "AU", ["+61131234"]),
        ("<p>Phone 13 12 34 or +61 2 9374 4000</p>", "AU", ["+61131234", "+61293744000"]),
        ("<p>Tel: <a href='tel:131234'>13 12 34</a></p>", "AU", ["+61131234"]),
        ("<p>Customer service: 1300 655 506</p>", "AU", ["+611300655506"]),
        ("<p>Service client : 3631</p>", "FR", ["3631"]),
        ("<h3>Service client</h3><p>36 31</p>", "FR", ["3631"]),
        ("<p>Appelez le 1023</p>", "FR", ["1023"]),
        ("<p>Service client : 39 26 (service gratuit + prix d’un appel), 7j/7</p>", "FR", ["3926"]),
        (
            "<p>Contactez notre service client au 3639 (service gratuit + prix appel), lundi à samedi</p>",
            "FR",
            ["3639"],
        ),
    ],
)
def test_short_numbers_of_service_lines_are_found(find: Find, html: str, country: str, values: list[str]) -> None:
    found = find(Channel.PHONE, html, country=country)
    assert [(s.value, s.status) for s in found] == [(value, ContactStatus.COUNTS) for value in values]


@pytest.mark.parametrize(
    ("html", "country"),
    [
        ("<p>Depuis 3631 jours</p>", "FR"),
        ("<p>Service client : 3500 appels traités chaque jour par nos équipes de Lille et de Roubaix</p>", "FR"),
        ("<p>Service client : 3631 €</p>", "FR"),
        ("<p>Service client : 2024</p>", "FR"),
        ("<p>Contact us 13.12.34</p>", "AU"),
        ("<p>We sold 13 12 34 pieces</p>", "AU"),
        ("<p>Kundenservice: 3631</p>", "DE"),
        ("<p>Call us: 13 12 34</p>", "DE"),
        ("<p>Call us: 13 12 34</p>", ""),
    ],
)
def test_digits_that_are_no_service_line_of_the_country_are_none(find: Find, html: str, country: str) -> None:
    assert find(Channel.PHONE, html, country=country) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Customer care: 0131 229 4512</p>",
        "<p>Customer Service 416-659-4556</p>",
        "<p>Our hotline is open until six, its number is this one: 0131 229 4512</p>",
        "<tr><td>Customer care</td><td>0131 229 4512</td></tr>",
    ],
)
def test_a_number_of_no_known_country_cannot_be_told(find: Find, html: str) -> None:
    (found,) = find(Channel.PHONE, html, country="")
    assert (found.status, found.reached) == (ContactStatus.CANNOT_TELL, False)
    assert found.status_reason == "A number stands here, but its country is not known."
    assert find(Channel.PHONE, html, country="PL") == [] or "416" in html


@pytest.mark.parametrize(
    "html",
    [
        "<p>0131 229 4512</p>",
        "<p>Customer service since 01.02.2003</p>",
        "<p>Customer care answered 1 200 000 questions</p>",
        "<p>Customer service, order no. 0131 229 4512</p>",
        "<p>Customer care IBAN DE89 3704 0044 0532 0130 00</p>",
        "<p>Customer service VAT: 0131 229 4512</p>",
        "<p>Customer service EUR 0131 229 451</p>",
        "<p>Customer care 01312294512</p>",
    ],
)
def test_other_digits_of_no_known_country_are_not_suspected(find: Find, html: str) -> None:
    assert find(Channel.PHONE, html, country="") == []


@pytest.mark.parametrize(("count", "status"), [(7, ContactStatus.CANNOT_TELL), (16, ContactStatus.LISTED)])
def test_many_numbers_on_a_page_about_something_else_may_be_those_of_others(
    find: Find, count: int, status: ContactStatus
) -> None:
    rows = "".join(f"<h3>Gasthaus {n}</h3><p>030 9018{n}</p>" for n in range(20, 20 + count))
    found = find(Channel.PHONE, f"<title>Umgebung</title><main>{rows}</main>", url="https://www.brand.de/umgebung")
    assert len(found) == count
    assert {s.status for s in found} == {status}
    contact = find(Channel.PHONE, f"<title>Kontakt</title><main>{rows}</main>", url="https://www.brand.de/kontakt")
    assert {s.status for s in contact} == {ContactStatus.COUNTS}


def test_departments_for_customers_count_on_a_page_of_any_name(find: Find) -> None:
    names = ("Bestellhotline", "Technischer Support", "Farben", "Karten", "Lieferung", "Sonst")
    rows = "".join(f"<dt>{name}</dt><dd>030 90182{n}</dd>" for n, name in enumerate(names))
    found = find(Channel.PHONE, f"<title>Hallo</title><main><dl>{rows}</dl></main>", url="https://www.brand.de/hallo")
    assert [s.status for s in found] == [ContactStatus.COUNTS] * 2 + [ContactStatus.CANNOT_TELL] * 4


def test_a_number_inside_a_messenger_link_is_for_writing(find: Find) -> None:
    html = '<p>Schreib uns: <a href="https://wa.me/4915112345678">0151 12345678</a></p>'
    assert find(Channel.PHONE, html) == []
    assert [s.value for s in find(Channel.MESSENGER, html)] == ["https://wa.me/4915112345678"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>(802) 362-4711</h2>",
        "<h2>020 7351 4482</h2>",
        "<h3>Speak to the mill</h3><p>01539 733 298</p>",
        "<title>Contact us</title><main><p>01539 733 298</p></main>",
        "<title>Contact us</title><main><p>802.362.4711</p></main>",
        "<footer><p>01539 733 298</p></footer>",
    ],
)
def test_a_number_that_stands_where_telephone_numbers_do_is_never_dropped(find: Find, html: str) -> None:
    page = {"url": "https://www.brand.com/contact"} if "title" in html else {}
    (found,) = find(Channel.PHONE, html, country="", **page)
    assert (found.status, found.reached) == (ContactStatus.CANNOT_TELL, False)
    assert found.status_reason == "A number stands here, but its country is not known."


@pytest.mark.parametrize(
    ("html", "country", "language"),
    [
        ("<h2>(802) 362-4711</h2>", "GB", "en"),
        ("<h2>020 7351 4482</h2>", "US", "en"),
        ("<h2>91 523 41 87</h2>", "MX", "es"),
    ],
)
def test_nor_is_one_of_another_country_than_that_of_the_site(
    find: Find, html: str, country: str, language: str
) -> None:
    (found,) = find(Channel.PHONE, html, country=country, language=language)
    assert found.status is ContactStatus.CANNOT_TELL


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Order no. 802-362-4711</h2>",
        "<h2>VAT 01539 733 298</h2>",
        "<h2>01.02.2026 - 03.04.2026</h2>",
        "<h2>1 200 000 000 lamps</h2>",
        "<h2>DE89 3704 0044 0532 0130 00</h2>",
        "<h2>$1 200 300 400</h2>",
        "<h2>1539733298</h2>",
        "<p>(802) 362-4711</p>",
    ],
)
def test_other_digits_in_a_heading_are_no_number(find: Find, html: str) -> None:
    assert find(Channel.PHONE, html, country="") == []


def test_a_number_of_no_known_country_for_others_than_customers_stays_listed(find: Find) -> None:
    (found,) = find(Channel.PHONE, "<h3>Press office</h3><p>Tel. 0131 229 4512, call us</p>", country="")
    assert found.status is ContactStatus.LISTED


@pytest.mark.parametrize("words", ["Toll free", "Freephone", "Speak to us", "Talk to us"])
def test_words_of_calling_stand_before_a_number(find: Find, words: str) -> None:
    (found,) = find(Channel.PHONE, f"<p>{words} 802.362.4711</p>", country="")
    assert (found.value, found.status) == ("+18023624711", ContactStatus.COUNTS)
