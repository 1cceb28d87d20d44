"""What pages that were not rendered inherit from one that was."""

from dataclasses import replace
from typing import Any

from auditor.model.page import Block, Box
from auditor.model.terms import Action, Device, Region, Seen
from auditor.visitor.views import Node

FOOTER = Block("footer", Region.FOOTER, "footer")
HEADER = Block("header", Region.HEADER, "header")


def shop(site: Any, **second: Any) -> Any:
    """Two pages of one template, of which the first was rendered; its footer hides one of two links."""
    contact = site.link("Contact", "contact", region=Region.FOOTER, block=1)
    old = site.link("Old", "old", region=Region.FOOTER, block=1)
    site.send("", site.link("Shoes", "shoes"), contact, old, blocks=(FOOTER,))
    site.show("", site.link("Shoes", "shoes"), contact, replace(old, visible=False), blocks=(FOOTER,))
    site.send("shoes", site.link("Boots", "boots"), contact, old, **{"blocks": (FOOTER,), **second})
    return site.views().views[Node(site.url("shoes"))]


def seen(view: Any) -> dict[str, bool | None]:
    return {element.name: element.visible for element in view.page.elements}


def test_an_equal_block_is_inherited_and_the_content_is_not(site: Any) -> None:
    view = shop(site)
    assert seen(view) == {"Boots": None, "Contact": True, "Old": False}
    assert view.seen is Seen.INHERITED


def test_breadcrumbs_are_content_of_their_page(site: Any) -> None:
    crumbs = Block("crumbs of shoes", Region.NAV, "nav")
    view = shop(site, blocks=(FOOTER, crumbs))
    assert (view.seen, seen(view)["Boots"]) == (Seen.INHERITED, None)


def test_a_footer_makes_no_claim_about_its_place(site: Any) -> None:
    assert [element.box for element in shop(site).page.elements] == [None, None, None]


def test_a_header_keeps_its_place(site: Any) -> None:
    help_link = site.link("Help", "help", region=Region.HEADER, block=1, box=Box(900, 20, 60, 20))
    for path in ("", "shoes"):
        site.send(path, help_link, blocks=(HEADER,))
    site.show("", help_link, blocks=(HEADER,))
    assert site.views().views[Node(site.url("shoes"))].page.elements[0].box == Box(900, 20, 60, 20)


def test_another_digest_style_sheet_or_script_inherits_nothing(site: Any) -> None:
    for other in (
        {"blocks": (Block("another footer", Region.FOOTER, "footer"),)},
        {"styles": ("https://shop.test/sale.css",)},
        {"scripts": ("https://shop.test/sale.js",)},
    ):
        fresh = type(site)()
        view = shop(fresh, **other)
        assert view.seen is Seen.STATIC, other
        assert set(seen(view).values()) == {None}, other


def test_another_template_inherits_the_block_but_not_the_page(site: Any) -> None:
    view = shop(site, template="another")
    assert (view.seen, seen(view)["Contact"]) == (Seen.STATIC, True)


def test_what_scripts_let_float_stands_on_pages_of_the_same_template(site: Any) -> None:
    launcher = site.button("Chat", region=Region.FLOATING, block=1, sticky=True)
    site.send("")
    site.show("", launcher, site.link("Sale", "sale"), blocks=(Block("float", Region.FLOATING, "#chat"),))
    site.send("shoes")
    site.send("imprint", template="another")
    views = site.views().views
    assert seen(views[Node(site.url("shoes"))]) == {"Chat": True}
    assert seen(views[Node(site.url("imprint"))]) == {}


def test_a_menu_is_inherited_with_the_block_that_holds_its_control(site: Any) -> None:
    menu = site.button("Menu", region=Region.HEADER, block=1)
    contact = site.link("Contact", "contact", region=Region.HEADER, block=1)
    advert = site.link("Advert", "advert")
    for path in ("", "shoes"):
        site.send(path, menu, contact, blocks=(HEADER,))
    site.show("", menu, replace(contact, visible=False), blocks=(HEADER,))
    site.show("", menu, contact, advert, state="/m", blocks=(HEADER,))
    site.press("", "button.Menu", name="Menu", state_after="/m")
    found = site.views()
    state = found.views[Node(site.url("shoes"), "/m")]
    assert (state.seen, seen(state)) == (Seen.INHERITED, {"Contact": True})
    moves = [(move.source, move.target, move.action) for move in found.moves]
    assert (Node(site.url("shoes")), Node(site.url("shoes"), "/m"), Action.OPEN) in moves


def test_a_chat_window_is_inherited_with_its_floating_launcher(site: Any) -> None:
    block = Block("float", Region.FLOATING, "#chat")
    launcher = site.button("Chat", region=Region.FLOATING, block=1)
    site.send("")
    site.send("shoes")
    site.show("", launcher, blocks=(block,))
    site.show(
        "", launcher, site.text("Type your message", region=Region.FLOATING, block=1), state="/c", blocks=(block,)
    )
    site.press("", "button.Chat", name="Chat", state_after="/c", action=Action.LAUNCH)
    state = site.views().views[Node(site.url("shoes"), "/c")]
    assert [element.text for element in state.page.elements] == ["Type your message"]


def test_a_launcher_that_was_sent_with_the_content_floats_all_the_same(site: Any) -> None:
    launcher = site.button("Chat", region=Region.FLOATING, block=1)
    block = Block("float", Region.FLOATING, "#chat")
    sent = replace(launcher, region=Region.MAIN, block=0)
    for path, template in (("", "t"), ("shoes", "t"), ("cart", "another"), ("sale", "a third")):
        site.send(path, sent, template=template)
    site.send("plain")
    site.show("", launcher, blocks=(block,))
    site.show("cart", launcher, template="another", blocks=(block,))
    site.show(
        "", launcher, site.text("Type your message", region=Region.FLOATING, block=1), state="/c", blocks=(block,)
    )
    site.press("", "button.Chat", name="Chat", state_after="/c", action=Action.LAUNCH)
    views = site.views().views
    assert seen(views[Node(site.url("shoes"))]) == {"Chat": True}
    assert {node.url.rpartition("/")[2] for node in views if node.state == "/c"} == {"", "shoes", "cart", "sale"}


def test_a_rendered_page_has_the_menu_that_was_opened_on_another(site: Any) -> None:
    menu = site.button("+ Menu", region=Region.HEADER, block=1)
    contact = site.link("Contact", "contact", region=Region.HEADER, block=1)
    for path in ("", "shoes"):
        site.send(path, replace(menu, name="Menu"), contact, blocks=(HEADER,))
        site.show(path, menu, replace(contact, visible=False), blocks=(HEADER,))
    site.show("", menu, contact, state="/m", blocks=(HEADER,))
    site.press("", menu.selector, name="+ Menu", state_after="/m")
    found = site.views()
    assert seen(found.views[Node(site.url("shoes"), "/m")]) == {"Contact": True}
    assert found.tried[Node(site.url("shoes"))] == {"menu"}


def test_a_rendered_page_is_taken_as_it_is(site: Any) -> None:
    shop(site)
    site.show("shoes", site.link("Boots", "boots"))
    view = site.views().views[Node(site.url("shoes"))]
    assert (view.seen, seen(view)) == (Seen.RENDERED, {"Boots": True})


def test_each_device_has_views_of_its_own(site: Any) -> None:
    shop(site)
    view = site.views(Device.MOBILE).views[Node(site.url(""))]
    assert (view.seen, set(seen(view).values())) == (Seen.STATIC, {None})


def test_a_press_that_failed_tried_nothing(site: Any) -> None:
    site.show("", site.button("Menu"))
    site.press("", "button.Menu", name="Menu")
    assert site.views().tried == {Node(site.url("")): frozenset({"button.Menu"})}


def test_a_press_that_led_away_is_not_taken_for_made_on_other_pages(site: Any) -> None:
    contact = site.button("Contact")
    for path in ("", "shoes"):
        site.send(path)
        site.show(path, contact)
    site.press("", contact.selector, name="Contact", navigated_to=site.url("contact"))
    views = site.views()
    assert contact.selector in views.tried[Node(site.url(""))]
    assert not views.tried.get(Node(site.url("shoes")), frozenset())
