"""What an element has from where it stands: its region, and whether something around it hides it."""

import pytest
from lxml.html import fragment_fromstring

from auditor.capture.html import parse_html
from auditor.capture.look import Layout, Look
from auditor.capture.place import Place
from auditor.model.page import Box
from auditor.model.terms import Region

VIEWPORT = (1366, 768)


def _hidden(html: str) -> list[tuple[str, bool | None]]:
    page = parse_html(f"<html><body>{html}</body></html>".encode(), url="https://shop.example/")
    return [(element.text, element.visible) for element in page.elements]


@pytest.mark.parametrize(
    ("html", "visible"),
    [
        ("<p>a</p>", None),
        ("<p hidden>a</p>", False),
        ("<div hidden><a href=/c>a</a></div>", False),
        ("<div style='display: none'><p>a</p></div>", False),
        ("<details open><p>a</p></details>", None),
        ("<details><p>a</p></details>", False),
    ],
)
def test_unrendered_nothing_is_known_to_be_visible_but_markup_may_hide(html: str, visible: bool | None) -> None:
    assert _hidden(html) == [("a", visible)]


def test_the_summary_of_closed_details_is_not_hidden() -> None:
    assert _hidden("<details><summary>Delivery</summary><p>a</p></details>") == [("Delivery", None), ("a", False)]


@pytest.mark.parametrize(
    ("around", "box", "region"),
    [
        (Region.MAIN, Box(0, 0, 1366, 80), Region.HEADER),
        (Region.MAIN, Box(0, 700, 1366, 68), Region.FLOATING),
        (Region.MAIN, Box(1280, 690, 60, 60), Region.FLOATING),
        (Region.ASIDE, None, Region.FLOATING),
        (Region.NAV, Box(0, 0, 1366, 80), Region.NAV),
        (Region.FOOTER, Box(0, 700, 1366, 68), Region.FOOTER),
    ],
)
def test_what_is_fixed_floats_unless_it_is_a_bar_along_the_top(around: Region, box: Box | None, region: Region) -> None:
    element, look = fragment_fromstring("<div></div>"), Look(visible=True, box=box, block=True, fixed=True)
    inside = Place(region=around).inside(element, "div", look, Layout(VIEWPORT, {element: look}))
    assert (inside.region, inside.sticky) == (region, True)


@pytest.mark.parametrize(
    ("around", "html", "region"),
    [
        (Region.FOOTER, "<nav></nav>", Region.FOOTER),
        (Region.DIALOG, "<header></header>", Region.DIALOG),
        (Region.FOOTER, "<dialog></dialog>", Region.DIALOG),
        (Region.MAIN, "<nav></nav>", Region.NAV),
    ],
)
def test_a_footer_and_a_dialog_keep_what_stands_in_them(around: Region, html: str, region: Region) -> None:
    element = fragment_fromstring(html)
    assert Place(region=around).inside(element, element.tag, None, None).region is region
