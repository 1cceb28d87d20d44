"""What may be claimed where a page hides links, and where ways are gated or too far."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from auditor.model.terms import ContactStatus, Gate, Outcome, Region


def test_a_link_hidden_on_the_device_is_no_way(site: Any) -> None:
    site.show("", site.link("Contact", "contact", visible=False), site.link("Help", "help"))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    journey = site.journey()
    # Something may show it: hovering over the menu, or a button that was not understood.
    assert (journey.clicks, journey.clicks_at_most, journey.exact) == (None, 2, False)


def test_a_hidden_link_that_leads_elsewhere_leaves_a_way_exact(site: Any) -> None:
    site.show("", site.link("Lamps", "lamps", visible=False), site.link("Help", "help"))
    for path in ("help", "lamps"):
        site.show(path)
    site.sight("help")
    assert site.journey().clicks == 1


@pytest.mark.parametrize(("visible", "outcome"), [(False, Outcome.CANNOT_TELL), (None, Outcome.REACHED)])
def test_what_only_a_hidden_link_leads_to_is_not_denied(site: Any, visible: bool | None, outcome: Outcome) -> None:
    site.show("", site.link("Contact", "contact", visible=visible))
    site.show("contact")
    site.sight("contact")
    assert site.journey().outcome is outcome


def test_what_a_state_shows_is_no_hidden_link_any_more(site: Any) -> None:
    link = site.link("Contact", "contact", visible=False)
    site.show("", site.button("Menu"), link)
    site.show("", site.button("Menu"), replace(link, visible=True), state="/m")
    site.press("", "button.Menu", name="Menu", state_after="/m")
    site.show("contact")
    site.sight("contact")
    assert (site.journey().clicks, site.journey().exact) == (2, True)


@pytest.mark.parametrize("state", ["", "/m"])
def test_a_link_that_a_pressed_menu_still_hides_is_not_forgotten(site: Any, state: str) -> None:
    link = site.link("Contact", "contact", visible=False, revealed_by="button.More")
    menu, more = site.button("Menu"), site.button("More", region=Region.HEADER)
    site.show("", menu, *((more, link) if not state else ()))
    site.show("", menu, site.text("We make lamps."), *((more, link) if state else ()), state="/m")
    site.press("", "button.Menu", name="Menu", state_after="/m")
    site.press("", "button.More", name="More", state_before=state)
    site.show("contact")
    site.sight("contact")
    assert site.journey().outcome is Outcome.CANNOT_TELL


def test_what_is_only_suspected_behind_a_hidden_link_is_not_denied(site: Any) -> None:
    site.show("", site.link("People", "people", visible=False))
    site.show("people")
    site.sight("people", status=ContactStatus.CANNOT_TELL, status_reason="It is a picture.")
    assert site.journey().outcome is Outcome.CANNOT_TELL


def test_a_gated_way_within_reach_goes_before_an_open_one_that_is_too_far(site: Any) -> None:
    pages = ["", "a", "b", "c", "d", "e"]
    for here, there in pairwise(pages):
        site.show(here, site.link("Next", there))
    site.show("e")
    site.sight("e")
    site.sight("a", gates=(Gate.LOGIN,))
    journey = site.journey()
    assert (journey.outcome, journey.best_clicks) == (Outcome.GATED, 1)


def test_namesakes_of_which_some_were_not_pressed_are_left(site: Any) -> None:
    """A list of stores has one "Show more" each, and only some are pressed."""
    buttons = [site.button("Show more", selector=f"#b{n}", attributes=(("aria-expanded", "false"),)) for n in range(3)]
    site.send("", *buttons)
    site.show("", *buttons)
    site.press("", "#b0", name="Show more")
    site.press("", "#b1", name="Show more")
    assert site.journey().outcome is Outcome.CANNOT_TELL
    site.press("", "#b2", name="Show more")
    assert site.journey().outcome is Outcome.NOT_FOUND
