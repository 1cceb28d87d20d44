"""The line of progress: its words, and where it is shown."""

import io
import sys

import pytest

from auditor.cli.progress import ProgressLine, line_of
from auditor.model.progress import Progress

LINES = [
    (Progress("start"), "Starting"),
    (Progress("start", message="Asking for the home page"), "Asking for the home page"),
    (Progress("fetch", pages=1, queued=0), "Reading pages · 1 page · 0 queued"),
    (
        Progress("fetch", pages=38, queued=42, found=("phone", "email")),
        "Reading pages · 38 pages · 42 queued · found: phone, email",
    ),
    (
        Progress("render", pages=38, queued=42, rendered=6, message="Rendering the home page"),
        "Rendering the home page · 38 pages · 42 queued · 6 rendered",
    ),
    (Progress("done", pages=80, message="the 9 s were spent"), "Working out the ways · 80 pages"),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("progress", "line"), LINES, ids=[line for _, line in LINES])
def test_the_line(progress: Progress, line: str) -> None:
    assert line_of(progress) == line


def shown_on(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, quiet: bool) -> str:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stream)
    with ProgressLine(quiet=quiet) as line:
        line.show(Progress("fetch", pages=38, queued=42, found=("phone\x1b[2J",)))
    return stream.getvalue()


def test_a_terminal_sees_it_and_it_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = shown_on(Terminal(), monkeypatch, quiet=False)
    assert "Reading pages · 38 pages · 42 queued" in shown
    assert "\x1b[2J" not in shown
    assert shown.rpartition("\x1b[2K")[2].strip() == ""


@pytest.mark.parametrize(("stream", "quiet"), [(Terminal(), True), (io.StringIO(), False)], ids=["--quiet", "a file"])
def test_nobody_else_sees_anything(stream: io.StringIO, quiet: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_on(stream, monkeypatch, quiet=quiet) == ""
