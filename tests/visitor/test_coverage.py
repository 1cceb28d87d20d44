"""What was not seen within reach, and what may be claimed nonetheless."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from auditor.model.terms import Outcome
from auditor.visitor.coverage import coverage_of, depth_limit
from auditor.visitor.graph import Gap

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
            "Not on any page seen; within 4 clicks 1 linked page was not fetched.",
        ),
        (
            [SEEN, UNSHOWN, UNSHOWN],
            [0, 1, 2],
            None,
            Outcome.CANNOT_TELL,
            "Not on any page seen; within 4 clicks 2 pages were not seen in a browser.",
        ),
        (
            [SEEN, FILE],
            [0, 1],
            None,
            Outcome.CANNOT_TELL,
            "Not on any page seen; within 4 clicks 1 linked file was not read.",
        ),
        (
            [SEEN, SEEN],
            [0, 3],
            {1: ("#a",)},
            Outcome.CANNOT_TELL,
            "Not on any page seen; within 4 clicks 1 control was not tried.",
        ),
        (
            [SEEN, CLOSED, CLOSED],
            [0, 1, 1],
            None,
            Outcome.BLOCKED,
            "Not on any page seen; within 4 clicks 2 linked pages were closed to the crawler.",
        ),
        (
            [SEEN, CLOSED, MISSED],
            [0, 1, 1],
            TWO,
            Outcome.CANNOT_TELL,
            "Not on any page seen; within 4 clicks 1 linked page was not fetched, "
            "1 linked page was closed to the crawler, 2 controls were not tried.",
        ),
        (
            [SEEN, CLOSED],
            [0, 1],
            TWO,
            Outcome.CANNOT_TELL,
            "Not on any page seen; within 4 clicks 1 linked page was closed to the crawler, 2 controls were not tried.",
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
