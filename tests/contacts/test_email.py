"""Which addresses of a page a customer may write to."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Purpose

from .conftest import Find


@pytest.mark.parametrize(
    ("html", "value"),
    [
        ("<p>Mail: Info@Brand.de.</p>", "info@brand.de"),
        ("<p>info@brand.de.Weitere Fragen</p>", "info@brand.de"),
        ("<p>info [at] brand [dot] de</p>", "info@brand.de"),
        ("<p>info (ät) brand.de</p>", "info@brand.de"),
        ("<p>info＠brand.de</p>", "info@brand.de"),
        ("<p>&#105;nfo&#64;brand.de</p>", "info@brand.de"),
        ("<p>E-Mail: info @ brand.de</p>", "info@brand.de"),
        ('<a href="mailto:%69nfo@brand.de?subject=Hi">E-Mail schreiben</a>', "info@brand.de"),
        ('<a class="__cf_email__" data-cfemail="5a33343c351a3f223b372a363f74393537">[email&#160;protected]</a>', ""),
        ("<p>contato@home&amp;grill.com.br</p>", "contato@home&grill.com.br"),
        ("<p>brand@gmail.com</p>", "brand@gmail.com"),
    ],
)
def test_addresses_are_found_as_a_reader_sees_them(find: Find, html: str, value: str) -> None:
    (found,) = find(Channel.EMAIL, html)
    assert found.value == (value or "info@example.com")
    assert found.reached
    assert (found.status is ContactStatus.COUNTS) == bool(value)


@pytest.mark.parametrize(
    "html",
    [
        '<p>logo@2x.png</p><img src="icon@3x.webp">',
        "<p>0123456789abcdef0123456789abcdef@o1.ingest.sentry.io</p>",
        "<p>react@18.2.0 und npm@latest</p>",
        "<p>@brand auf Mastodon: @brand@mastodon.social</p>",
        "<p>git@github.com:brand/shop.git</p>",
        '<a href="mailto:?subject=Schau">Teilen</a>',
        "<p>Meet us at brand.de</p><p>join us @ brand.de</p><h2>Greg @ Brand.de</h2>",
        '<input name="mail" placeholder="info@brand.de">',
        "<script>var a = 'info@brand.de'</script>",
    ],
)
def test_what_is_no_address_is_not_found(find: Find, html: str) -> None:
    assert find(Channel.EMAIL, html) == []


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p>noreply@brand.de</p>", "An address that takes no answers."),
        ("<p>max@mustermann.de</p>", "A placeholder address."),
        ("<p>theme@shopify.com</p>", "Belongs to the maker of the site's software."),
        ("<p>presse@brand.de</p>", "For the press."),
        ("<p>datenschutz@brand.de</p>", "For questions of data protection."),
        ("<p>jobs@brand.de</p>", "For applicants."),
        ("<p>poststelle@lda.gov.uk</p>", "Belongs to an authority named on the page."),
        ("<title>Datenschutz</title><p>info@tracker.com</p>", "Belongs to another company"),
        ("<footer><p>Umsetzung und Webdesign by Studio: hallo@studio.io</p></footer>", "Belongs to the web agency"),
    ],
)
def test_addresses_for_others_are_listed_with_the_reason(find: Find, html: str, reason: str) -> None:
    (found,) = find(Channel.EMAIL, html)
    assert found.status is ContactStatus.LISTED
    assert found.status_reason.startswith(reason)


def test_the_brands_own_address_counts_in_a_privacy_text(find: Find) -> None:
    (found,) = find(Channel.EMAIL, "<title>Datenschutz</title><p>Aufsichtsbehörde. Wir: info@brand.de</p>")
    assert found.status is ContactStatus.COUNTS


@pytest.mark.parametrize(
    ("label", "reached"), [("Schreib uns eine E-Mail", True), ("Kontakt", True), ("Jana Beispiel", False)]
)
def test_a_link_is_reached_when_its_label_says_that_it_writes(find: Find, label: str, reached: bool) -> None:
    (found,) = find(Channel.EMAIL, f'<a href="mailto:info@brand.de">{label}</a>', language="de")
    assert (found.reached, found.reached_touch) == (reached, reached)


def test_a_link_that_shows_another_address_than_it_writes_to_gives_both(find: Find) -> None:
    found = find(Channel.EMAIL, '<a href="mailto:web@brand.de">info@brand.de</a>')
    assert sorted(s.value for s in found) == ["info@brand.de", "web@brand.de"]


def test_an_address_is_seen_once_where_a_link_stands_in_its_text(find: Find) -> None:
    (found,) = find(Channel.EMAIL, '<p>Mail: <a href="mailto:info@brand.de">info@brand.de</a></p>')
    assert found.selector.endswith("a:nth-of-type(1)")


def test_names_of_persons_are_told_apart(find: Find) -> None:
    (found,) = find(Channel.EMAIL, "<p>jana.beispiel@brand.de</p>")
    assert (found.purpose, found.status) == (Purpose.PERSON, ContactStatus.COUNTS)


def test_a_list_of_staff_is_no_customer_contact(find: Find) -> None:
    people = "".join(f"<p>anna.name{chr(97 + n)}@brand.de</p>" for n in range(11))
    found = find(Channel.EMAIL, people + "<p>info@brand.de</p>")
    assert [s.value for s in found if s.status is ContactStatus.COUNTS] == ["info@brand.de"]


def test_wholesale_customers_are_the_customers_of_a_business_site(find: Find) -> None:
    html = "<p>wholesale@brand.de</p>"
    assert find(Channel.EMAIL, html)[0].status is ContactStatus.LISTED
    assert find(Channel.EMAIL, html, kind="b2b")[0].status is ContactStatus.COUNTS
