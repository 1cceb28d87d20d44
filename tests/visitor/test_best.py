"""Of several ways and goals the best one, on graphs drawn by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Region
from auditor.visitor.best import Best, Finder
from auditor.visitor.goals import Goal, Kind
from auditor.visitor.graph import Gap
from auditor.visitor.shortest import FAR

SIGHTING = Sighting(Channel.PHONE, "", "", "p", "", Region.MAIN, 0, ContactStatus.COUNTS)
Draws = Callable[..., Any]


def goal(node: int, clicks: int = 0, seconds: float = 1.0, kind: Kind = Kind.REACHED, sure: bool = True) -> Goal:
    return Goal(node, kind, Channel.PHONE, SIGHTING, clicks, seconds, sure)


def best(drawn: Draws, edges: list[tuple[int, int, int, float, bool]], *goals: Goal) -> Best | None:
    """The best way from node 0 of five."""
    finder = Finder(drawn([Gap.NONE] * 5, edges), [0], {Channel.PHONE: goals})
    return finder.best(0, Channel.PHONE, Kind.REACHED)


def test_the_seconds_are_the_fewest_there_are_though_the_clicks_belong_to_another_way(drawn: Draws) -> None:
    found = best(drawn, [(0, 2, 1, 9.0, True), (0, 1, 1, 1.0, True), (1, 2, 1, 1.5, True)], goal(2, seconds=0.5))
    assert found is not None
    assert (found.clicks, found.edges, found.seconds) == (1, (0,), 3.0)


@pytest.mark.parametrize(
    ("goals", "node", "clicks"),
    [
        ((goal(1, clicks=1), goal(2)), 1, 2),
        ((goal(1, clicks=2), goal(2)), 2, 2),
        ((goal(1, seconds=3.0), goal(3, seconds=1.0)), 3, 1),
        ((goal(3, seconds=2.0), goal(1, seconds=2.0)), 3, 1),
    ],
)
def test_the_fewest_clicks_with_those_at_the_goal_then_the_fewest_seconds_then_the_first(
    drawn: Draws, goals: tuple[Goal, ...], node: int, clicks: int
) -> None:
    edges = [(0, 1, 1, 1.0, True), (1, 2, 1, 1.0, True), (0, 3, 1, 1.0, True)]
    found = best(drawn, edges, *goals)
    assert found is not None
    assert (found.goal.node, found.clicks) == (node, clicks)


@pytest.mark.parametrize(
    ("edge_sure", "goal_sure", "sure"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_a_way_is_sure_when_its_controls_and_its_goal_were_seen(
    drawn: Draws, edge_sure: bool, goal_sure: bool, sure: bool
) -> None:
    found = best(drawn, [(0, 1, 1, 1.0, edge_sure)], goal(1, sure=goal_sure))
    assert found is not None
    assert (found.sure, found.clicks, found.edges) == (sure, 1, (0,))


def test_of_equal_clicks_the_sure_way_is_told_with_its_own_seconds(drawn: Draws) -> None:
    edges = [(0, 1, 1, 1.0, False), (0, 2, 1, 7.0, True)]
    found = best(drawn, edges, goal(1, seconds=0.0), goal(2, seconds=0.0))
    assert found is not None
    assert (found.sure, found.edges, found.seconds) == (True, (1,), 7.0)


def test_a_shorter_way_that_was_only_read_is_not_passed_over_for_a_longer_one_that_was_seen(drawn: Draws) -> None:
    edges = [(0, 1, 1, 1.0, False), (0, 2, 1, 1.0, True), (2, 3, 1, 1.0, True)]
    found = best(drawn, edges, goal(1), goal(3))
    assert found is not None
    assert (found.sure, found.clicks, found.edges) == (False, 1, (0,))


@pytest.mark.parametrize("goals", [(), (goal(4),), (goal(1, kind=Kind.SUSPECTED),), (goal(1, kind=Kind.GATED),)])
def test_where_no_goal_of_the_kind_can_be_reached_there_is_none(drawn: Draws, goals: tuple[Goal, ...]) -> None:
    assert best(drawn, [(0, 1, 1, 1.0, True), (4, 0, 1, 1.0, True)], *goals) is None


def test_each_start_has_its_own_row_and_its_distances_in_clicks(drawn: Draws) -> None:
    graph = drawn([Gap.NONE] * 3, [(0, 1, 1, 1.0, True), (1, 2, 2, 30.0, False)])
    finder = Finder(graph, [1, 0], {Channel.PHONE: [goal(2)]})
    found = [finder.best(row, Channel.PHONE, Kind.REACHED) for row in (0, 1)]
    assert [(one.clicks, one.edges) for one in found if one] == [(2, (1,)), (3, (0, 1))]
    assert finder.reach.tolist() == [[FAR, 0, 2], [0, 1, 3]]
