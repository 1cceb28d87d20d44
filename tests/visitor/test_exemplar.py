"""What a page that was fetched and rendered gives on to others."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Block, Box, Element, Page
from auditor.model.terms import Action, Device, Region
from auditor.visitor.exemplar import CONTENT, FLOATING, Exemplar, exemplar_of
from auditor.visitor.nodes import Move, Node

HEADER = Block("header", Region.HEADER, "header")
FLOAT = Block("float", Region.FLOATING, "#chat")
HERE = "https://shop.test/"


def made(site: Any, sent: list[Element], shown: list[Element], **states: list[Element]) -> Exemplar:
    """An exemplar; every state is reached by pressing the control of its name in the state before it."""
    before = replace(site.made("", [replace(e, visible=None, box=None) for e in sent], Device.ANY), **_blocks())
    after = replace(site.made("", shown), **_blocks())
    pages = {
        _key(name): replace(site.made("", elements, state=_key(name)), **_blocks()) for name, elements in states.items()
    }
    moves = [_move({"": after, **pages}, key) for key in pages]
    return exemplar_of(before, after, pages, moves, frozenset(e.selector for e in shown if "button" in e.selector))


def _blocks() -> dict[str, Any]:
    return {"blocks": (Block("main", Region.MAIN, "body"), HEADER, FLOAT)}


def _key(name: str) -> str:
    return "/" + name.replace("_", "/")


def _move(pages: dict[str, Page], key: str) -> Move:
    before, _, label = key.rpartition("/")
    control = next((e for e in pages[before].elements if e.name.lower() == label), None)
    selector = control.selector if control else "#gone"
    return Move(Node(HERE, before), Node(HERE, key), Action.OPEN, selector, label, control)


@pytest.mark.parametrize(
    ("region", "sticky", "kept"),
    [
        (Region.HEADER, False, True),
        (Region.FOOTER, False, False),
        (Region.FOOTER, True, True),
        (Region.NAV, False, False),
    ],
)
def test_only_headers_and_sticky_parts_keep_their_place(site: Any, region: Region, sticky: bool, kept: bool) -> None:
    link = site.link("Help", "help", region, block=1, sticky=sticky, box=Box(5, 6, 7, 8))
    (given,) = made(site, [link], [link]).elements["header"]
    assert given is not None
    assert given.box == (Box(5, 6, 7, 8) if kept else None)


def test_the_elements_of_each_block_are_kept_in_their_order_as_rendering_showed_them(site: Any) -> None:
    first, gone, last = (site.link(name, name, Region.HEADER, block=1) for name in ("First", "Gone", "Last"))
    text = site.link("Boots", "boots")
    found = made(site, [first, text, gone, last], [last, replace(first, visible=False), text]).elements
    assert {digest: [e and (e.name, e.visible) for e in elements] for digest, elements in found.items()} == {
        "main": [("Boots", True)],
        "header": [("First", False), None, ("Last", True)],
        "float": [],
    }


def test_what_floats_was_made_by_scripts_or_was_sent_without_a_block_of_its_own(site: Any) -> None:
    by_script, by_layout, in_block = (site.button(name, Region.FLOATING) for name in ("Script", "Layout", "Block"))
    hidden = site.button("Hidden", Region.FLOATING, visible=False)
    sent = [replace(by_layout, region=Region.MAIN), replace(in_block, block=2)]
    found = made(site, sent, [by_script, by_layout, replace(in_block, block=2), hidden])
    assert [element.name for element in found.floats] == ["Script", "Layout"]
    assert {label for _, _, label in found.sent_floats} == {"layout"}


def test_a_state_is_shared_as_far_as_it_stands_in_the_controls_own_block_or_floats(site: Any) -> None:
    menu = site.button("Menu", Region.HEADER, block=1)
    old, new = (site.link(name, name, Region.HEADER, block=1) for name in ("Old", "New"))
    main, dialog = site.link("Advert", "advert"), site.link("Dialog", "dialog", Region.DIALOG)
    hidden = site.link("Hidden", "hidden", Region.HEADER, block=1, visible=False)
    (part,) = made(site, [menu, old], [menu, old], menu=[menu, old, new, main, dialog, hidden]).states
    assert [element.name for element in part.elements] == ["New", "Dialog"]
    assert (part.carrier, part.before, part.after, part.trigger.name) == ("header", "", "/menu", "Menu")


def test_a_state_within_a_state_goes_with_the_block_of_the_first_control(site: Any) -> None:
    menu, more = (site.button(name, Region.HEADER, block=1) for name in ("Menu", "More"))
    number = site.text("020", region=Region.HEADER, block=1)
    found = made(site, [menu], [menu], menu_more=[menu, more, number], menu=[menu, more]).states
    assert [(part.carrier, part.before, part.after) for part in found] == [
        ("header", "", "/menu"),
        ("header", "/menu", "/menu/more"),
    ]
    assert [element.text for element in found[1].elements] == ["020"]


def test_a_state_of_a_floating_control_is_carried_by_all_that_floats(site: Any) -> None:
    chat = site.button("Chat", Region.FLOATING, block=2)
    (part,) = made(site, [], [chat], chat=[chat, site.text("Hello", region=Region.FLOATING, block=2)]).states
    assert part.carrier == FLOATING


@pytest.mark.parametrize("name", ["Tab", "Nowhere"])
def test_a_state_of_the_content_or_of_a_lost_control_belongs_to_its_page_alone(site: Any, name: str) -> None:
    tab = site.button("Tab")
    assert made(site, [tab], [tab], **{name.lower(): [tab, site.text("020")]}).states == ()


def test_the_labels_of_pressed_controls_are_kept_by_what_carries_them(site: Any) -> None:
    menu = site.button("+ Menu", Region.HEADER, block=1)
    tab, chat, silent = site.button("Tab"), site.button("Chat", Region.FLOATING), site.button("")
    found = made(site, [menu, tab, silent], [menu, tab, chat, silent])
    assert found.tried == {"header": {"menu"}, CONTENT: {"tab"}, FLOATING: {"chat"}}
