"""Controls of the frame that did the same wherever they were pressed."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Block, Element
from auditor.model.terms import Action, Region
from auditor.visitor.matching import hover_key

HEADER = Block("header", Region.HEADER, "header")
PATHS = ("", "shoes", "boots", "hats")


def shop(site: Any, region: Region = Region.HEADER) -> Element:
    """Four pages whose headers are each written a little differently, so that nothing is inherited."""
    control: Element = site.button("Why us", region=region, block=1)
    for path in PATHS:
        site.show(path, control, blocks=(replace(HEADER, digest=f"header {path}"),))
    return control


def moves(site: Any) -> set[tuple[str, str]]:
    """The paths of pages from which a press leads, each with the path it leads to."""
    return {
        (m.source.url.removeprefix(site.url("")), m.target.url.removeprefix(site.url(""))) for m in site.views().moves
    }


def tried(site: Any, key: str) -> set[str]:
    return {node.url.removeprefix(site.url("")) for node, keys in site.views().tried.items() if key in keys}


def test_what_led_to_one_page_from_two_others_leads_there_from_all(site: Any) -> None:
    control = shop(site)
    site.press("", control.selector, name="Why us", navigated_to=site.url("boots"))
    assert moves(site) == {("", "boots")}
    site.press("shoes", control.selector, name="Why us", navigated_to=site.url("boots"))
    assert moves(site) == {("", "boots"), ("shoes", "boots"), ("hats", "boots")}
    assert tried(site, control.selector) == set(PATHS)


def test_on_its_goal_a_control_may_do_nothing(site: Any) -> None:
    control = shop(site)
    site.press("boots", control.selector, name="Why us")
    for path in ("", "shoes"):
        site.press(path, control.selector, name="Why us", navigated_to=site.url("boots"))
    assert ("hats", "boots") in moves(site)


@pytest.mark.parametrize(
    "third", [{"navigated_to": "https://shop.test/hats"}, {}, {"state_after": "/m"}, {"name": "Why not"}]
)
def test_what_did_something_else_on_a_third_page_is_not_settled(site: Any, third: Any) -> None:
    control = shop(site)
    if third.get("name"):
        site.rendered[2] = replace(site.rendered[2], elements=(replace(control, name="Why not"),))
    site.press("", control.selector, name="Why us", navigated_to=site.url("why"))
    site.press("shoes", control.selector, **{"name": "Why us", **third})
    assert {source for source, _ in moves(site)} <= {"", "shoes"}
    assert "hats" not in tried(site, control.selector)


def test_a_control_of_the_content_is_its_own_on_every_page(site: Any) -> None:
    control = shop(site, Region.MAIN)
    for path in ("", "shoes"):
        site.press(path, control.selector, name="Why us", navigated_to=site.url("boots"))
    assert "hats" not in tried(site, control.selector)


def test_pointing_is_told_from_pressing(site: Any) -> None:
    control = shop(site)
    for path in ("", "shoes"):
        site.press(path, control.selector, name="Why us", action=Action.HOVER)
    assert tried(site, hover_key(control.selector)) == set(PATHS)
    assert tried(site, control.selector) == set()


def test_a_hidden_copy_leads_nowhere(site: Any) -> None:
    control = shop(site)
    site.rendered[3] = replace(site.rendered[3], elements=(replace(control, visible=False),))
    for path in ("", "shoes"):
        site.press(path, control.selector, name="Why us", navigated_to=site.url("boots"))
    assert ("hats", "boots") not in moves(site)
