"""How a rendered page is compared with a bare one; the figures come from `make bench`."""

import asyncio
from pathlib import Path

import pytest

from benchmarks.render import KEPT, MOST, NEW, Times, _told, written


def times(*seconds: float) -> Times:
    return Times(list(seconds), [0.5] * len(seconds))


def test_the_creation_of_a_context_counts_in_the_run_in_which_it_was_made() -> None:
    assert times(2.0, 1.0, 1.0, 3.0, 1.0, 1.0).by_run(2) == [4.0, 5.0]


@pytest.mark.parametrize(("kept", "fine"), [(1.2, True), (1.4, False)])
def test_what_an_audit_does_is_held_against_the_targets(
    kept: float, fine: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    sides = {KEPT: times(kept, kept), NEW: times(9.0, 9.0), "networkidle": times(1.0, 1.0), "load": times(1.0, 1.0)}
    assert _told("a shop", sides, 2) is fine
    out = capsys.readouterr().out
    assert f"{kept:.2f}  ({kept:.2f} to {kept:.2f}; target: at most {MOST['networkidle']:g})" in out


def test_work_is_timed_with_what_it_uses() -> None:
    taken = Times()
    asyncio.run(taken.take(asyncio.sleep(0.01)))
    assert (len(taken.cpu), taken.seconds[0] >= 0.01) == (1, True)


def test_pages_of_all_kinds_are_written(tmp_path: Path) -> None:
    paths = written(tmp_path, 6)
    assert paths[:2] == ["/", "/contact"]
    assert all((tmp_path / path.lstrip("/") / "index.html").is_file() for path in paths)
