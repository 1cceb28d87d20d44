"""What is the site, what its other locales, what somebody else's."""

import pytest

from auditor.capture.scope import Scope, Standing, help_desk, scope_of
from auditor.model.terms import Stage
from tests.spiders.pages import page

ALTERNATES = (
    '<link rel=alternate hreflang=en href="https://www.brand.com/en/">'
    '<link rel=alternate hreflang=de href="https://www.brand.com/de/">'
    '<link rel=alternate hreflang=fr href="https://fr.brand.com/">'
    '<link rel=alternate hreflang=x-default href="https://www.brand.com/">'
)
PLAIN = scope_of(page("<main>hello</main>"))
GERMAN = scope_of(page("<main>hallo</main>", "https://www.brand.com/de/", head=ALTERNATES, language="de"))
COUNTRY = scope_of(page("<main>hello</main>", "https://www.brand.com/en-gb/"))
HOST = "https://www.brand.com"


@pytest.mark.parametrize(
    ("scope", "url", "standing"),
    [
        (PLAIN, f"{HOST}/contact", Standing.IN),
        (PLAIN, "https://brand.com/contact", Standing.IN),
        (PLAIN, "http://www.brand.com/contact", Standing.IN),
        (PLAIN, "https://www.brand.com:8443/contact", Standing.OUTSIDE),
        (PLAIN, "https://jobs.brand.com/", Standing.OUTSIDE),
        (PLAIN, "https://brand.com.evil.net/", Standing.OUTSIDE),
        (PLAIN, "https://fr.brand.com/", Standing.ALTERNATE),
        (PLAIN, f"{HOST}/en-us/contact", Standing.ALTERNATE),
        (PLAIN, f"{HOST}/us/en/contact", Standing.ALTERNATE),
        (PLAIN, f"{HOST}/it/", Standing.IN),
        (PLAIN, f"{HOST}/my/account", Standing.IN),
        (PLAIN, f"{HOST}/?lang=fr", Standing.ALTERNATE),
        (PLAIN, f"{HOST}/?lang=en", Standing.IN),
        (GERMAN, f"{HOST}/de/kontakt", Standing.IN),
        (GERMAN, f"{HOST}/cart", Standing.IN),
        (GERMAN, f"{HOST}/en/contact", Standing.ALTERNATE),
        (GERMAN, "https://fr.brand.com/contact", Standing.ALTERNATE),
        (COUNTRY, f"{HOST}/en-gb/help", Standing.IN),
        (COUNTRY, f"{HOST}/en-us/help", Standing.ALTERNATE),
        (COUNTRY, f"{HOST}/fr_FR/help", Standing.ALTERNATE),
    ],
)
def test_standing_of_an_address(scope: Scope, url: str, standing: Standing) -> None:
    assert scope.standing(url) is standing


def test_a_home_without_locale_has_that_of_most_of_its_links() -> None:
    links = "".join(f'<a href="/en-us/p{number}">p</a>' for number in range(3)) + '<a href="/de-de/">Deutsch</a>'
    scope = scope_of(page(links))
    assert scope.prefix == "/en-us"
    assert scope.standing(f"{HOST}/en-us/contact") is Standing.IN
    assert scope.standing(f"{HOST}/de-de/kontakt") is Standing.ALTERNATE


def test_a_home_page_that_asks_for_a_country_leads_to_the_first_in_its_language() -> None:
    links = '<a href="/de/de/">Deutschland</a><a href="/gb/en/">UK</a><a href="/us/en/">US</a><a href="/x">x</a>'
    scope = scope_of(page(links))
    assert (scope.prefix, scope.language) == ("/gb/en", "en")
    assert scope.standing(f"{HOST}/gb/en/contact") is Standing.IN
    assert scope.standing(f"{HOST}/us/en/contact") is Standing.ALTERNATE
    other = scope_of(page('<a href="/de/de/">Deutschland</a><a href="/fr/fr/">France</a>'))
    assert (other.prefix, other.language) == ("/de/de", "de")


def test_a_language_switch_tells_a_locale_from_a_section() -> None:
    scope = scope_of(page('<header><a href="/fr/">Français</a><a href="/it/">IT solutions for all</a></header>'))
    assert scope.standing(f"{HOST}/fr/contact") is Standing.ALTERNATE
    assert scope.standing(f"{HOST}/it/servers") is Standing.IN


@pytest.mark.parametrize(
    ("body", "stage", "host", "admitted"),
    [
        ('<footer><a href="https://help.brand.com/">Help</a></footer>', Stage.HOME, "help.brand.com", True),
        ('<main><a href="https://help.brand.com/">Help</a></main>', Stage.OTHER, "help.brand.com", False),
        ('<main><a href="https://help.brand.com/">Help</a></main>', Stage.CONTACT, "help.brand.com", True),
        ('<footer><a href="https://brand.zendesk.com/hc">Help</a></footer>', Stage.HOME, "brand.zendesk.com", True),
        ('<footer><a href="https://other.zendesk.com/hc">Help</a></footer>', Stage.HOME, "other.zendesk.com", False),
        ('<footer><a href="https://other.com/">Partner</a></footer>', Stage.HOME, "other.com", False),
        ('<footer><a href="https://fr.brand.com/">Français</a></footer>', Stage.HOME, "fr.brand.com", False),
    ],
)
def test_hosts_that_the_site_names_as_its_own(body: str, stage: Stage, host: str, admitted: bool) -> None:
    seen = page(body, f"{HOST}/somewhere")
    scope = PLAIN.learn(seen, stage, seen.elements)
    assert (host in scope.hosts) is admitted
    assert (scope.standing(f"https://{host}/contact") is Standing.IN) is admitted


def test_a_help_desk_in_another_language_is_an_alternate() -> None:
    seen = page('<footer><a href="https://brand.zendesk.com/hc/en-us">Help</a></footer>')
    scope = PLAIN.learn(seen, Stage.HOME, seen.elements)
    assert scope.standing("https://brand.zendesk.com/hc/en-gb/articles/1") is Standing.IN
    assert scope.standing("https://brand.zendesk.com/hc/fr/articles/1") is Standing.ALTERNATE


def test_translations_of_a_page_are_not_crawled() -> None:
    head = (
        f'<link rel=alternate hreflang=de href="{HOST}/kontakt"><link rel=alternate hreflang=en href="{HOST}/contact">'
    )
    seen = page("<main>hello</main>", f"{HOST}/contact", head=head)
    scope = PLAIN.learn(seen, Stage.CONTACT, seen.elements)
    assert scope.standing(f"{HOST}/kontakt") is Standing.ALTERNATE
    assert scope.standing(f"{HOST}/contact") is Standing.IN


@pytest.mark.parametrize(
    ("url", "label", "own"),
    [
        ("https://brand.zendesk.com/hc", "brand", True),
        ("https://brand-support.zendesk.com/", "brand", True),
        ("https://intercom.help/brand/en", "brand", True),
        ("https://intercom.help/other/en", "brand", False),
        ("https://mybrand.freshdesk.com/", "my-brand", True),
        ("https://zendesk.com/", "brand", False),
        ("https://brand.zendesk.com.evil.test/", "brand", False),
        ("https://x.zendesk.com/", "", False),
    ],
)
def test_help_desks_bear_the_brand(url: str, label: str, own: bool) -> None:
    assert help_desk(url, label) is own


@pytest.mark.parametrize(
    ("path", "language", "other"),
    [
        ("/de/", "de", True),
        ("/de/kontakt", "de-AT", True),
        ("/it/", "en", False),
        ("/about", "de", False),
        ("/de/", "", False),
    ],
)
def test_a_page_of_another_language_under_two_letters_tells_that_these_are_a_locale(
    path: str, language: str, other: bool
) -> None:
    scope = scope_of(page("<main>hello</main>", language="en"))
    met = page("<main>hallo</main>", f"{HOST}{path}", language=language)
    assert scope.speaks_other(met) is other
    learned = scope.learn(met, Stage.OTHER, ())
    assert learned.standing(f"{HOST}/de/ueber-uns") is (Standing.ALTERNATE if other else Standing.IN)
