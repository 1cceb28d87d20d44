"""How errors and interrupts end the command."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.cli import app, main
from auditor.model.errors import BlockedError, CaptureError, StoppedError, UsageError

ENDS = [
    (UsageError("wrong", "do it right"), 2, "signpost: wrong\ndo it right\n"),
    (CaptureError("torn", "gather"), 2, "signpost: torn\ngather\n"),
    (BlockedError("shut", "ask"), 3, "signpost: shut\nask\n"),
    (StoppedError("Stopped after 3 pages.", "Go on"), 130, "signpost: Stopped after 3 pages.\nGo on\n"),
    (KeyboardInterrupt(), 130, "signpost: Stopped.\n"),
]


def raising(error: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise error

    return run


@pytest.mark.parametrize(("error", "code", "told"), ENDS, ids=[type(error).__name__ for error, _, _ in ENDS])
def test_an_error_ends_with_its_code_and_its_words(
    error: BaseException, code: int, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "run", raising(error))
    assert main.ended() == code
    assert capsys.readouterr() == ("", told)


def test_a_mistake_of_our_own_names_its_place_and_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "run", raising(ZeroDivisionError("by\nzero")))
    assert main.ended() == 3
    message, hint = capsys.readouterr().err.splitlines()
    assert "ZeroDivisionError: by zero; test_main.py, line " in message
    assert main.DEBUG in hint
    monkeypatch.setenv(main.DEBUG, "1")
    assert main.ended() == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after"), [(signal.SIG_DFL, signal.default_int_handler), (signal.SIG_IGN, signal.SIG_IGN)]
)
def test_a_request_to_end_is_treated_as_ctrl_c_unless_it_is_ignored(
    before: signal.Handlers, after: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(app, "run", lambda: 0)
    kept = {number: signal.signal(number, before) for number in main.ENDING}
    try:
        with pytest.raises(SystemExit) as end:
            main.main()
        assert end.value.code == 0
        assert [signal.getsignal(number) for number in main.ENDING] == [after] * len(main.ENDING)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
