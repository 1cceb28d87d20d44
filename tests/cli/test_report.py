"""`signpost report`: an audit in any format, and what is no audit."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

FORMATS = [("html", "<!doctype html>"), ("json", "{"), ("term", "Larkfield Lamps · ")]
WRONG = [
    ("{}", "(tool: Field required)"),
    ('{"schema": "signpost.audit/9"}', "(schema: "),
    ("[1, 2", "(Invalid JSON: "),
    ("", "(Invalid JSON: "),
]


@pytest.mark.parametrize(("format", "begin"), FORMATS)
def test_a_format_goes_to_stdout(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], golden: Path, format: str, begin: str
) -> None:
    assert signpost("report", str(golden), "--format", format) == 0
    out, err = capsys.readouterr()
    assert out.startswith(begin)
    assert err == ""


def test_a_folder_stands_for_the_audit_in_it(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], golden: Path, tmp_path: Path
) -> None:
    (tmp_path / "audit.json").write_bytes(golden.read_bytes())
    assert signpost("report", str(tmp_path), "--format", "json", "--out", str(tmp_path / "new" / "copy.json")) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads((tmp_path / "new" / "copy.json").read_text()) == json.loads(golden.read_text())


@pytest.mark.parametrize(("content", "words"), WRONG, ids=[content or "empty" for content, _ in WRONG])
def test_what_is_no_audit_is_said_to_be_none(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "audit.json").write_text(content)
    assert signpost("report", str(tmp_path)) == 2
    message, hint = capsys.readouterr().err.splitlines()
    assert "audit.json is no signpost.audit/1 document " in message
    assert words in message
    assert "signpost audit --capture" in hint
