"""What Typer finds wrong is told in the same form as all other errors."""

from collections.abc import Callable

import pytest

WRONG = [
    ((), "What shall be done?", "signpost --help"),
    (("adit",), "No such command 'adit'.", "See signpost --help."),
    (("audit", "--pagse", "3"), "No such option: --pagse", "See signpost audit --help."),
    (("audit", "a", "b"), "(b)", "See signpost audit --help."),
    (("audit", "a", "--pages", "many"), "'--pages'", "See signpost audit --help."),
    (("audit", "a", "--pages"), "'--pages' requires an argument.", "--help."),
    (("audit", "a", "--consent", "maybe"), "'reject', 'accept', 'leave'.", "See signpost audit --help."),
    (("report",), "Missing argument", "See signpost report --help."),
    (("demo", "--port", "99999"), "'--port'", "See signpost demo --help."),
]


@pytest.mark.parametrize(("typed", "words", "hint"), WRONG, ids=[" ".join(typed) for typed, _, _ in WRONG])
def test_wrong_use_is_one_line_and_a_hint(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], words: str, hint: str
) -> None:
    assert signpost(*typed) == 2
    out, err = capsys.readouterr()
    message, second = err.splitlines()
    assert out == ""
    assert message.startswith("signpost: ")
    assert words in message
    assert hint in second


def test_version(signpost: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert signpost("--version") == 0
    assert capsys.readouterr().out.startswith("signpost ")


@pytest.mark.parametrize("command", ["audit", "detect", "report", "demo"])
def test_the_help_of_every_command_ends_with_the_exit_codes(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert signpost(command, "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.endswith("Exit codes: 0 fine, 2 wrong use, 3 could not be measured, 130 stopped.")
    assert ("--version" in told) == ("Not the version of Signpost." in told)
