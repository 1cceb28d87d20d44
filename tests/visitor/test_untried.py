"""Controls that nobody pressed."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Block, Field, Form
from auditor.model.terms import Action, Region
from auditor.visitor.untried import untried_names

HEADER = Block("header", Region.HEADER, "header")


def untried(site: Any) -> dict[str, tuple[str, ...]]:
    """By path and state, the selectors of the controls that are left."""
    graph = site.graph()
    names = [f"{node.url.removeprefix(site.url(''))}{node.state}" for node in graph.nodes]
    return {names[number]: controls for number, controls in graph.untried.items()}


def test_controls_that_may_show_contact_are_left_best_first_until_they_are_pressed(site: Any) -> None:
    site.show("", site.button("Live chat"), site.button("Add to cart"), site.button("Call us"))
    assert untried(site) == {"": ("button.Live chat", "button.Call us")}
    site.press("", "button.Call us", name="Call us", state_after="/c")
    assert untried(site) == {"": ("button.Live chat",)}


def test_a_button_of_a_form_that_promises_contact_is_left_as_it_is_never_pressed(site: Any) -> None:
    form = Form("#f", site.url("go"), "post", (), "Contact us", "", Region.MAIN, 0)
    site.show("", site.button("Contact us", selector="#f > button"), forms=[form])
    assert untried(site) == {"": ("#f > button",)}
    site.rendered.clear()
    site.show("", site.button("Add to cart", selector="#f > button"), forms=[form])
    assert untried(site) == {}


def test_a_state_has_only_the_controls_that_it_brought_to_sight(site: Any) -> None:
    chat, call = site.button("Live chat"), site.button("Call us", visible=False)
    site.show("", chat, call)
    site.show("", chat, replace(call, visible=True), state="/m")
    assert untried(site) == {"": ("button.Live chat",), "/m": ("button.Call us",)}


def test_the_options_of_a_chooser_are_left_once_and_not_again_in_each_state_that_one_of_them_brings(site: Any) -> None:
    field = Field("select", "topic", "Contact us about", visible=True, options=("Choose", "Returns", "Parcels"))
    chooser = Form("#f", "", "get", (field,), "", "", Region.MAIN, 0, visible=True)
    site.show("", forms=[chooser])
    site.show("", site.text("Write to returns."), state="/r", forms=[chooser])
    site.press("", '#f select[name="topic"]', name="Returns", state_after="/r", action=Action.CHOOSE)
    assert untried(site) == {"": ('#f select[name="topic"]\nParcels',)}


@pytest.mark.parametrize(("state", "left"), [("/a", {"/a": ("button.Call us",)}), ("/a/b", {})])
def test_presses_go_no_deeper_than_two_states(site: Any, state: str, left: dict[str, tuple[str, ...]]) -> None:
    site.show("", site.button("Call us"), state=state)
    assert untried(site) == left


def test_a_page_that_was_not_seen_is_a_gap_as_a_whole(site: Any) -> None:
    site.send("", site.button("Live chat"))
    assert untried(site) == {}


def test_a_control_that_was_pressed_on_another_page_was_tried_in_its_place(site: Any) -> None:
    chat = site.button("Live chat", region=Region.HEADER, block=1)
    for path in ("", "shoes"):
        site.send(path, chat, blocks=(HEADER,))
    site.show("", chat, blocks=(HEADER,))
    assert untried(site) == {"": (chat.selector,), "shoes": (chat.selector,)}
    site.press("", chat.selector, name="Live chat")
    assert untried(site) == {}


def test_what_showed_nothing_on_two_pages_shows_nothing_on_the_third(site: Any) -> None:
    """The header is written a little differently on every page, so that nothing is inherited."""
    chat = site.button("Live chat", region=Region.HEADER, block=1)
    for path in ("", "shoes", "boots"):
        site.show(path, chat, blocks=(replace(HEADER, digest=f"header {path}"),))
    for path, left in (("", 2), ("shoes", 0)):
        site.press(path, chat.selector, name="Live chat")
        assert len(untried(site)) == left


def test_a_control_that_led_somewhere_on_one_page_may_do_so_on_another(site: Any) -> None:
    chat = site.button("Live chat", region=Region.HEADER, block=1)
    for path in ("", "shoes", "boots", "hats"):
        site.show(path, chat, blocks=(replace(HEADER, digest=f"header {path}"),))
    site.press("", chat.selector, name="Live chat", state_after="/c")
    for path in ("shoes", "boots"):
        site.press(path, chat.selector, name="Live chat")
    assert untried(site) == {"hats": (chat.selector,)}


def test_the_content_of_a_page_is_its_own(site: Any) -> None:
    call = site.button("Call us")
    for path in ("", "shoes", "boots"):
        site.show(path, call)
    for path in ("", "shoes"):
        site.press(path, call.selector, name="Call us")
    assert untried(site) == {"boots": (call.selector,)}


def test_untried_controls_are_called_as_on_the_page_each_once(site: Any) -> None:
    nameless = replace(site.button("Call us", selector="#icon"), name="", text="")
    site.show("", site.button("Live  chat"), site.button("Live chat", selector="#two"), nameless)
    graph = site.graph()
    found = untried_names(site.views(), graph.index, {0: ("button.Live  chat", "#two", "#icon", "#topic\nReturns")})
    assert found == {0: ("Live chat", "Returns")}
    assert dict(graph.untried_names) == {0: ("Live chat",)}


def test_what_was_pressed_in_a_menu_was_tried_in_the_same_menu_of_other_pages(site: Any) -> None:
    menu = site.button("Menu", region=Region.HEADER, block=1)
    service = site.button("Service", region=Region.HEADER, block=1)
    for path in ("", "shoes"):
        site.send(path, menu, blocks=(HEADER,))
    site.show("", menu, blocks=(HEADER,))
    site.show("", menu, service, state="/m", blocks=(HEADER,))
    site.press("", menu.selector, name="Menu", state_after="/m")
    assert untried(site) == {"/m": (service.selector,), "shoes/m": (service.selector,)}
    site.press("", service.selector, name="Service", state_before="/m")
    assert untried(site) == {}
