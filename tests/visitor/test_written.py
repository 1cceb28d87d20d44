"""Ways to be reached that scripts write: known of other pages only where every page that was rendered has them."""

from typing import Any

import pytest

from auditor.model.page import Block, Element
from auditor.model.terms import Region, Seen
from auditor.visitor.views import Node

HEADER = Block("header", Region.HEADER, "header")
LONG = "Our boots are made by hand in a small workshop in the hills. " * 5
NUMBER = "Call us: 0131 229 4512"


def number(site: Any, region: Region, text: str = NUMBER) -> Element:
    element: Element = site.text(text, region=region, block=1 if region is Region.HEADER else 0, selector=f"p.{text}")
    return element


def shop(site: Any, *shown: list[Element], pages: int = 4) -> Any:
    """Pages of one template that are sent alike; the first are rendered, each with what scripts add to it.

    The view of the last, which was not rendered.
    """
    own = [site.text(LONG), site.link("Help", "help", Region.HEADER, block=1)]
    for place in range(pages):
        site.send(f"boots-{place}", *own, blocks=(HEADER,))
    for place, more in enumerate(shown):
        site.show(f"boots-{place}", *own, *more, blocks=(HEADER,))
    return site.views().views[Node(site.url(f"boots-{pages - 1}"))]


def told(view: Any) -> list[str]:
    return [element.text for element in view.page.elements if "0131" in element.text]


def test_a_number_in_the_content_is_that_of_its_page_only(site: Any) -> None:
    view = shop(site, [number(site, Region.MAIN)], [number(site, Region.MAIN, "Call us: 0131 229 4513")])
    assert (view.seen, told(view)) == (Seen.STATIC, [])


@pytest.mark.parametrize("first", [True, False])
def test_a_number_on_some_pages_only_leaves_the_others_open(site: Any, first: bool) -> None:
    with_number = [number(site, Region.MAIN)]
    view = shop(site, with_number if first else [], [] if first else with_number)
    assert (view.seen, told(view)) == (Seen.STATIC, [])


def test_a_number_that_scripts_take_away_leaves_the_others_open(site: Any) -> None:
    site.send("boots-0", site.text(LONG), number(site, Region.MAIN))
    site.send("boots-1", site.text(LONG), number(site, Region.MAIN))
    site.show("boots-0", site.text(LONG))
    assert site.views().views[Node(site.url("boots-1"))].seen is Seen.STATIC


def test_a_number_that_scripts_write_into_every_header_stands_in_all(site: Any) -> None:
    header = [number(site, Region.HEADER), site.link("Contact", "contact", Region.HEADER, block=1)]
    view = shop(site, header, header)
    assert (view.seen, told(view)) == (Seen.INHERITED, [NUMBER])
    assert [e.name for e in view.page.elements if e.visible and e.name] == ["Help", "Contact"]


@pytest.mark.parametrize("second", [None, [], ["Call us: 0131 229 4513"]])
def test_a_number_in_one_header_that_another_lacks_is_not_known_of_a_third(site: Any, second: list[str] | None) -> None:
    more = [] if second is None else [[number(site, Region.HEADER, text) for text in second]]
    view = shop(site, [number(site, Region.HEADER)], *more)
    assert (view.seen, told(view)) == (Seen.STATIC, [])


def test_where_scripts_write_nothing_of_contact_all_is_inherited_as_before(site: Any) -> None:
    greeting = [site.text("Hello again", region=Region.HEADER, block=1), site.text("In stock")]
    view = shop(site, greeting, [])
    assert (view.seen, [e.text for e in view.page.elements]) == (Seen.INHERITED, [LONG, "Help"])
