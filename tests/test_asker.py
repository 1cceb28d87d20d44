"""How far the guide has come with asking the site's own search."""

from collections.abc import Mapping

import pytest

from auditor.asker import Asker
from auditor.capture.html import parse_html
from auditor.capture.layout import parse_snapshot
from auditor.model.page import Page
from auditor.model.terms import Action, Device, PageStatus
from auditor.model.vocabulary import Vocabulary
from tests.captures import ORIGIN, laid_out, page

GET = '<form action="/search"><input type="search" name="q"></form>'
FIELD = '<input id="words" type="search">'
SHOP = "<main><h1>Shop</h1></main>"
WORDS = Vocabulary.load(())
CONTACT, PHONE = f"{ORIGIN}/search?q=contact", f"{ORIGIN}/search?q=phone"


def sent(url: str, body: str) -> Page:
    return parse_html(page(body).encode(), url=url)


def shown(body: str, path: str = "/") -> Page:
    return parse_snapshot(laid_out(page(body), Device.DESKTOP), url=ORIGIN + path, device=Device.DESKTOP)


def asker(body: str, statuses: Mapping[str, PageStatus] | None = None) -> Asker:
    """An asker that has seen the home page and named what to ask for."""
    made = Asker(lambda: statuses or {})
    made.take(sent(f"{ORIGIN}/", body), f"{ORIGIN}/")
    made.take(shown(body), f"{ORIGIN}/")
    made.searches(WORDS)
    return made


def typed(made: Asker, body: str, path: str = "/") -> list[str]:
    return [press.name for press in made.presses(shown(body, path), WORDS) if press.action is Action.SEARCH]


def test_the_addresses_of_what_a_search_finds_are_named() -> None:
    made = asker(GET)
    assert [link.url for link in made.searches(WORDS)] == [CONTACT, PHONE]
    assert made.asks_for(PHONE) and not made.asks_for(f"{ORIGIN}/search?q=lamp")
    assert made.found(sent(CONTACT, "<h1>Results</h1>"), WORDS)
    assert made.found(sent(f"{ORIGIN}/find?s=Phone", "<h1>Results</h1>"), WORDS)
    assert not made.found(sent(f"{ORIGIN}/search?q=lamp", "<h1>Results</h1>"), WORDS)
    assert asker(SHOP).searches(WORDS) == ()
    assert Asker(dict).searches(WORDS) == ()


def test_words_are_typed_where_no_address_tells_what_a_search_finds() -> None:
    assert typed(asker(FIELD), FIELD) == ["contact", "phone"]
    assert typed(asker(FIELD), FIELD, path="/help") == []
    assert typed(asker(SHOP), SHOP) == []


@pytest.mark.parametrize(("answered", "words"), [("<main><h1>Results</h1></main>", []), (SHOP, ["contact", "phone"])])
def test_words_are_typed_where_the_address_of_a_search_shows_the_home_page(answered: str, words: list[str]) -> None:
    made = asker(GET + SHOP)
    made.take(sent(CONTACT, GET + answered), f"{ORIGIN}/")
    assert typed(made, GET + SHOP) == words


@pytest.mark.parametrize("status", [PageStatus.CLOSED, PageStatus.BLOCKED])
def test_nothing_is_typed_into_a_search_that_the_site_closes(status: PageStatus) -> None:
    assert typed(asker(GET + SHOP, {CONTACT: status}), GET + SHOP) == []
