"""The pages that sitemaps name."""

import asyncio
from collections.abc import Mapping

import pytest

from auditor.capture.scope import scope_of
from spiders import discovery
from spiders.discovery import DEPTH, Discovery, discover
from spiders.gatekeeper import Gatekeeper
from tests.spiders.offline import HOME, Offline
from tests.spiders.pages import page
from tests.spiders.small_server import Reply

ROBOTS, DEFAULT = f"{HOME}robots.txt", f"{HOME}sitemap.xml"


def urls(*names: str, kind: str = "urlset", entry: str = "url") -> Reply:
    rows = "".join(f"<{entry}><loc>{name if ':' in name else HOME + name}</loc></{entry}>" for name in names)
    return Reply(200, f"<{kind}>{rows}</{kind}>")


def index(*names: str) -> Reply:
    return urls(*names, kind="sitemapindex", entry="sitemap")


def found(routes: Mapping[str, Reply], offline: Offline | None = None) -> tuple[list[str], list[str]]:
    """The files read and the pages they name, without the home's address."""
    offline = offline or Offline(routes)
    gatekeeper = Gatekeeper(offline.fetcher, lambda host, seconds: None)
    result = asyncio.run(discover(offline.fetcher, gatekeeper, scope_of(page("<a href=/x>X</a>"))))
    return [u.removeprefix(HOME) for u in result.files], [u.removeprefix(HOME) for u in result.pages]


def test_without_a_word_in_robots_txt_the_usual_place_is_tried() -> None:
    assert found({DEFAULT: urls("a", "b")}) == (["sitemap.xml"], ["a", "b"])


def test_what_robots_txt_names_replaces_the_usual_place() -> None:
    robots = Reply(200, f"Sitemap: {HOME}products.xml\nSitemap: {HOME}pages.xml\n")
    routes = {ROBOTS: robots, DEFAULT: urls("no"), f"{HOME}pages.xml": urls("a"), f"{HOME}products.xml": urls("b")}
    assert found(routes) == (["pages.xml", "products.xml"], ["a", "b"])


def test_sitemaps_of_sitemaps_are_read_once_each() -> None:
    routes = {DEFAULT: index("sitemap.xml", "one.xml", "one.xml"), f"{HOME}one.xml": index("sitemap.xml", "two.xml")}
    assert found({**routes, f"{HOME}two.xml": urls("a")}) == (["sitemap.xml", "one.xml", "two.xml"], ["a"])


def test_an_index_of_thousands_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "MAX_FILES", 3)
    names = [f"{number}.xml" for number in range(9)]
    offline = Offline({DEFAULT: index(*names), **{HOME + name: urls(f"p{name}") for name in names}})
    assert found({}, offline)[0] == ["sitemap.xml", "0.xml", "1.xml"]
    assert len(offline.asked) == 4


def test_a_sitemap_on_another_host_is_not_asked_for() -> None:
    robots = Reply(200, "Sitemap: https://maps.elsewhere.com/all.xml\nSitemap: https://brand.com/bare.xml\n")
    offline = Offline({ROBOTS: robots, "https://brand.com/bare.xml": urls("a")})
    assert found({}, offline) == (["https://brand.com/bare.xml"], ["a"])
    assert not any("elsewhere" in url for url in offline.asked)


def test_pages_are_kept_once_in_order_when_they_are_pages_of_the_site() -> None:
    names = ("b", "a", "b?utm_source=x", "https://www.elsewhere.com/", "terms.pdf", "logout", "mailto:a@brand.com")
    assert found({DEFAULT: urls(*names)})[1] == ["b", "a"]


@pytest.mark.parametrize("answer", [Reply(500, "<urlset/>"), Reply(404), Reply(200, "<html>No map</html>")])
def test_a_sitemap_that_is_none_names_nothing(answer: Reply) -> None:
    assert found({DEFAULT: answer}) == (["sitemap.xml"], [])


def test_its_links_have_no_words_and_stand_as_far_from_home_as_can_be() -> None:
    links = Discovery(("https://a.test/map.xml",), ("https://a.test/x",)).links()
    assert [(link.url, link.text, link.source, link.depth) for link in links] == [
        ("https://a.test/x", "", "https://a.test/map.xml", DEPTH)
    ]
    assert Discovery((), ("https://a.test/x",)).links()[0].source == ""
