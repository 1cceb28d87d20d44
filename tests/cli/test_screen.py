"""What reaches the terminal: nothing that steers it, results as UTF-8, errors in two lines."""

import io
import sys

import pytest

from auditor.cli.screen import emit, fail, harmless, open_streams, results, say, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe 3 €\t…\n", "Größe 3 €\t…\n"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("a\u202egnp.exe", "a\ufffdgnp.exe"),
        ("line\rover", "line\ufffdover"),
        ("\x9b31m", "\ufffd31m"),
    ],
)
def test_nothing_steers_a_terminal(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_long_message_loses_its_middle() -> None:
    assert shortened("a" * 10, 10) == "a" * 10
    assert shortened("a" * 50 + "b" * 50, 10) == "aaaaa … bbbbb"


def test_an_error_is_a_message_and_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    fail("[bold]no[/bold] \x1b[31m page", "look [here]")
    fail("short", "")
    say("by the way")
    expected = "signpost: [bold]no[/bold] \ufffd[31m page\nlook [here]\nsignpost: short\nby the way\n"
    assert capsys.readouterr() == ("", expected)


def test_a_result_is_written_as_utf8_whatever_the_terminal_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    emit("Größe \ud800 …\n")
    assert raw.getvalue() == "Größe ? …\n".encode()


def test_a_terminal_that_knows_few_letters_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    open_streams()
    with results():
        sys.stdout.write("3 clicks · 25 s …")
    assert raw.getvalue() == b"3 clicks ? 25 s ?"


class Full(io.StringIO):
    """A stream whose disk is full, or whose reader has gone."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        raise self._error


def test_a_reader_that_has_gone_is_left_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Full(BrokenPipeError()))
    with pytest.raises(BrokenPipeError), results():
        sys.stdout.write("x")


def test_a_stream_that_nobody_reads_does_not_hide_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full(BrokenPipeError()))
    fail("message", "hint")
    say("text")


def test_an_error_is_red_on_a_terminal_that_has_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    fail("no", "")
    monkeypatch.setenv("NO_COLOR", "1")
    fail("no", "")
    assert terminal.getvalue() == "\x1b[1;31msignpost: no\x1b[0m\nsignpost: no\n"
