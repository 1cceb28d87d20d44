"""Every error says what happened and what to do, and its exit code tells a script which kind it is."""

import re

import pytest

from auditor.model import errors
from auditor.model.errors import (
    BlockedError,
    CaptureError,
    GatherError,
    ReportError,
    RuleError,
    SignpostError,
    StoppedError,
    UnreachableError,
    UsageError,
)

CODES: dict[type[SignpostError], int] = {
    SignpostError: 2,
    UsageError: 2,
    GatherError: 3,
    UnreachableError: 3,
    BlockedError: 3,
    CaptureError: 2,
    RuleError: 2,
    ReportError: 2,
    StoppedError: 130,
}


@pytest.mark.parametrize(("kind", "code"), CODES.items())
def test_an_error_has_a_message_a_hint_and_an_exit_code(kind: type[SignpostError], code: int) -> None:
    with pytest.raises(SignpostError) as told:
        raise kind("What happened.", "What to do.")
    assert (told.value.message, told.value.hint, str(told.value)) == ("What happened.", "What to do.", "What happened.")
    assert told.value.exit_code == code


def test_a_hint_may_be_missing() -> None:
    assert SignpostError("What happened.").hint == ""


def test_the_tree_at_the_top_of_the_module_is_the_tree() -> None:
    drawn = re.findall(r"^(.*?)(\w+Error)\b", errors.__doc__ or "", re.MULTILINE)
    assert [name for _, name in drawn] == [kind.__name__ for kind in CODES]
    parents: list[str] = []
    for branch, name in drawn:
        level = len(branch) // 4
        parents[level:] = [name]
        assert getattr(errors, name).__base__.__name__ == (parents[level - 1] if level else "Exception")
