"""Formats are found by name."""

from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.errors import UsageError
from reports.registry import FORMATS, render


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_renders_the_same_bytes_twice(small: Audit, shots: Path, name: str) -> None:
    first = render(name, small, shots)
    assert first.endswith("\n")
    assert render(name, Audit.model_validate_json(small.to_json()), shots) == first


def test_file_names_are_plain_and_different() -> None:
    names = [known.file for known in FORMATS.values()]
    assert len(set(names)) == len(names)
    assert all(Path(name).name == name for name in names)


def test_an_unknown_format_is_named_with_the_known_ones(small: Audit) -> None:
    with pytest.raises(UsageError) as raised:
        render("pdf", small)
    assert raised.value.message == "There is no report format “pdf”."
    assert raised.value.hint == "Choose one of: html, json, term."
