"""The folder of one audit: its places, and what is said when it cannot be written."""

from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.errors import UsageError
from auditor.results import Results, write_file

GOLDEN = Path(__file__).parent / "golden" / "small.audit.json"


def test_the_usual_places(tmp_path: Path) -> None:
    results = Results.in_folder(tmp_path / "out" / "brand")
    assert results.capture == tmp_path / "out" / "brand" / "capture.sqlite"
    assert results.audit == tmp_path / "out" / "brand" / "audit.json"
    assert results.report == tmp_path / "out" / "brand" / "report.html"
    assert results.shots.is_dir()


def test_screenshots_lie_beside_the_capture_that_names_them(tmp_path: Path) -> None:
    assert Results(tmp_path / "elsewhere", tmp_path / "brand" / "c.sqlite").shots == tmp_path / "brand" / "shots"


@pytest.mark.parametrize("under", ["file", "file/below", "file/far/below"])
def test_a_file_in_the_way_of_the_folder(tmp_path: Path, under: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="a file of that name is in the way") as caught:
        Results.in_folder(tmp_path / under)
    assert "--out" in caught.value.hint
    assert (tmp_path / "file").read_text() == "mine"


def test_an_audit_is_written_as_it_is(tmp_path: Path) -> None:
    document = Audit.model_validate_json(GOLDEN.read_bytes())
    results = Results.in_folder(tmp_path)
    results.write_audit(document)
    assert results.audit.read_text(encoding="utf-8") == document.to_json()


def test_what_cannot_be_written_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "audit.json").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(tmp_path / "audit.json", "{}")
    assert [path.name for path in tmp_path.iterdir()] == ["audit.json"]


def test_half_a_letter_does_not_stop_a_report(tmp_path: Path) -> None:
    write_file(tmp_path / "new" / "report.html", "a\ud800b")
    assert (tmp_path / "new" / "report.html").read_text() == "a?b"
