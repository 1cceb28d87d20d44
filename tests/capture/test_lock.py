"""One writer a capture; the lock of a writer that died is free."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.capture.lock import WriterLock
from auditor.model.errors import CaptureError

HOLDER = """
import sys
from pathlib import Path
from auditor.capture.lock import WriterLock
lock = WriterLock.take(Path(sys.argv[1]))
print("taken", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_waits_until_the_lock_is_given_back(tmp_path: Path) -> None:
    capture = tmp_path / "deep" / "a.sqlite"
    lock = WriterLock.take(capture)
    with pytest.raises(CaptureError, match="Another Signpost") as refused:
        WriterLock.take(capture)
    assert str(capture) in refused.value.message
    assert refused.value.hint
    lock.release()
    WriterLock.take(capture).release()


def test_a_released_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    WriterLock.take(tmp_path / "a.sqlite").release()
    assert list(tmp_path.iterdir()) == []


def test_captures_beside_each_other_do_not_wait_for_each_other(tmp_path: Path) -> None:
    locks = [WriterLock.take(tmp_path / name) for name in ("a.sqlite", "b.sqlite")]
    for lock in locks:
        lock.release()


def test_a_lock_file_that_was_left_lying_about_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite.lock").write_text("left")
    WriterLock.take(tmp_path / "a.sqlite").release()


def test_a_lock_file_that_is_removed_before_it_is_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its holder gives it back in the moment between opening and locking."""
    capture, lock = tmp_path / "a.sqlite", fcntl.flock
    removed: list[Path] = []

    def late(descriptor: int, operation: int) -> None:
        if not removed:
            removed.append(tmp_path / "a.sqlite.lock")
            removed[0].unlink()
        lock(descriptor, operation)

    monkeypatch.setattr("fcntl.flock", late)
    held = WriterLock.take(capture)
    with pytest.raises(CaptureError, match="Another Signpost"):
        WriterLock.take(capture)
    held.release()


def test_the_lock_of_another_process_holds_until_it_dies(tmp_path: Path) -> None:
    capture = tmp_path / "a.sqlite"
    command = [sys.executable, "-c", HOLDER, str(capture)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"taken\n"
        with pytest.raises(CaptureError, match="Another Signpost"):
            WriterLock.take(capture)
        holder.kill()
    WriterLock.take(capture).release()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CaptureError, match=r"Cannot write in .*file") as refused:
        WriterLock.take(tmp_path / "file" / "a.sqlite")
    assert "--out" in refused.value.hint
