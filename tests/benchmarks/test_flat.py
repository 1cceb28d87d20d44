"""The memory of a browser session, in small; `make soak` renders a thousand pages."""

from pathlib import Path

import pytest

from benchmarks.flat import A_LOOK, flat_memory, grown
from benchmarks.processes import here


@pytest.mark.parametrize(
    ("samples", "times"), [([9, 9, 5, 5, 5, 5], 1.0), ([1, 1, 2, 2, 4, 4], 2.0), ([1, 2, 2, 2, 4], 2.0)]
)
def test_the_last_third_is_compared_with_the_second(samples: list[int], times: float) -> None:
    assert grown(samples) == times


def test_the_memory_of_a_session_is_told_as_it_renders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flat_memory(tmp_path, 3 * A_LOOK, A_LOOK)
    lines = capsys.readouterr().out.splitlines()
    if not here():
        assert lines == []
        return
    assert [line.split()[:2] for line in lines[:3]] == [[str(n * A_LOOK), "renders"] for n in (1, 2, 3)]
    assert all(", 0 lost," in line for line in lines[:3])
    assert "target: at most 1.1" in lines[3]
