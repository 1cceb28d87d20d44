"""What was not seen within reach, and what may be claimed nonetheless."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from auditor.model.terms import Outcome
from auditor.visitor.coverage import coverage_of, depth_limit
from auditor.visitor.graph import Gap
from auditor.visitor.nodes import Node

Draws = Callable[..., Any]
SEEN, MISSED, UNSHOWN, CLOSED = Gap.NONE, Gap.NOT_FETCHED, Gap.NOT_RENDERED, Gap.BLOCKED
FILE = Gap.DOCUMENT
TWO = {0: ("#a", "#b")}


def absence(
    drawn: Draws, gaps: Sequence[Gap], clicks: Sequence[int], untried: Mapping[int, tuple[str, ...]] | None = None
) -> tuple[Outcome, str]:
    """What may be said at a depth of 4 of nodes that lie so many clicks away."""
    return coverage_of(drawn(gaps, (), untried)).absence(np.array(clicks), 4)


@pytest.mark.parametrize(
    ("gaps", "clicks", "untried", "outcome", "reason"),
    [
        ([SEEN, SEEN], [0, 4], None, Outcome.NOT_FOUND, "Not within 4 clicks."),
        ([SEEN, MISSED], [0, 5], None, Outcome.NOT_FOUND, "Not within 4 clicks."),
        ([SEEN, SEEN], [0, 4], {1: ("#a",)}, Outcome.NOT_FOUND, "Not within 4 clicks."),
        (
            [SEEN, MISSED],
            [0, 4],
            None,
            Outcome.CANNOT_TELL,
            "Within 4 clicks 1 linked page was not fetched, “/1”; a contact option may stand there.",
        ),
        (
            [SEEN, UNSHOWN, UNSHOWN],
            [0, 1, 2],
            None,
            Outcome.CANNOT_TELL,
            "Within 4 clicks 2 pages were not seen in a browser, “/1” and “/2”; a contact option may stand there.",
        ),
        (
            [SEEN, FILE],
            [0, 1],
            None,
            Outcome.CANNOT_TELL,
            "Within 4 clicks 1 linked file was not read, “/1”; a contact option may stand there.",
        ),
        (
            [SEEN, SEEN],
            [0, 3],
            {1: ("#a",)},
            Outcome.CANNOT_TELL,
            "Within 4 clicks 1 control was not tried; a contact option may stand behind it.",
        ),
        (
            [SEEN, CLOSED, CLOSED],
            [0, 1, 1],
            None,
            Outcome.BLOCKED,
            "Within 4 clicks 2 linked pages were closed to the crawler, “/1” and “/2”; "
            "a contact option may stand there.",
        ),
        (
            [SEEN, CLOSED, MISSED],
            [0, 1, 1],
            TWO,
            Outcome.CANNOT_TELL,
            "Within 4 clicks 1 linked page was not fetched, “/2”; 1 linked page was closed to the crawler, “/1”; "
            "2 controls were not tried; a contact option may stand there.",
        ),
        (
            [SEEN, CLOSED],
            [0, 1],
            TWO,
            Outcome.CANNOT_TELL,
            "Within 4 clicks 1 linked page was closed to the crawler, “/1”; 2 controls were not tried; "
            "a contact option may stand there.",
        ),
    ],
)
def test_absence_and_its_reason(
    drawn: Draws,
    gaps: Sequence[Gap],
    clicks: Sequence[int],
    untried: Mapping[int, tuple[str, ...]] | None,
    outcome: Outcome,
    reason: str,
) -> None:
    assert absence(drawn, gaps, clicks, untried) == (outcome, reason)


@pytest.mark.parametrize(
    ("gaps", "clicks", "untried", "nearest"),
    [
        ([SEEN, MISSED, UNSHOWN], [0, 3, 2], None, 2),
        ([SEEN, SEEN], [0, 2], {1: ("#a",)}, 3),
        ([SEEN, MISSED], [0, 2], {0: ("#a",)}, 1),
        ([UNSHOWN, SEEN], [0, 1], None, 0),
    ],
)
def test_the_nearest_place_that_was_not_seen(
    drawn: Draws,
    gaps: Sequence[Gap],
    clicks: Sequence[int],
    untried: Mapping[int, tuple[str, ...]] | None,
    nearest: int,
) -> None:
    assert coverage_of(drawn(gaps, (), untried)).nearest(np.array(clicks)) == nearest


def test_where_all_was_seen_no_number_of_clicks_is_near_a_gap(drawn: Draws) -> None:
    assert coverage_of(drawn([SEEN, SEEN])).nearest(np.array([0, 1])) > 10**9


def test_not_found_means_not_within_four_clicks() -> None:
    assert depth_limit() == 4


def test_a_reason_names_the_nearest_two_and_says_that_there_are_more(drawn: Draws) -> None:
    reason = absence(drawn, [SEEN, MISSED, MISSED, MISSED], [0, 3, 1, 2])[1]
    assert "3 linked pages were not fetched, such as “/2” and “/3”; a contact" in reason


def test_controls_are_named_once_nearest_first_and_long_names_are_cut(drawn: Draws) -> None:
    graph = drawn([SEEN, SEEN], (), {0: ("#a", "#b"), 1: ("#c",)})
    long = "x" * 80
    named = replace(graph, untried_names={0: ("Next",), 1: ("More ways", "Next", long)})
    found = coverage_of(named)
    assert found.absence(np.array([1, 0]), 4)[1] == (
        "Within 4 clicks 3 controls were not tried, such as “More ways” and “Next”; "
        "a contact option may stand behind one of them."
    )
    one = coverage_of(replace(graph, untried_names={0: (long,)}))
    assert one.absence(np.array([0, 1]), 4)[1].startswith(
        f"Within 4 clicks 3 controls were not tried, such as “{'x' * 49}…”; "
    )


def test_the_host_of_a_place_elsewhere_is_named(drawn: Draws) -> None:
    graph = drawn([SEEN, MISSED])
    nodes = (graph.nodes[0], Node("https://help.example.org/ask?topic=1"))
    reason = coverage_of(replace(graph, nodes=nodes)).absence(np.array([0, 1]), 4)[1]
    assert "1 linked page was not fetched, “help.example.org/ask?topic=1”;" in reason
