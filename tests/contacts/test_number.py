"""Strings in a text that can be dialled."""

import pytest

from auditor.contacts.number import numbers_in


def test_a_text_without_numbers_gives_none() -> None:
    assert numbers_in("Open from 9 to 17, since 1984", "DE") == ()


def test_offsets_and_shown_text_are_those_of_the_text() -> None:
    text = "From Mexico: 01 800 212 0752."
    (number,) = numbers_in(text, "MX")
    assert text[number.start : number.end] == number.shown


@pytest.mark.parametrize("text", ["Total 030 901820 €", "EUR 030 901820", "#030901820", "a030 901820@b.de"])
def test_amounts_and_parts_of_longer_strings_are_left_out(text: str) -> None:
    assert [n for n in numbers_in(text, "DE") if n.valid] == []


@pytest.mark.parametrize(
    ("text", "strong"),
    [("030 901820", True), ("+49 30 901820", True), ("2025550123", False), ("202-555-0123", True)],
)
def test_only_numbers_written_as_such_need_no_label(text: str, strong: bool) -> None:
    assert numbers_in(text, "DE" if "30" in text[:6] else "US")[0].strong is strong
