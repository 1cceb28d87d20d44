"""What committed pages say of where to go next."""

import asyncio
from collections.abc import Sequence

import pytest

from auditor.capture.scope import scope_of
from auditor.model.guide import Link
from auditor.model.page import Page
from spiders import field as module
from spiders.field import Field
from spiders.gatekeeper import Gatekeeper
from spiders.robots import Robots
from tests.spiders.breadth import BreadthGuide
from tests.spiders.offline import HOME, Offline
from tests.spiders.pages import page

CLOSES = Robots("https://www.brand.com", 200, "User-agent: *\nDisallow: /private\n")


class Meadow(Field):
    """A field of a home page, and a way to take pages in without an event loop."""

    def __init__(self, home: Page, robots: Robots = CLOSES) -> None:
        gatekeeper = Gatekeeper(Offline({}).fetcher, lambda host, seconds: None, [robots])
        super().__init__(scope_of(home), BreadthGuide(), gatekeeper)

    def learn(self, *pages: Page, depths: Sequence[int] = ()) -> list[str]:
        """Take in pages; the paths that robots.txt closes."""
        return [paths(link) for link in asyncio.run(self.take_in(pages, depths))]

    def waiting(self) -> list[str]:
        """The paths in the frontier, best first."""
        return [paths(link) for link in self.frontier.take(99)]


def paths(link: Link) -> str:
    return link.url.removeprefix(HOME)


def links(*hrefs: str) -> str:
    return "".join(f'<a href="{href}">Go to {href}</a>' for href in hrefs)


def test_links_lie_one_further_than_the_page_that_holds_them() -> None:
    field = Meadow(page(""))
    field.learn(page(links("/a")), page(links("/b"), f"{HOME}x"), depths=[0, 3])
    assert {paths(link): link.depth for link in field.frontier.take(9)} == {"a": 1, "b": 4}


def test_a_state_of_a_page_counts_from_where_the_page_was_committed() -> None:
    field = Meadow(page(""))
    field.learn(page(""), page("", f"{HOME}x"), depths=[0, 3])
    field.learn(page(f"<main>{links('/b')}</main>", f"{HOME}x"))
    assert [link.depth for link in field.frontier.take(9)] == [4]


def test_a_block_that_was_read_on_another_page_is_not_read_again() -> None:
    field = Meadow(page(""))
    menu = f"<header>{links('/menu')}</header>"
    field.learn(page(menu), depths=[0])
    field.frontier.take(9)
    field.learn(page(f"{menu}<main>{links('/new')}</main>", f"{HOME}x"), depths=[1])
    assert field.waiting() == ["new"]


def test_what_robots_txt_closes_is_given_back_best_first_and_once() -> None:
    field = Meadow(page(""))
    body = links("/private/b", "/private/a", "/private/contact", "/open")
    assert field.learn(page(body), depths=[0]) == ["private/contact", "private/a", "private/b"]
    assert field.learn(page(f"<main>{body}</main>", f"{HOME}x"), depths=[1]) == []
    assert field.waiting() == ["open"]


def test_of_thousands_of_closed_pages_the_best_are_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CLOSED", 2)
    field = Meadow(page(""))
    assert field.learn(page(links(*(f"/private/{n}" for n in range(5)))), depths=[0]) == ["private/0", "private/1"]
    assert field.learn(page(f"<p>{links('/private/4')}", f"{HOME}x"), depths=[1]) == ["private/4"]


def test_links_from_elsewhere_are_taken_in_when_they_lead_to_the_site() -> None:
    field = Meadow(page(""))
    found = [Link(url, "", "", "", 9) for url in (f"{HOME}a", "https://elsewhere.com/", f"{HOME}private/x")]
    assert [paths(link) for link in asyncio.run(field.add(found))] == ["private/x"]
    assert field.waiting() == ["a"]


def test_a_host_of_the_brand_is_followed_from_when_a_page_names_it_as_its_own() -> None:
    field = Meadow(page(""))
    field.learn(page(links("https://help.brand.com/early", "https://elsewhere.com/")), depths=[0])
    assert field.waiting() == []
    assert not field.within("https://help.brand.com/")
    field.learn(page(f"<footer>{links('https://help.brand.com/start')}</footer>", f"{HOME}x"), depths=[1])
    assert field.waiting() == ["https://help.brand.com/early", "https://help.brand.com/start"]
    assert field.within("https://help.brand.com/")


def test_roots_of_other_locales_are_told_in_order_and_not_followed() -> None:
    home = page(links("/en-gb/a", "/en-gb/b", "/en-gb/c", "/fr-fr/x", "/de-de/y", "/fr-fr/z"), f"{HOME}en-gb/")
    field = Meadow(home)
    field.learn(home, depths=[0])
    assert field.alternates == (f"{HOME}de-de/", f"{HOME}fr-fr/")
    assert sorted(field.waiting()) == ["en-gb/a", "en-gb/b", "en-gb/c"]


def test_the_robots_txt_of_a_new_host_is_read_before_it_is_asked_for_a_page() -> None:
    offline = Offline({"https://help.brand.com/robots.txt": "User-agent: *\nDisallow: /"})
    gatekeeper = Gatekeeper(offline.fetcher, lambda host, seconds: None, [CLOSES])
    home = page(f"<footer>{links('https://help.brand.com/start')}</footer>")
    field = Field(scope_of(home), BreadthGuide(), gatekeeper)
    asyncio.run(field.take_in([home], [0]))
    assert offline.asked == ["https://help.brand.com/robots.txt"]
