"""Which captures a run may go on with, and what is said of those it may not."""

from pathlib import Path

import pytest

from auditor.capture.records import Fetch
from auditor.capture.store import Capture
from auditor.model.errors import CaptureError, UsageError
from auditor.model.settings import Settings
from auditor.model.terms import PageStatus
from auditor.resume import Kept, may_go_on, refuse_if_not_resumable

HOME = "https://shop.test/"
SETTINGS = Settings(url=HOME, pages=50, render="never")
STOPPED = {"status": "partial", "reason": "it was stopped", "finished": False}
SPENT = {"status": "partial", "reason": "the 120 s were spent", "finished": True}
MEASURED = {"status": "measured", "reason": "", "finished": True}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "capture.sqlite"


def left(path: Path, facts: dict[str, object]) -> Path:
    """A capture as a run with SETTINGS left it, with one page and one that the site sent twice."""
    with Capture.create(path, SETTINGS) as capture:
        capture.put_round(
            [
                Fetch(HOME, HOME, 200, PageStatus.OK, body=b"<p>Shop", order=0),
                Fetch(f"{HOME}index", HOME, 200, PageStatus.OK, order=1, alias_of=HOME),
                Fetch(f"{HOME}gone", f"{HOME}gone", 404, PageStatus.MISSING, order=2),
            ]
        )
        for key, value in facts.items():
            capture.put_fact(key, value)
    return path


@pytest.mark.parametrize(("facts", "goes_on"), [({}, True), (STOPPED, True), (SPENT, True), (MEASURED, False)])
def test_what_was_not_completed_is_gone_on_with(path: Path, facts: dict[str, object], goes_on: bool) -> None:
    with Capture.open(left(path, facts)) as capture:
        assert may_go_on(capture, SETTINGS) is goes_on
    assert Kept.read(path, SETTINGS) == Kept(pages=1, complete=not goes_on, differences=())


@pytest.mark.parametrize(
    ("change", "differences"),
    [
        ({"seconds": 900.0, "concurrency": 2, "browser": "/usr/bin/chromium", "resolve": ("a:1:127.0.0.1",)}, ()),
        ({"pages": 51}, ("--pages 50",)),
        ({"country": "DE", "render": "auto"}, ("--render never", "--country not given")),
        ({"url": "https://other.test/"}, (HOME,)),
    ],
)
def test_settings_that_change_an_answer_must_be_the_same(
    path: Path, change: dict[str, object], differences: tuple[str, ...]
) -> None:
    settings = SETTINGS.model_copy(update=change)
    assert Kept.read(left(path, STOPPED), settings).differences == differences
    with Capture.open(path) as capture:
        assert may_go_on(capture, settings) is not bool(differences)


def test_a_complete_capture_is_said_to_be_complete(path: Path) -> None:
    with pytest.raises(UsageError, match=r"nothing to go on with: .* is complete") as caught:
        refuse_if_not_resumable(left(path, MEASURED), SETTINGS)
    assert f"--capture {path}" in caught.value.hint


def test_other_settings_are_named(path: Path) -> None:
    with pytest.raises(UsageError, match="other settings: --pages 50") as caught:
        refuse_if_not_resumable(left(path, STOPPED), SETTINGS.model_copy(update={"pages": 9}))
    assert "--resume" in caught.value.hint


def test_an_unfinished_capture_of_the_same_settings_is_not_refused(path: Path) -> None:
    refuse_if_not_resumable(left(path, STOPPED), SETTINGS)


def test_a_torn_capture_is_no_capture(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0torn")
    with pytest.raises(CaptureError):
        Kept.read(path, SETTINGS)
