"""Pages as servers send them: what of one that was rendered is taken over by another, and what is not."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.capture.html import parse_html
from auditor.model.page import Box, Page
from auditor.model.terms import Device, Region, Seen
from auditor.visitor.nodes import Node
from auditor.visitor.views import views

HOST = "https://shop.test"
HEADER = '<header><a href="/">Shop</a><nav><a href="/lamps">Lamps</a><a href="/contact">Contact</a></nav></header>'
FOOTER = '<footer><a href="/imprint">Imprint</a></footer>'
SHEET = "<link rel=stylesheet href=/shop.css><script src=/shop.js></script>"
WIDGET = "<script src=https://chat.test/box.js></script>"
BOX = Box(10, 20, 80, 20)


def page(path: str, body: str, *, kind: str = "", header: str = HEADER, head: str = SHEET) -> Page:
    """A page as sent, with the frame of the shop around its content."""
    marked = f' class="{kind}"' if kind else ""
    html = f"<html><head>{head}</head><body{marked}>{header}<main><h1>{body}</h1></main>{FOOTER}</body></html>"
    return parse_html(html.encode(), url=HOST + path)


def shown(sent: Page, **looks: bool) -> Page:
    """The page as rendered, all of it visible but what `looks` says otherwise by its name."""
    elements = [replace(e, visible=looks.get(e.name, True), box=BOX) for e in sent.elements]
    return replace(sent, device=Device.DESKTOP, elements=tuple(elements), viewport=(1366, 768))


def seen(sent: list[Page], rendered: list[Page], path: str) -> tuple[dict[str, Any], Seen]:
    """Which elements of a page are taken for visible, by their names, and how the page counts as seen."""
    view = views(sent, rendered, (), Device.DESKTOP).views[Node(HOST + path)]
    return {e.name: e.visible for e in view.page.elements if e.href}, view.seen


def test_a_page_of_the_same_making_takes_over_header_and_footer() -> None:
    home, lamp = page("/", "Home", kind="shop"), page("/lamps", "Lamps", kind="shop")
    found, how = seen([home, lamp], [shown(home, Lamps=False)], "/lamps")
    assert (found, how) == ({"Shop": True, "Lamps": False, "Contact": True, "Imprint": True}, Seen.INHERITED)


def test_a_stripped_header_of_a_checkout_is_not_that_of_the_other_pages() -> None:
    stripped = '<header><a href="/">Shop</a></header>'
    home, checkout = page("/", "Home"), page("/checkout", "Checkout", header=stripped)
    found, how = seen([home, checkout], [shown(home)], "/checkout")
    assert (found, how) == ({"Shop": None, "Imprint": True}, Seen.STATIC)


@pytest.mark.parametrize(
    ("others", "kind"),
    [(["shop"], "shop no-header"), (["shop with-header", "shop with-header wide"], "shop")],
    ids=["hidden by a class", "hidden for want of one"],
)
def test_a_header_that_a_class_of_the_body_may_hide_is_not_taken_over(others: list[str], kind: str) -> None:
    rendered = [page(f"/a{number}", "A", kind=other) for number, other in enumerate(others)]
    campaign = page("/sale", "Sale", kind=kind)
    found, how = seen([*rendered, campaign], [shown(each) for each in rendered], "/sale")
    assert (set(found.values()), how) == ({None}, Seen.STATIC)


@pytest.mark.parametrize("kind", ["shop product-desk-lamp", "shop postid-17"])
def test_a_class_of_the_body_that_names_the_page_changes_nothing(kind: str) -> None:
    lamp, other = page("/desk-lamp", "Desk lamp", kind=kind), page("/floor", "Floor lamp", kind="shop postid-4")
    assert seen([other, lamp], [shown(other)], "/desk-lamp")[1] is Seen.INHERITED


def test_a_widget_that_is_on_help_pages_only_stands_on_these_only() -> None:
    help_page, home, other = page("/help", "Help", head=SHEET + WIDGET), page("/", "Home"), page("/lamps", "Lamps")
    more = page("/help/returns", "Returns", head=SHEET + WIDGET)
    launcher = replace(
        help_page.elements[0], name="Chat", href="#chat", region=Region.FLOATING, visible=True, box=BOX, block=0
    )
    opened = shown(help_page)
    rendered = [replace(opened, elements=(*opened.elements, launcher)), shown(home)]
    everything = [help_page, home, other, more]
    assert "Chat" in seen(everything, rendered, "/help/returns")[0]
    assert "Chat" not in seen(everything, rendered, "/lamps")[0]


def test_a_footer_stands_lower_on_longer_pages_and_its_place_is_not_claimed() -> None:
    home, long = page("/", "Home"), page("/lamps", "Lamps " * 400)
    view = views([home, long], [shown(home)], (), Device.DESKTOP).views[Node(f"{HOST}/lamps")]
    boxes = {e.name: e.box for e in view.page.elements if e.href}
    assert (boxes["Imprint"], boxes["Shop"]) == (None, BOX)


def test_the_active_item_of_a_menu_makes_no_other_menu() -> None:
    active = HEADER.replace('href="/lamps"', 'href="/lamps" class="is-active" aria-current=page')
    home, lamps = page("/", "Home"), page("/lamps", "Lamps", header=active)
    assert seen([home, lamps], [shown(home)], "/lamps") == (
        {"Shop": True, "Lamps": True, "Contact": True, "Imprint": True},
        Seen.INHERITED,
    )


@pytest.mark.parametrize("first", [True, False])
def test_a_template_that_lies_makes_no_claim_once_a_check_has_shown_it(first: bool) -> None:
    told, check, other = (page(path, "Lamp") for path in ("/a", "/b", "/c"))
    before = seen([told, check, other], [shown(told)], "/c")[0]
    looks = shown(told, Contact=first), shown(check, Contact=not first)
    after, how = seen([told, check, other], list(looks), "/c")
    assert (before["Contact"], after["Contact"], after["Lamps"], how) == (True, None, True, Seen.INHERITED)


def test_a_widget_that_a_check_does_not_show_is_in_doubt_on_other_pages() -> None:
    told, check, other = (page(path, "Lamp") for path in ("/a", "/b", "/c"))
    opened = shown(told)
    launcher = replace(told.elements[0], name="Chat", href="#chat", region=Region.FLOATING, visible=True, block=0)
    floating = replace(opened, elements=(*opened.elements, launcher))
    assert seen([told, check, other], [floating], "/c")[0]["Chat"] is True
    assert seen([told, check, other], [floating, shown(check)], "/c")[0]["Chat"] is None
