"""Pages of one template have one digest; what tells one item from another is not in it."""

import re

import pytest
from lxml.html import document_fromstring

from auditor.capture.template import DEPTH, template_of


def template(html: str) -> str:
    body = document_fromstring(f"<html><body>{html}</body></html>").find("body")
    assert body is not None
    return template_of(body)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<div class='post post-123'></div>", "<div class='post post-9'></div>"),
        ("<div class='a b'></div>", "<div class=' b   a '></div>"),
        ("<div></div>", "<div></div><div></div><div></div>"),
        ("<div class=x></div><main></main>", "<main></main><div class=x></div>"),
        ("<main><p>a</p></main>", "<main><ul><li>a</ul><table><tr><td><div class=y></div></table></main>"),
        ("<main><!-- a --></main>", "<main></main>"),
        ("<div id=a></div>", "<div id=b data-x=1></div>"),
    ],
)
def test_content_does_not_change_a_template(one: str, other: str) -> None:
    assert template(one) == template(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<div></div>", "<section></section>"),
        ("<div class=product></div>", "<div class=category></div>"),
        ("<div><form></form></div>", "<form></form><div></div>"),
        ("", "<div></div>"),
    ],
)
def test_structure_changes_it(one: str, other: str) -> None:
    assert template(one) != template(other)


def test_only_the_upper_levels_count() -> None:
    def nested(levels: int, inside: str) -> str:
        return template("<div>" * levels + inside + "</div>" * levels)

    assert nested(DEPTH, "<nav></nav>") != nested(DEPTH, "")
    assert nested(DEPTH + 1, "<nav></nav>") == nested(DEPTH + 1, "")


@pytest.mark.parametrize("html", ["", "<div>" * 5_000, "<div class=x></div>" * 50_000], ids=["none", "deep", "wide"])
def test_a_template_is_16_hex_digits_of_any_page(html: str) -> None:
    assert re.fullmatch("[0-9a-f]{16}", template(html))
