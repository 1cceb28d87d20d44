"""Blocks that read the same on different pages have one digest."""

import pytest

from auditor.capture.html import parse_html
from auditor.model.terms import Region

MENU = "<header><nav><a href='/a' {a}>A</a><a href='/b' {b}>B</a></nav></header>"


def digest(body: str, url: str = "https://shop.example/") -> str:
    page = parse_html(f"<body class='page-12'>{body}</body>".encode(), url=url)
    return next(block.digest for block in page.blocks if block.region is not Region.MAIN)


@pytest.mark.parametrize(
    "mark", ["class=active", "aria-current=page", "class='current-menu-item current_page_item'", "nonce=k3y"]
)
def test_marks_of_the_active_item_change_nothing(mark: str) -> None:
    assert digest(MENU.format(a=mark, b="")) == digest(MENU.format(a="", b=mark))


@pytest.mark.parametrize(
    "other",
    [
        MENU.format(a="hidden", b=""),
        MENU.format(a="", b="").replace(">A<", ">Aa<"),
        f"<div class=dark>{MENU.format(a='', b='')}</div>",
        MENU.format(a="class=inactive", b=""),
    ],
)
def test_what_a_visitor_may_see_differently_changes_it(other: str) -> None:
    assert digest(other) != digest(MENU.format(a="", b=""))


def test_relative_links_read_differently_in_another_folder() -> None:
    relative = "<footer><a href='contact.html'>Contact</a></footer>"
    rooted = "<footer><a href='/contact.html'>Contact</a></footer>"
    assert digest(relative, "https://shop.example/x/1") == digest(relative, "https://shop.example/x/2")
    assert digest(relative, "https://shop.example/x/1") != digest(relative, "https://shop.example/y/1")
    assert digest(rooted, "https://shop.example/x/1") == digest(rooted, "https://shop.example/y/1")


def test_what_counts_is_where_links_lead_not_how_they_are_written() -> None:
    near = "<footer><a href='contact.html'>Contact</a> <img src='i/a.png'></footer>"
    far = "<footer><a href='../contact.html'>Contact</a> <img src='../i/a.png'></footer>"
    assert digest(near, "https://shop.example/") == digest(far, "https://shop.example/x/")
