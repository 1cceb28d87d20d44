"""What a page that was not rendered takes over, block by block."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Block, Box, Field, Form
from auditor.model.terms import Action, Device, Region, Seen
from auditor.visitor.exemplar import Exemplar, exemplar_of
from auditor.visitor.inherit import Inheritance
from auditor.visitor.nodes import Node

HEADER = Block("header", Region.HEADER, "header")
FOOTER = Block("footer", Region.FOOTER, "footer")
MAIL = Field("email", "mail", "")
FORM = Form("#news", "/news", "post", (MAIL,), "", "", Region.FOOTER, 1)


def sent(site: Any, path: str, *elements: Any, blocks: tuple[Block, ...] = (FOOTER,), **more: Any) -> Any:
    unseen = [replace(element, visible=None, box=None) for element in elements]
    return site.made(path, unseen, Device.ANY, blocks=blocks, viewport=(0, 0), **more)


def exemplar(site: Any, path: str, *elements: Any, visible: bool = True, **more: Any) -> Exemplar:
    """A page that was rendered, all of it visible or not."""
    before = sent(site, path, *elements, **more)
    shown = tuple(replace(element, visible=visible) for element in elements)
    forms = tuple(
        replace(f, visible=visible, fields=tuple(replace(e, visible=visible) for e in f.fields)) for f in before.forms
    )
    after = replace(before, device=Device.DESKTOP, elements=shown, forms=forms, viewport=(1366, 768))
    return exemplar_of(before, after, {}, [], frozenset())


def looks(site: Any, page: Any, *exemplars: Exemplar) -> tuple[list[bool | None], Seen]:
    """How the elements of a page are taken for visible, and how the page counts as seen."""
    view = Inheritance(exemplars).of(page, Device.DESKTOP).views[Node(page.url)]
    return [element.visible for element in view.page.elements], view.seen


def test_without_an_exemplar_a_page_stays_as_sent(site: Any) -> None:
    page = sent(site, "a", site.link("Help", "help"))
    found = Inheritance(()).of(page, Device.DESKTOP)
    (view,) = found.views.values()
    assert (view.page is page, view.seen, found.moves, found.tried) == (True, Seen.STATIC, (), frozenset())


def test_of_several_exemplars_the_first_by_url_counts_and_nothing_on_which_they_do_not_agree(site: Any) -> None:
    box, lower, sticky = Box(0, 0, 80, 20), Box(0, 60, 80, 20), {"block": 1, "sticky": True}
    link, moved = (site.link("Help", "help", box=place, **sticky) for place in (box, lower))
    page = sent(site, "c", link)
    one, same, other = exemplar(site, "a", link), exemplar(site, "b", moved), exemplar(site, "d", link, visible=False)
    assert looks(site, page, one, same) == looks(site, page, same, one) == ([True], Seen.INHERITED)
    (view,) = Inheritance((same, one)).of(page, Device.DESKTOP).views.values()
    assert view.page.elements[0].box == box
    assert looks(site, page, one, other) == looks(site, page, other, one) == ([None], Seen.INHERITED)


def test_an_exemplar_of_the_same_template_goes_before_another(site: Any) -> None:
    link = site.link("Help", "help", block=1)
    other, own = exemplar(site, "a", link, visible=False, template="other"), exemplar(site, "b", link)
    assert looks(site, sent(site, "c", link), other, own)[0] == [True]


def test_a_block_with_more_elements_than_the_exemplars_is_not_the_same_after_all(site: Any) -> None:
    link, more = site.link("Help", "help", block=1), site.link("More", "more", block=1)
    assert looks(site, sent(site, "b", link, more), exemplar(site, "a", link)) == ([None, None], Seen.STATIC)


@pytest.mark.parametrize(
    ("region", "seen"),
    [
        (Region.HEADER, Seen.STATIC),
        (Region.FLOATING, Seen.STATIC),
        (Region.NAV, Seen.INHERITED),
        (Region.ASIDE, Seen.INHERITED),
    ],
)
def test_a_page_counts_as_inherited_when_all_that_frames_its_content_is(site: Any, region: Region, seen: Seen) -> None:
    link, own = site.link("Help", "help", block=1), site.link("Own", "own", block=2)
    page = sent(site, "b", link, own, blocks=(FOOTER, Block("its own", region, "div")))
    assert looks(site, page, exemplar(site, "a", link)) == ([True, None], seen)


def test_a_page_whose_content_is_the_exemplars_own_is_inherited_though_its_template_is_not(site: Any) -> None:
    page = replace(sent(site, "b", site.text("Sorry")), template="another")
    twin = exemplar(site, "a", site.text("Sorry"))
    twin_page = replace(page, blocks=twin.sent.blocks)
    assert looks(site, twin_page, twin) == ([True], Seen.INHERITED)
    assert looks(site, page, twin)[1] is Seen.STATIC


def test_a_form_of_an_inherited_block_is_seen_with_its_fields(site: Any) -> None:
    inheritance = Inheritance([exemplar(site, "a", forms=[FORM], visible=False)])
    (view,) = inheritance.of(sent(site, "b", forms=[FORM, replace(FORM, block=0)]), Device.DESKTOP).views.values()
    assert [(form.visible, form.fields[0].visible) for form in view.page.forms] == [(False, False), (None, None)]


def test_inherited_blocks_are_told_from_those_that_were_sent(site: Any) -> None:
    given = exemplar(site, "a", site.link("Help", "help", block=1))
    page = sent(site, "b", site.link("Help", "help", block=1))
    blocks = [
        [block.digest for block in Inheritance([given]).of(page, device).views[Node(page.url)].page.blocks]
        for device in (Device.DESKTOP, Device.MOBILE)
    ]
    assert blocks[0][0] == blocks[1][0] == page.blocks[0].digest
    assert len({page.blocks[1].digest, blocks[0][1], blocks[1][1]}) == 3


@pytest.mark.parametrize(("own", "weight"), [(10, 500), (900, 900)])
def test_a_page_weighs_what_its_exemplar_weighs_or_more(site: Any, own: int, weight: int) -> None:
    given = exemplar(site, "a", weight=500)
    (view,) = Inheritance([given]).of(sent(site, "b", weight=own), Device.DESKTOP).views.values()
    assert (view.page.weight, view.page.viewport, view.page.device) == (weight, (1366, 768), Device.DESKTOP)


@pytest.mark.parametrize(("template", "tried"), [("t", {"tab", "menu"}), ("another", {"menu"})])
def test_what_was_pressed_in_the_content_was_tried_on_pages_of_the_template_only(
    site: Any, template: str, tried: set[str]
) -> None:
    menu, tab = site.button("Menu", Region.HEADER, block=1), site.button("Tab")
    for path, one in (("a", "t"), ("b", template)):
        site.send(path, menu, tab, blocks=(HEADER,), template=one)
    site.show("a", menu, tab, blocks=(HEADER,))
    for button in (menu, tab):
        site.press("a", button.selector, name=button.name)
    assert site.views().tried[Node(site.url("b"))] == tried


def test_states_within_states_are_inherited_with_the_moves_between_them(site: Any) -> None:
    menu, more = (site.button(name, Region.HEADER, block=1) for name in ("Menu", "More"))
    number = site.text("020", region=Region.HEADER, block=1)
    for path in ("a", "b"):
        site.send(path, menu, blocks=(HEADER,))
    for state, shown in (("", [menu]), ("/m", [menu, more]), ("/m/n", [menu, more, number])):
        site.show("a", *shown, state=state, blocks=(HEADER,))
    site.press("a", menu.selector, name="Menu", state_after="/m")
    site.press("a", more.selector, name="More", state_before="/m", state_after="/m/n", action=Action.REVEAL)
    found = site.views()
    page = site.url("b")
    assert [(m.source.state, m.target.state, m.action) for m in found.moves if m.source.url == page] == [
        ("", "/m", Action.OPEN),
        ("/m", "/m/n", Action.REVEAL),
    ]
    assert [e.text for e in found.views[Node(page, "/m/n")].page.elements] == ["020"]
    assert found.views[Node(page, "/m/n")].seen is Seen.INHERITED


def test_a_rendered_page_keeps_its_own_look_and_takes_over_states_only(site: Any) -> None:
    menu = site.button("Menu", Region.HEADER, block=1)
    contact = site.link("Contact", "contact", Region.HEADER, block=1)
    given = exemplar(site, "a", menu, visible=True, blocks=(HEADER,))
    page = sent(site, "b", menu, blocks=(HEADER,))
    rendered = replace(page, device=Device.DESKTOP, elements=(replace(contact, visible=False),))
    (view,) = Inheritance([given]).states_of(page, rendered).views.values()
    assert (view.page is rendered, view.seen) == (True, Seen.RENDERED)


def test_a_template_whose_content_scripts_write_tells_nothing_of_other_pages(site: Any) -> None:
    link = site.link("Help", "help", block=1)
    plain = exemplar(site, "a", link)
    made = replace(plain.rendered, elements=(*plain.rendered.elements, site.text("Call us: 0131 229 4512")))
    scripted = exemplar_of(sent(site, "b", link), made, {}, [], frozenset())
    page = sent(site, "c", link)
    assert looks(site, page, plain) == ([True], Seen.INHERITED)
    assert looks(site, page, plain, scripted) == ([True], Seen.STATIC)


def test_a_page_of_the_same_bytes_is_not_the_same_page_when_scripts_fill_it(site: Any) -> None:
    shell = exemplar(site, "")
    filled = replace(shell.rendered, elements=(site.text("Call us: 0131 229 4512"),))
    page = replace(sent(site, "contact"), blocks=shell.sent.blocks)
    assert looks(site, page, shell)[1] is Seen.INHERITED
    assert looks(site, page, exemplar_of(shell.sent, filled, {}, [], frozenset()))[1] is Seen.STATIC
