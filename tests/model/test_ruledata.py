"""Rule data is read once, and a broken file is named."""

from pathlib import Path

import pytest

from auditor.model.errors import RuleError
from auditor.model.ruledata import FOLDER, rule_data, rule_files


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a: [1, 2", "line"),
        (b"a: 1\na: b: c", "line 2"),
        (b"\xff\xfe\x00", "YAML"),
        (b"a: \x07", "YAML"),
        (b"!!python/object/apply:os.getcwd []", "line 1"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_file_and_line(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "broken.yaml"
    file.write_bytes(content)
    with pytest.raises(RuleError, match=told) as refused:
        rule_data(str(file))
    assert "broken.yaml" in refused.value.hint


def test_a_missing_file_is_named() -> None:
    with pytest.raises(RuleError, match=r"vocabulary/tlh\.yaml") as refused:
        rule_data("vocabulary/tlh.yaml")
    assert refused.value.hint


def test_a_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "once.yaml"
    file.write_text("a: 1")
    first = rule_data(str(file))
    file.write_text("a: 2")
    assert rule_data(str(file)) is first


def test_files_come_sorted_and_can_be_read() -> None:
    found = rule_files("vocabulary")
    assert list(found) == sorted(found)
    assert all(name.startswith("vocabulary/") and rule_data(name) for name in found)


@pytest.mark.parametrize("folder", ["no-such-folder", "vocabulary/de.yaml"])
def test_a_folder_that_is_not_there_holds_nothing(folder: str) -> None:
    assert rule_files(folder) == ()


def test_every_yaml_file_of_the_rules_can_be_read() -> None:
    names = [file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.yaml")]
    assert names
    assert [name for name in names if not rule_data(name)] == []
