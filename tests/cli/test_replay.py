"""`signpost replay`: what it lists, refuses and ends with; the walk itself is in tests/smoke."""

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.capture.store import Capture
from auditor.cli.replay import _resolve_of, exit_code
from auditor.cli.report import read_audit
from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.replay import Replayed, Result, Seen, Sight
from auditor.model.settings import Settings
from auditor.model.terms import Channel, Device, Outcome, Stage

Call = Callable[..., int]


@pytest.fixture
def small(golden: Path) -> Audit:
    return read_audit(golden)


def ended(result: Result) -> Replayed:
    way = Journey(
        id="j", stage=Stage.HOME, device=Device.DESKTOP, channel=Channel.PHONE, start="p1", outcome=Outcome.REACHED
    )
    return Replayed(result, Seen(way, 1, None, Sight.THERE))


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ([Result.WORKS], 0),
        ([Result.WORKS, Result.BROKEN], 1),
        ([Result.UNKNOWN, Result.BROKEN], 1),
        ([Result.UNKNOWN, Result.WORKS], 3),
    ],
)
def test_the_exit_code_tells_whether_the_ways_still_work(results: list[Result], code: int) -> None:
    assert exit_code([ended(result) for result in results]) == code


def test_what_can_be_replayed_is_listed(signpost: Call, capsys: pytest.CaptureFixture[str], golden: Path) -> None:
    assert signpost("replay", str(golden), "--list") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert any("Phone, desktop, from the home page: " in line for line in out.splitlines())


def test_a_window_needs_a_display(
    signpost: Call, capsys: pytest.CaptureFixture[str], golden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert signpost("replay", str(golden), "--headed") == 2
    message, hint = capsys.readouterr().err.splitlines()
    assert "no display here to open a window on" in message
    assert "Leave --headed out" in hint


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("--journey", "home.fax.desktop"), "no way to replay called 'home.fax.desktop'"),
        (("--channel", "pigeon"), "'pigeon'"),
        (("--slow", "-1"), "--slow"),
        (("--resolve", "nonsense"), "--resolve cannot be read"),
    ],
)
def test_wrong_use_is_said_before_anything_is_visited(
    signpost: Call, capsys: pytest.CaptureFixture[str], golden: Path, typed: tuple[str, ...], words: str
) -> None:
    assert signpost("replay", str(golden), *typed) == 2
    err = capsys.readouterr().err
    assert (words in err, "Traceback" in err) == (True, False)


def test_a_folder_that_cannot_be_made_is_wrong_use(
    signpost: Call, capsys: pytest.CaptureFixture[str], golden: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    assert signpost("replay", str(golden), "--out", str(tmp_path / "file" / "in")) == 2
    assert "cannot be made" in capsys.readouterr().err


def test_an_audit_that_is_none_is_refused(signpost: Call, tmp_path: Path) -> None:
    assert signpost("replay", str(tmp_path)) == 2


def test_the_help_ends_with_the_exit_codes(signpost: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert signpost("replay", "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.endswith(
        "Exit codes: 0 the way still works, 1 it no longer does, 2 wrong use, 3 could not be measured, 130 stopped."
    )


def test_detours_are_those_of_the_capture_of_this_very_site(small: Audit, tmp_path: Path) -> None:
    detour = ("shop.test:443:127.0.0.1:8443",)
    for url, found in ((small.settings.url, detour), ("https://elsewhere.test/", ())):
        file = tmp_path / "capture.sqlite"
        Capture.create(file, Settings(url=url, resolve=detour)).close()
        assert _resolve_of(file, small) == found
    assert _resolve_of(tmp_path / "none.sqlite", small) == ()
