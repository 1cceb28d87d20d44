"""`signpost detect`: what is read, what is refused, one JSON object a line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.cli import detect

NUMBER = "<p>Call +49 30 12345678</p>"
REFUSED = [
    ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40), "is no HTML"),
    ("paper", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n", "is no HTML"),
    ("bytes", bytes(range(256)) * 8, "is no HTML"),
    ("nothing", b"", "is empty"),
    ("blank", b" \r\n\t", "is empty"),
]


@pytest.mark.parametrize(("name", "content", "words"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_is_no_page_is_refused(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path,
    name: str, content: bytes, words: str,
) -> None:  # fmt: skip
    (tmp_path / name).write_bytes(content)
    assert signpost("detect", str(tmp_path / name)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err.splitlines()[0]


@pytest.mark.parametrize(
    "content",
    [NUMBER.encode(), f"\ufeff{NUMBER}".encode("utf-16"), NUMBER.encode("utf-16-le"), b"\0<html>" + NUMBER.encode()],
    ids=["bytes", "UTF-16 with a mark", "UTF-16", "a stray zero"],
)
def test_pages_in_odd_dress_are_not_refused(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "page.html").write_bytes(content)
    assert signpost("detect", str(tmp_path / "page.html")) == 0
    assert json.loads(capsys.readouterr().out)["file"] == str(tmp_path / "page.html")


def test_a_file_that_cannot_be_read_costs_its_own_line(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text(NUMBER)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NUMBER.encode())))
    assert signpost("detect", str(tmp_path / "none"), str(tmp_path), str(tmp_path / "page.html"), "-") == 2
    out, err = capsys.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["file"], len(line["contacts"])) for line in lines] == [(str(tmp_path / "page.html"), 1), ("-", 1)]
    assert ["cannot be read" in err, "is a folder" in err] == [True, True]


def test_a_name_that_is_no_text_is_written_all_the_same(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = f"{tmp_path}/\udcff.html"
    try:
        Path(name).write_text(NUMBER)
    except OSError:
        name = f"{tmp_path}/plain.html"  # macOS has no such names
        Path(name).write_text(NUMBER)
    assert signpost("detect", name) == 0
    assert json.loads(capsys.readouterr().out)["file"] == name.replace("\udcff", "\ufffd")


def test_a_file_that_is_too_large_is_not_read_in_part(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detect, "MAX_BYTES", 2**20)
    (tmp_path / "large.html").write_bytes(NUMBER.encode().ljust(2**20 + 1))
    assert signpost("detect", str(tmp_path / "large.html")) == 2
    assert "has more than 1 MB" in capsys.readouterr().err


@pytest.mark.parametrize(("country", "value"), [("de", "+493012345678"), ("UK", "+443012345678")])
def test_the_country_reads_numbers_without_a_prefix(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, country: str, value: str
) -> None:
    (tmp_path / "page.html").write_text("<p>Call us: 030 12345678</p>")
    assert signpost("detect", str(tmp_path / "page.html"), "--country", country) == 0
    found = json.loads(capsys.readouterr().out)["contacts"]
    assert [contact["value"] for contact in found if contact["value"].endswith("3012345678")] == [value]


def test_a_country_that_is_none_is_refused(signpost: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert signpost("detect", "-", "--country", "Narnia") == 2
    assert "no country with the code 'Narnia'" in capsys.readouterr().err
