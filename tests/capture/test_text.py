"""Text is read as it is seen."""

import pytest

from auditor.capture.text import one_line, plain


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("  a \t b\u00a0c ", "a b c"),
        ("a \n \n b", "a\nb"),
        ("0800\u200b\u00ad123", "0800123"),
        ("\ue0b0 Call", "Call"),
    ],
)
def test_white_space_and_invisible_characters_are_not_seen(written: str, seen: str) -> None:
    assert plain(written) == seen


def test_one_line_is_one_line_of_limited_length() -> None:
    assert one_line(" a\nb\u00a0c ") == "a b c"
    assert one_line("abcdef", 3) == "abc"
