"""Parts are added up by weight and by what was seen."""

import pytest

from auditor.scoring.part import Worth, mean, seen, unseen


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], Worth(0, 0, 0, 1)),
        ([(1, seen(0.5))], Worth(0.5, 1, 0.5, 0.5)),
        ([(1, seen(1.0)), (3, seen(0.0))], Worth(0.25, 1, 0.25, 0.25)),
        ([(1, seen(1.0)), (1, unseen())], Worth(1.0, 0.5, 0.5, 1.0)),
        ([(1, seen(0.0)), (1, unseen(0.4))], Worth(0.0, 0.5, 0.0, 0.2)),
        ([(1, unseen()), (0, seen(1.0))], Worth(0, 0, 0, 1)),
    ],
)
def test_mean(lines: list[tuple[float, Worth]], expected: Worth) -> None:
    assert mean(lines) == expected


def test_a_mean_is_never_below_what_the_worst_case_leaves() -> None:
    found = mean([(1, Worth(0.9, 0.1, 0.9, 1.0)), (1, seen(0.0))])
    assert found.value == found.low == 0.45
