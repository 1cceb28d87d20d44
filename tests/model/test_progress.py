"""Progress goes through a pipe as one line and comes out the same."""

import json

import pytest

from auditor.model.progress import Progress


@pytest.mark.parametrize(
    "progress",
    [
        Progress("start"),
        Progress("fetch", 12, 30, 4, "Reading", ("2 phone numbers", "1 chat")),
        Progress("done", message="broken\nin two \u2028 and \x00 more", found=("☎ \ud83d",)),
    ],
)
def test_what_is_told_arrives_on_one_line(progress: Progress) -> None:
    line = json.dumps(progress.as_json())
    assert len(line.splitlines()) == 1
    line.encode()
    assert Progress.from_json(json.loads(line)) == progress


def test_what_arrived_is_a_value() -> None:
    arrived = Progress.from_json(json.loads(json.dumps(Progress("fetch", found=("a",)).as_json())))
    assert len({arrived, Progress("fetch", found=("a",))}) == 1


@pytest.mark.parametrize("value", [{}, {"found": []}, {"phase": "fetch"}, {"phase": "fetch", "found": [], "speed": 9}])
def test_what_is_no_progress_is_refused(value: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        Progress.from_json(value)
