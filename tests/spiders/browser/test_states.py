from dataclasses import replace

from auditor.model.guide import Press
from auditor.model.page import Element, Page
from auditor.model.terms import Action, Device, ElementKind, Region
from spiders.browser.states import Paths, brings, shown, state_key

OPEN = Press("http://s/", "", Device.MOBILE, Action.OPEN, "#menu", "Menu")


def _page(*elements: tuple[str, bool]) -> Page:
    made = tuple(
        Element(ElementKind.TEXT, "", text, "", Region.MAIN, f"p:nth-of-type({n})", 0, visible=visible)
        for n, (text, visible) in enumerate(elements)
    )
    return Page("http://s/", "http://s/", 200, Device.MOBILE, "", "", "", made, (), (), "")


def test_a_state_is_named_by_its_parent_and_what_was_pressed() -> None:
    key = state_key("", OPEN)
    assert len(key) == 9
    assert state_key(key, OPEN) == key + key
    assert state_key("", replace(OPEN, name="Help")) != key


def test_only_what_comes_to_sight_makes_a_state() -> None:
    before = shown(_page(("Shop", True), ("030 901820", False)))
    assert brings(before, shown(_page(("Shop", True), ("030 901820", True))))
    assert not brings(before, shown(_page(("030 901820", False))))


def test_the_way_to_a_state_is_all_presses_before_it() -> None:
    paths = Paths()
    inner = replace(OPEN, state=state_key("", OPEN), selector="#more", name="More")
    paths.learn("http://s/", OPEN)
    paths.learn("http://s/", inner)
    assert paths.to("http://s/", Device.MOBILE, state_key(inner.state, inner)) == (OPEN, inner)
    assert paths.to("http://s/", Device.DESKTOP, inner.state) is None
    assert paths.to("http://s/", Device.DESKTOP, "") == ()
