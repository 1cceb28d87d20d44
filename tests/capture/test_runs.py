"""Pieces of text become what a reader takes in as one line."""

import pytest
from lxml.html import fragment_fromstring

from auditor.capture.runs import Piece, Runs, any_seen, hidden_beside, joined, unknown

ELEMENT = fragment_fromstring("<p>x</p>")


@pytest.mark.parametrize(
    ("pieces", "text", "seen", "visible"),
    [
        ([], "", False, False),
        ([Piece("info", True), Piece("NOSPAM", False), Piece("@shop", True)], "info@shop", True, False),
        ([Piece("hidden", False), Piece(" ", None)], "hidden", False, False),
        ([Piece(" ", True)], "", False, False),
        ([Piece("a", None), Piece("b", False)], "a", False, None),
        ([Piece("Tel.", None), Piece("\n", None), Piece("1 ", None)], "Tel.\n1", False, None),
    ],
)
def test_what_is_hidden_is_read_only_when_nothing_else_is_there(
    pieces: list[Piece], text: str, seen: bool, visible: bool | None
) -> None:
    assert (joined(pieces), any_seen(pieces), unknown(pieces)) == (text, seen, visible)


@pytest.mark.parametrize(
    ("pieces", "apart"),
    [
        ([Piece("Care line", True), Piece("01539 733 298", False)], ["01539 733 298"]),
        ([Piece("Care line", None), Piece("01539 733 298", False)], ["01539 733 298"]),
        ([Piece("01539 733 298", False), Piece(" ", None), Piece("Care", True)], ["01539 733 298"]),
        ([Piece("Mail ", True), Piece("care@", False), Piece("shop.com", False)], ["care@shop.com"]),
        ([Piece("01539 ", True), Piece("99", False), Piece("733 298", True)], []),
        ([Piece("01539", True), Piece("9988776655", False), Piece("733298", True)], []),
        ([Piece("01539", True), Piece("9988776655", False), Piece(" or", True)], ["9988776655"]),
        ([Piece("info", True), Piece("NOSPAM", False), Piece("@shop", True)], []),
        ([Piece("Call 01539 733 298", True), Piece(" 01539 733 298", False)], []),
        ([Piece("01539 733 298", False), Piece(" ", None)], []),
        ([], []),
    ],
)
def test_a_number_hidden_beside_text_is_read_apart(pieces: list[Piece], apart: list[str]) -> None:
    assert hidden_beside(pieces) == apart


def test_a_line_break_of_the_source_is_a_space_and_a_br_is_not() -> None:
    runs = Runs(ELEMENT, "p")
    runs.add("one\n two", None, bare=True)
    runs.line_break()
    runs.add("three", None, bare=True)
    assert joined(runs.run.pieces) == "one two\nthree"


@pytest.mark.parametrize(
    ("texts", "bare"),
    [([("Contact", False)], False), ([("Contact", False), (" \n ", True)], False), ([("Or ", True)], True)],
)
def test_white_space_around_a_control_is_no_text_of_its_own(texts: list[tuple[str, bool]], bare: bool) -> None:
    runs = Runs(ELEMENT, "p")
    for text, outside in texts:
        runs.add(text, None, bare=outside)
    assert runs.run.bare is bare


def test_space_before_the_first_word_is_dropped_but_a_listener_hears_it() -> None:
    runs = Runs(ELEMENT, "p")
    runs.add("  ", None, bare=True)
    assert runs.run.pieces == []
    heard = runs.listen()
    runs.add("  ", None, bare=True)
    assert heard == [Piece(" ", None)]


def test_a_control_around_several_lines_has_the_text_of_all() -> None:
    runs = Runs(ELEMENT, "p")
    outer = runs.listen()
    runs.add("Call", None, bare=False)
    inner = runs.listen()
    runs.start(ELEMENT, "p > b", 3)
    runs.add("us", None, bare=False)
    runs.forget()
    runs.add("now", None, bare=False)
    assert (joined(outer), joined(inner)) == ("Call usnow", "us")
    assert (runs.run.selector, runs.run.at, joined(runs.run.pieces)) == ("p > b", 3, "usnow")
