"""What a press costs and whether it is sure."""

from typing import Any

import pytest

from auditor.model.terms import Action, Device
from auditor.visitor.edges import EdgeList, Press
from auditor.visitor.nodes import Move, Node
from auditor.visitor.times import press_seconds, wait_seconds

HERE, THERE = Node("https://shop.test/"), Node("https://shop.test/help")
MENU = Node(HERE.url, "/m")


def moved(target: Node, action: Action = Action.OPEN) -> Press:
    return Press(action, move=Move(HERE, target, action, "#menu", "Menu"))


@pytest.mark.parametrize(("visible", "sure"), [(True, True), (None, False), (False, False)])
def test_a_link_is_sure_when_it_was_seen(site: Any, visible: bool | None, sure: bool) -> None:
    edges = EdgeList()
    edges.add_links(0, [1], [site.link("Help", "help", visible=visible)])
    assert edges.made(Device.DESKTOP, [0.0, 0.0]).sure.tolist() == [sure]


def test_what_was_pressed_is_sure_and_what_lies_behind_another_control_is_not(site: Any) -> None:
    seen = site.link("Help", "help")
    edges = EdgeList()
    edges.add_press(0, 1, None, moved(THERE))
    edges.add_press(0, 1, seen, Press(Action.FOLLOW, clicks=2, via=site.button("Menu")))
    edges.add_press(0, 1, seen, Press(Action.SEARCH))
    edges.add_press(0, 1, None, Press(Action.SEARCH))
    made = edges.made(Device.DESKTOP, [0.0, 0.0])
    assert made.sure.tolist() == [True, False, True, False]
    assert made.clicks.tolist() == [1, 2, 1, 1]


def test_a_step_lasts_as_long_as_its_press_and_all_that_it_waits_for(site: Any) -> None:
    link, menu = site.link("Help", "help"), site.button("Menu")
    edges = EdgeList()
    edges.add_links(0, [1], [link])
    edges.add_press(0, 1, link, Press(Action.FOLLOW, clicks=2, via=menu))
    edges.add_press(0, 1, link, Press(Action.SEARCH))
    edges.add_press(0, 2, menu, moved(MENU))
    edges.add_press(0, 1, menu, moved(THERE, Action.LAUNCH))
    press = float(press_seconds([link], Device.MOBILE)[0])
    opens = wait_seconds(Action.OPEN)
    waits = [5.0, press + opens + 5.0, wait_seconds(Action.SEARCH) + 5.0, opens, wait_seconds(Action.LAUNCH) + 5.0]
    assert edges.made(Device.MOBILE, [3.0, 5.0, 9.0]).seconds.tolist() == pytest.approx([press + w for w in waits])


def test_presses_keep_their_place_among_links(site: Any) -> None:
    links = [site.link(name, name) for name in "abc"]
    edges = EdgeList()
    edges.add_links(0, [1, 2], links[:2])
    edges.add_press(1, 2, None, moved(MENU))
    edges.add_links(2, [0], links[2:])
    made = edges.made(Device.DESKTOP, [0.0] * 3)
    assert (made.source.tolist(), made.target.tolist()) == ([0, 0, 1, 2], [1, 2, 2, 0])
    assert made.element == (*links[:2], None, links[2])
    assert set(made.presses) == {2}


def test_a_site_without_links_has_no_edges() -> None:
    made = EdgeList().made(Device.DESKTOP, [1.0])
    assert (len(made.source), len(made.seconds), made.element, made.presses) == (0, 0, (), {})
