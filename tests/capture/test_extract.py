"""A document is read into what a visitor can read and press."""

import pytest

from auditor.capture.html import parse_html
from auditor.model.page import Element, Page
from auditor.model.terms import ElementKind, Region

LINK, BUTTON, TEXT, HEADING = ElementKind.LINK, ElementKind.BUTTON, ElementKind.TEXT, ElementKind.HEADING
IMAGE = ElementKind.IMAGE


def read(body: str) -> Page:
    return parse_html(f"<html><body>{body}</body></html>".encode(), url="https://shop.example/a/b")


def kinds(page: Page) -> list[tuple[ElementKind, str]]:
    return [(element.kind, element.text or element.name) for element in page.elements]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Call <b>0800</b> 123</p>", [(TEXT, "Call 0800 123")]),
        ("<p>Tel: 1<br>Fax: 2</p>", [(TEXT, "Tel: 1\nFax: 2")]),
        ("<div>one<div>two</div>three</div>", [(TEXT, "one"), (TEXT, "two"), (TEXT, "three")]),
        ("<ul><li><a href=/c>Contact</a></li></ul>", [(LINK, "Contact")]),
        ("<p>Or <a href=/c>write</a>.</p>", [(TEXT, "Or write."), (LINK, "write")]),
        ("<a href=/c><img src=x.png alt='Call us'></a>", [(LINK, "Call us"), (ElementKind.IMAGE, "Call us")]),
        ("<a href='#' onclick='f()'>Show number</a>", [(BUTTON, "Show number")]),
        ("<details><summary>Delivery</summary><p>Two days</p></details>", [(BUTTON, "Delivery"), (TEXT, "Two days")]),
        ("<span role=button tabindex=0>Chat</span>", [(BUTTON, "Chat")]),
        ("<input type=submit value=Send>", [(BUTTON, "Send")]),
        ("<table><tr><td>Phone</td><td>12 34</td></tr></table>", [(TEXT, "Phone"), (TEXT, "12 34")]),
        ("<script>var a='<p>no</p>'</script><style>p{}</style><noscript>no</noscript>", []),
        ("<p>in<span style='display:none'>NOSPAM</span>fo</p>", [(TEXT, "info")]),
        ("<p>in\u00adfo\u200b</p>", [(TEXT, "info")]),
        ("<h2>Help <i></i></h2>", [(HEADING, "Help")]),
        ("<p>Call<svg><title>n</title><text>12 34</text></svg></p>", [(TEXT, "Call 12 34"), (IMAGE, "n")]),
        ("<svg><g><text>12 <tspan>34</tspan></text></g><text>Mo-Fr</text></svg>", [(TEXT, "12 34\nMo-Fr")]),
        ("<a href=/c><svg><text>Contact</text></svg></a>", [(LINK, "Contact")]),
        ("<canvas width=200></canvas>", [(IMAGE, "")]),
        ("<p>Phone: <input readonly value='12 34'> free</p>", [(TEXT, "Phone: 12 34 free")]),
        ("<p>Phone: <input type=tel disabled value='12 34'></p>", [(TEXT, "Phone: 12 34")]),
        ("<p>Phone: <input value='12 34'><input type=password readonly value=x></p>", [(TEXT, "Phone:")]),
        ("", []),
    ],
)
def test_a_visitor_reads_and_presses(html: str, expected: list[tuple[ElementKind, str]]) -> None:
    assert kinds(read(html)) == expected


def only(page: Page, kind: ElementKind) -> Element:
    found = [element for element in page.elements if element.kind is kind]
    assert len(found) == 1
    return found[0]


def test_a_link_is_absolute_and_other_schemes_stay_as_written() -> None:
    assert only(read("<a href='../c?x=1'>c</a>"), LINK).href == "https://shop.example/c?x=1"
    assert only(read("<a href='tel:+49 221'>c</a>"), LINK).href == "tel:+49 221"


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<a href=/c aria-label='Call us'>x</a>", "Call us"),
        ("<i id=l>Live chat</i><a href=/c aria-labelledby=l>x</a>", "Live chat"),
        ("<a href=/c title='Our number'></a>", "Our number"),
        ("<a href=/c><svg><title>Phone</title></svg></a>", "Phone"),
    ],
)
def test_a_control_has_its_accessible_name(html: str, name: str) -> None:
    assert only(read(html), LINK).name == name


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<header><a href=/c>c</a></header>", Region.HEADER),
        ("<header><nav><a href=/c>c</a></nav></header>", Region.NAV),
        ("<article><header><a href=/c>c</a></header></article>", Region.MAIN),
        ("<footer><nav><a href=/c>c</a></nav></footer>", Region.FOOTER),
        ("<div class='site-footer dark'><a href=/c>c</a></div>", Region.FOOTER),
        ("<div class='card-footer'><a href=/c>c</a></div>", Region.MAIN),
        ("<div role=dialog><a href=/c>c</a></div>", Region.DIALOG),
        ("<aside><a href=/c>c</a></aside>", Region.ASIDE),
    ],
)
def test_an_element_stands_in_its_region(html: str, region: Region) -> None:
    assert only(read(html), LINK).region is region


def test_text_knows_the_heading_before_it() -> None:
    page = read("<h2>Press office</h2><p>Call 12 34</p><h2>Service</h2><p>Call 56 78</p>")
    assert [(e.heading, e.text) for e in page.elements if e.kind is TEXT] == [
        ("Press office", "Call 12 34"),
        ("Service", "Call 56 78"),
    ]


@pytest.mark.parametrize(
    ("html", "selector"),
    [
        ("<footer><a href=/c>c</a></footer>", "footer > a:nth-of-type(1)"),
        ("<div id=box><p><a href=/c>c</a></p></div>", "#box > p:nth-of-type(1) > a:nth-of-type(1)"),
        ("<div id=x></div><div id=x><a href=/c>c</a></div>", "body > div:nth-of-type(2) > a:nth-of-type(1)"),
        ("<div id=r12345><a href=/c>c</a></div>", "body > div:nth-of-type(1) > a:nth-of-type(1)"),
    ],
)
def test_a_selector_is_short_and_steady(html: str, selector: str) -> None:
    assert only(read(html), LINK).selector == selector


def test_a_noscript_that_was_never_closed_does_not_hide_the_page() -> None:
    page = read("<noscript><img src=pixel.gif>" + "<p>line</p>" * 80 + "<p>Call 12 34</p>")
    assert "Call 12 34" in [element.text for element in page.elements]
    assert read("<noscript><p>Please use scripts</p></noscript>").elements == ()


def test_what_the_parser_hangs_under_an_embed_is_read() -> None:
    assert kinds(read("<embed src=a.swf><p>Call 12 34</p>")) == [(TEXT, "Call 12 34")]


def test_a_tree_without_end_is_read_as_far_as_people_go() -> None:
    page = read("<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p>")
    assert not page.whole


def test_a_page_of_too_many_elements_is_not_read_to_its_end() -> None:
    assert read("<p>a</p>" * 20_000).whole
    assert not read("<p>a</p>" * 20_002).whole
