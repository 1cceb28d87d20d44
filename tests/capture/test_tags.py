"""The sets of tags say one thing of a tag."""

import pytest
from lxml.html import document_fromstring

from auditor.capture.extract import Extraction
from auditor.capture.tags import BLOCKS, BUTTON_INPUTS, HEADINGS, NO_FIELDS, SKIPPED


def texts(html: str) -> list[str]:
    root = document_fromstring(f"<html><body>{html}</body></html>")
    return [element.text for element in Extraction(root, "https://shop.example/").elements if element.text]


def test_what_is_never_read_breaks_no_line() -> None:
    assert not SKIPPED & BLOCKS


def test_every_heading_breaks_the_line() -> None:
    assert HEADINGS < BLOCKS


def test_an_input_that_is_a_button_is_no_field() -> None:
    assert BUTTON_INPUTS < NO_FIELDS


@pytest.mark.parametrize("tag", sorted({"p", "li", "dd", "h4", "article", "blockquote", "address"}))
def test_a_block_parts_what_stands_around_it(tag: str) -> None:
    assert texts(f"<div>a<{tag}>b</{tag}>c</div>") == ["a", "b", "c"]


@pytest.mark.parametrize("tag", ["b", "em", "span", "small", "abbr", "custom-tag"])
def test_an_inline_element_parts_nothing(tag: str) -> None:
    assert texts(f"<div>a<{tag}>b</{tag}>c</div>") == ["abc"]


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "object"])
def test_what_is_code_or_for_others_is_not_read(tag: str) -> None:
    assert texts(f"<p>a<{tag}>b</{tag}>c</p>") == ["ac"]
