"""Phrases as patterns."""

import pytest

from auditor.contacts.wordlists import any_of, followed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tel. 5", "Tel."),
        ("TELEFON 5", "TELEFON"),
        ("Hotel", None),
        ("vat   no 5", "vat   no"),
        ("電話番号", "電話"),
        ("fax5", "fax"),
        ("faxes", None),
    ],
)
def test_whole_words_in_any_case_the_longest_first(text: str, found: str | None) -> None:
    match = any_of(["tel", "tel.", "telefon", "vat no", "vat", "電話", "fax"]).search(text)
    assert (match[0] if match else None) == found


def test_no_phrases_match_nothing() -> None:
    assert any_of([]).search("anything") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("Your ORDER  no. 5", "ORDER  no."), ("invoice #5", "invoice #"), ("reorder no 5", None), ("orders no 5", None)],
)
def test_one_phrase_behind_another(text: str, found: str | None) -> None:
    match = followed(["order", "invoice"], ["no", "no.", "#"]).search(text)
    assert (match[0] if match else None) == found
