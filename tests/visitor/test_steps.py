"""A way told press by press."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.journey import BoxShape
from auditor.model.page import Box
from auditor.model.terms import Action, Channel
from auditor.visitor.goals import goals
from auditor.visitor.steps import MAX_LABEL, Names, steps_of


def told(site: Any, *edges: int) -> list[tuple[str, str, Action, str]]:
    return [(step.page, step.state, step.action, step.label) for step in steps(site, *edges)]


def steps(site: Any, *edges: int) -> Any:
    """The steps along edges, to the first goal of a phone."""
    graph = site.graph()
    goal = goals(graph, site.views(), site.sightings)[Channel.PHONE][0]
    names = Names(page=lambda url: url.removeprefix(site.url("")) or "home", contact=lambda sighting: "c")
    return steps_of(graph, edges, goal, names)


def test_a_link_behind_a_control_is_told_as_two_steps_on_one_page(site: Any) -> None:
    site.show("", site.button("Menu"), site.link("Help", "help", visible=False, revealed_by="button.Menu"))
    site.show("help")
    site.sight("help")
    assert told(site, 0) == [("home", "", Action.OPEN, "Menu"), ("home", "", Action.FOLLOW, "Help")]


def test_the_control_that_shows_the_goal_is_the_last_step(site: Any) -> None:
    site.show("", site.link("Help", "help"))
    site.show("help", site.button("Show number"))
    site.sight("help", visible=False, revealed_by="button.Show number")
    assert told(site, 0) == [("home", "", Action.FOLLOW, "Help"), ("help", "", Action.REVEAL, "Show number")]


def test_a_control_that_is_no_longer_found_is_told_by_what_the_press_recorded(site: Any) -> None:
    site.show("")
    site.show("", state="/m")
    site.press("", "#gone", name="Menu of old", state_after="/m")
    site.sight("", state="/m")
    (step,) = steps(site, 0)
    assert (step.action, step.label, step.selector, step.box) == (Action.OPEN, "Menu of old", "#gone", None)


@pytest.mark.parametrize(
    ("look", "label"),
    [
        ({"name": " Help \n & contact "}, "Help & contact"),
        ({"name": ""}, "Help"),
        ({"name": "", "text": "", "attributes": (("title", "Get help"),)}, "Get help"),
        ({"name": "", "text": ""}, ""),
        ({"name": "x" * 1000}, "x" * MAX_LABEL),
    ],
)
def test_a_step_is_called_as_a_visitor_reads_it(site: Any, look: dict[str, Any], label: str) -> None:
    site.show("", replace(site.link("Help", "help", box=Box(1, 2, 3, 4)), **look))
    site.show("help")
    site.sight("help")
    (step,) = steps(site, 0)
    assert (step.label, step.selector, step.box) == (label, "a.Help", BoxShape(x=1, y=2, width=3, height=4))


def test_who_stands_at_the_goal_needs_no_step(site: Any) -> None:
    site.show("")
    site.sight("")
    assert steps(site) == ()
