"""A block that was read once reads the same everywhere, and a page the same with and without the memory."""

import pytest

from auditor.capture.html import parse_html
from auditor.capture.shared import SharedBlocks
from auditor.model.page import Page

HEAD = "<header><nav><a href='/c'>Contact</a></nav></header>"
FOOT = "<footer><h2>Service</h2><p>Call 12 34</p><form action=/news><input name=mail></form></footer>"


def read(body: str, shared: SharedBlocks | None) -> Page:
    return parse_html(f"<body>{body}</body>".encode(), url="https://shop.example/a", shared=shared)


@pytest.mark.parametrize(
    "second",
    [
        HEAD + "<main><h2>Mugs</h2></main>" + FOOT,
        HEAD + "<aside><p>New</p></aside><main></main>" + FOOT,
        HEAD + "<nav><a href='/x'>Home</a></nav><main></main>" + FOOT,
        "<main id=m></main><main id=m></main>" + FOOT,
        HEAD + "<footer><p>Call 12 34</p><div><textarea></textarea><button>Go</button></div></footer>",
    ],
)
def test_memory_changes_nothing(second: str) -> None:
    shared = SharedBlocks()
    first = HEAD + "<main><h2>Press office</h2></main>" + FOOT
    assert read(first, shared) == read(first, None)
    assert read(second, shared) == read(second, None)
    assert read(second, shared) == read(second, None)


def test_a_block_is_remembered() -> None:
    shared = SharedBlocks()
    read(HEAD + FOOT, shared)
    known = dict(shared.known)
    read(HEAD + "<main></main>" + FOOT, shared)
    assert len(known) == 2
    assert {key[0] for key in known} <= {key[0] for key in shared.known}


def test_a_footer_does_not_stand_under_the_last_heading_of_the_content() -> None:
    page = read("<main><h2>Press office</h2></main><footer><p>Call 12 34</p></footer>", None)
    assert [element.heading for element in page.elements if element.text == "Call 12 34"] == [""]
