"""The capture gives back what was put in, one writer at a time."""

import sqlite3
from pathlib import Path

import pytest

from auditor.capture.records import ConsentRecord, Fetch, OverlayRecord, PressRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.errors import CaptureError
from auditor.model.page import Box
from auditor.model.settings import Settings
from auditor.model.terms import Action, Consent, Device, PageStatus

SETTINGS = Settings(url="https://shop.example/", pages=7)
HOME = Fetch("https://shop.example/", "https://shop.example/en", 200, PageStatus.OK, body=b"<p>home", redirects=("x",))
TWIN = Fetch("https://shop.example/b", "https://shop.example/b", 200, PageStatus.OK, body=b"<p>home", order=1, round=1)
DEAD = Fetch("https://shop.example/c", "", 0, PageStatus.ERROR, "No answer.", order=2, round=1, source=HOME.url)
PRESS = PressRecord(
    HOME.url, Device.MOBILE, "", Action.OPEN, "#menu", "Menu", "changed", "/1", box=Box(1, 2, 3, 4), step=1
)


def test_what_was_committed_comes_back_in_order(tmp_path: Path) -> None:
    with Capture.create(tmp_path / "a.sqlite", SETTINGS) as capture:
        capture.put_round([HOME])
        capture.put_round([TWIN, DEAD])
    with Capture.open(tmp_path / "a.sqlite") as capture:
        assert list(capture.fetches()) == [HOME, TWIN, DEAD]
        assert capture.fetched_urls() == {HOME.url, TWIN.url, DEAD.url}
        assert capture.settings == SETTINGS


def test_equal_bodies_are_stored_once(tmp_path: Path) -> None:
    with Capture.create(tmp_path / "a.sqlite", SETTINGS) as capture:
        capture.put_round([HOME, TWIN])
    rows = sqlite3.connect(tmp_path / "a.sqlite").execute("SELECT count(*) FROM body").fetchone()
    assert rows == (1,)


def test_snapshots_presses_consents_and_facts_come_back(tmp_path: Path) -> None:
    desktop = Snapshot(HOME.url, Device.DESKTOP, "", b"{}", "shot.webp", 1.5)
    mobile = Snapshot(HOME.url, Device.MOBILE, "/1", b"{}")
    overlay = OverlayRecord(HOME.url, Device.MOBILE, 0.6, 2, False, "No thanks")
    consent = ConsentRecord(HOME.url, Device.MOBILE, True, "own", Consent.REJECT, 2, 0.4, "pressed")
    with Capture.create(tmp_path / "a.sqlite", SETTINGS) as capture:
        capture.put_round([HOME])
        for snapshot in (mobile, desktop):
            capture.put_snapshot(snapshot)
        capture.put_press(PRESS)
        capture.put_consent(consent)
        capture.put_overlay(overlay)
        capture.put_fact("robots", {"found": True})
        assert list(capture.snapshots()) == [desktop, mobile]
        assert list(capture.presses()) == [PRESS]
        assert list(capture.consents()) == [consent]
        assert list(capture.overlays()) == [overlay]
        assert capture.fact("robots") == {"found": True}
        assert capture.fact("unknown", 3) == 3


def test_a_second_writer_is_told_so_and_the_first_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with Capture.create(path, SETTINGS) as capture:
        with pytest.raises(CaptureError, match="Another Signpost"):
            Capture.resume(path)
        capture.put_round([HOME])
    with Capture.resume(path) as capture:
        capture.put_round([TWIN])
        assert len(list(capture.fetches())) == 2


def test_a_closed_capture_is_one_file(tmp_path: Path) -> None:
    Capture.create(tmp_path / "a.sqlite", SETTINGS).close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite"]


@pytest.mark.parametrize("content", [None, b"", b"not a database at all, but long enough to look at" * 50])
def test_what_is_no_capture_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CaptureError) as refused:
        Capture.open(path)
    assert refused.value.hint


def test_a_folder_that_cannot_be_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CaptureError, match="Cannot write"):
        Capture.create(tmp_path / "file" / "a.sqlite", SETTINGS)
