"""A snapshot becomes a tree; one that no browser made costs itself, never the run."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from auditor.capture.layout import STYLES, parse_snapshot
from auditor.capture.tree import MAX_DEPTH, MAX_NODES, SnapshotTree
from auditor.model.errors import CaptureError
from auditor.model.page import Page
from auditor.model.terms import Device, ElementKind

Body = Callable[[Any], int]
Break = Callable[[dict[str, Any]], object]


def tree(payload: dict[str, Any]) -> SnapshotTree:
    return SnapshotTree(payload["dom"], (1366, 768), STYLES)


def read(payload: dict[str, Any]) -> Page:
    return parse_snapshot(json.dumps(payload).encode(), url="https://shop.example/", device=Device.DESKTOP)


def html(payload: dict[str, Any]) -> str:
    root = tree(payload).root
    assert root is not None
    return etree.tostring(root, encoding="unicode")


def framed(payload: dict[str, Any], *inner: dict[str, Any], at: int, holds: int = 1) -> dict[str, Any]:
    """The payload with the documents of others, the first of them in the frame `at`; they share no strings."""
    document = payload["dom"]["documents"][0]
    document["nodes"]["contentDocumentIndex"] = {"index": [at], "value": [holds]}
    payload["dom"]["documents"].extend(each["dom"]["documents"][0] for each in inner)
    return payload


def test_the_tree_is_that_of_the_page(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    builder.node(builder.node(body, "P", text="Call "), "B", text="us", title="a & b")
    expected = '<html lang="en"><body><p>Call <b title="a &amp; b">us</b></p></body></html>'
    assert html(builder.payload()) == expected


def test_unpainted_text_stands_apart_and_code_does_not(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    builder.node(body, "P", None, text="hidden")
    builder.node(body, "SCRIPT", None, text="code")
    builder.node(body, "P", None, text="  ")
    inside = "<p><signpost-hidden>hidden</signpost-hidden></p><script>code</script><p>  </p>"
    assert html(builder.payload()) == f'<html lang="en"><body>{inside}</body></html>'


@pytest.mark.parametrize(("written", "read"), [("New: ", "New: Menu"), ("+", " Menu"), ("\uf095", " Menu")])
def test_what_a_style_sheet_writes_is_read_if_it_is_words(builder: Any, body_of: Body, written: str, read: str) -> None:
    link = builder.node(body_of(builder), "A")
    before = builder.node(link, "::before")
    builder.node(link, "B", text="Menu")
    payload = builder.payload()
    document, strings = payload["dom"]["documents"][0], payload["dom"]["strings"]
    document["nodes"]["pseudoType"] = {"index": [before], "value": [0]}
    document["layout"]["text"][document["layout"]["nodeIndex"].index(before)] = len(strings)
    strings.append(written)
    assert f"<a>{read.removesuffix('Menu')}<b>Menu</b></a>" in html(payload)


def test_names_and_values_that_xml_may_not_hold(builder: Any, body_of: Body) -> None:
    given = {
        "title": "a\x00b\x1fc\ud800d\ufffee\x7f",
        "onclick\n": "1",
        "a b": "2",
        "1x": "3",
        "x:y": "4",
        "data-x": "5",
    }
    builder.node(body_of(builder), "P", **given)
    builder.node(2, "DIV\n", text="kept")
    builder.node(2, "SVG:PATH", text=" too")
    (paragraph,) = read_root(builder).iter("p")
    assert dict(paragraph.attrib) == {"title": "abcde\x7f", "data-x": "5"}
    assert "kept too" in "".join(read_root(builder).itertext())


def read_root(builder: Any) -> Any:
    return tree(builder.payload()).root


def test_a_document_without_an_html_element_is_an_empty_page(builder: Any) -> None:
    builder.node(builder.node(-1, "#document", kind=9), "SVG", text="Call")
    assert tree(builder.payload()).root is None
    assert read(builder.payload()).elements == ()


def test_a_second_html_element_is_not_read(builder: Any, body_of: Body) -> None:
    body_of(builder)
    builder.node(builder.node(0, "HTML"), "P", text="other")
    assert "other" not in html(builder.payload())


def test_a_frame_holds_its_document(builder: Any, body_of: Body) -> None:
    frame = builder.node(body_of(builder), "IFRAME", (100, 100, 300, 200))
    strings = builder.strings
    inner = type(builder)(strings=strings)
    builder.node(inner_body(inner), "P", None)
    found = tree(framed(builder.payload(), inner.payload(), at=frame))
    assert found.root is not None
    (element,) = found.root.iter("iframe")
    assert found.layout.frames == {element}
    assert [str(node.tag) for node in element.iterdescendants()] == ["html", "body"]


def inner_body(builder: Any) -> int:
    return int(builder.node(builder.node(builder.node(-1, "#document", kind=9), "HTML"), "BODY"))


@pytest.mark.parametrize("holds", [0, -1, 7, 10**30])
def test_a_frame_that_holds_itself_or_nothing_is_empty(builder: Any, body_of: Body, holds: int) -> None:
    body = body_of(builder)
    frame = builder.node(body, "IFRAME")
    builder.node(body, "P", text="after")
    assert [element.text for element in read(framed(builder.payload(), at=frame, holds=holds)).elements][-1] == "after"


@pytest.mark.parametrize("frames", [3, 3_000])
def test_frames_in_frames_are_read_as_far_as_trees_go(builder: Any, body_of: Body, frames: int) -> None:
    frame = builder.node(body_of(builder), "IFRAME")
    payload = builder.payload()
    (document,) = payload["dom"]["documents"]
    chain = [
        {**document, "nodes": {**document["nodes"], "contentDocumentIndex": {"index": [frame], "value": [n + 1]}}}
        for n in range(frames)
    ]
    payload["dom"]["documents"] = [*chain, document]
    root = tree(payload).root
    assert root is not None
    read_in = sum(1 for _ in root.iter("iframe"))
    assert read_in == frames + 1 if frames == 3 else 100 < read_in < MAX_DEPTH
    assert read(payload).url


def put(column: str, number: int, value: object, part: str = "nodes") -> Break:
    def change(payload: dict[str, Any]) -> None:
        payload["dom"]["documents"][0][part][column][number] = value

    return change


def whole(column: str, value: object, part: str = "nodes") -> Break:
    return lambda payload: payload["dom"]["documents"][0][part].__setitem__(column, value)


BROKEN: dict[str, Break] = {
    "a parent that comes later": put("parentIndex", 2, 3),
    "its own parent": put("parentIndex", 2, 2),
    "half a parent": put("parentIndex", 2, 1.5),
    "no parent": put("parentIndex", 2, None),
    "a name beyond the strings": put("nodeName", 2, 10_000),
    "a name in words": put("nodeName", 2, "BODY"),
    "half of an attribute": put("attributes", 2, [0]),
    "attributes in words": put("attributes", 2, {"a": "b"}),
    "too few kinds": whole("nodeType", [9, 1]),
    "clicks as a list": whole("isClickable", [1]),
    "clicks of nothing": whole("isClickable", None),
    "frames as a list": whole("contentDocumentIndex", [1]),
    "frames without documents": whole("contentDocumentIndex", {"index": [3], "value": []}),
    "a box of words": put("bounds", 2, ["1", "2", "3", "4"], "layout"),
    "half a box": put("bounds", 2, [1, 2], "layout"),
    "a box of null": put("bounds", 2, [None] * 4, "layout"),
    "a box without end": put("bounds", 2, [0, 0, float("inf"), 1], "layout"),
    "a box of no number": put("bounds", 2, [float("nan")] * 4, "layout"),
    "a box beyond floats": put("bounds", 2, [10**400, 0, 1, 1], "layout"),
    "too few styles": put("styles", 2, [0], "layout"),
    "styles beyond the strings": put("styles", 2, [10_000] * 10, "layout"),
    "nodes as a list": lambda payload: payload["dom"]["documents"][0].__setitem__("nodes", []),
    "no layout": lambda payload: payload["dom"]["documents"][0].pop("layout"),
    "strings of numbers": lambda payload: payload["dom"].__setitem__("strings", [1] * 99),
    "documents as words": lambda payload: payload["dom"].__setitem__("documents", ["x"]),
    "a viewport without end": lambda payload: payload.__setitem__("viewport", [float("inf"), 1]),
    "a viewport beyond floats": lambda payload: payload.__setitem__("viewport", [10**400, 1]),
    "a load of nothing": lambda payload: payload.__setitem__("load", None),
    "bytes in words": lambda payload: payload.__setitem__("load", {"bytes": "many"}),
    "unread frames as a list": whole("unreadFrame", [1]),
    "orders of nothing": whole("paintOrders", None, "layout"),
    "orders in words": whole("paintOrders", [1, "b", 2, "d"], "layout"),
    "a status in words": lambda payload: payload.__setitem__("status", "fine"),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_what_no_browser_wrote_is_told_as_a_broken_snapshot(builder: Any, body_of: Body, change: Break) -> None:
    builder.node(body_of(builder), "A", text="Contact", href="/c")
    payload = builder.payload()
    assert read(payload).elements
    change(payload)
    with pytest.raises(CaptureError, match="cannot be read") as refused:
        read(payload)
    assert refused.value.hint


def test_json_that_nests_without_end_is_told_as_a_broken_snapshot() -> None:
    with pytest.raises(CaptureError, match="cannot be read"):
        parse_snapshot(b"[" * 200_000, url="https://shop.example/", device=Device.MOBILE)


@pytest.mark.parametrize("parent", [-1, -2, -(10**9)])
def test_any_negative_parent_is_none(builder: Any, body_of: Body, parent: int) -> None:
    body_of(builder)
    builder.node(parent, "P", text="nowhere")
    assert "nowhere" not in html(builder.payload())


def grown(payload: dict[str, Any], count: int, *, deep: bool) -> dict[str, Any]:
    """The payload with so many more `b` elements, each in the one before it or all in the body."""
    nodes = payload["dom"]["documents"][0]["nodes"]
    payload["dom"]["strings"].append("B")
    start = len(nodes["parentIndex"])
    nodes["parentIndex"] += [2, *range(start, start + count - 1)] if deep else [2] * count
    for column, value in (("nodeType", 1), ("nodeName", len(payload["dom"]["strings"]) - 1), ("nodeValue", -1)):
        nodes[column] += [value] * count
    nodes["attributes"] += [[] for _ in range(count)]
    return payload


@pytest.mark.parametrize(("deep", "kept"), [(True, MAX_DEPTH - 3), (False, MAX_NODES - 4)])
def test_100_000_nodes_are_read_as_far_as_people_go(builder: Any, body_of: Body, deep: bool, kept: int) -> None:
    body_of(builder)
    assert tree(builder.payload()).whole
    read = tree(grown(builder.payload(), 100_000, deep=deep))
    assert read.root is not None
    assert sum(1 for _ in read.root.iter("b")) == kept
    assert not read.whole


@pytest.mark.parametrize("tag", ["DIV", "DIALOG", "MY-WIDGET"])
def test_what_is_hidden_beside_a_line_is_read_apart_from_it(builder: Any, body_of: Body, tag: str) -> None:
    body = body_of(builder)
    builder.node(body, "SPAN", text="Questions?", style={"display": "inline"})
    builder.node(body, tag, None, text="Call us")
    texts = [(element.text, element.visible) for element in read(builder.payload()).elements]
    assert texts == [("Questions?", True), ("Call us", False)]


def test_a_frame_that_was_not_read_counts_where_a_visitor_sees_it(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    seen = builder.node(body, "IFRAME", (0, 0, 300, 200))
    hidden = builder.node(body, "IFRAME", (0, 0, 300, 200), style={"visibility": "hidden"})
    payload = builder.payload()
    assert read(payload).unread_frames == 0
    payload["dom"]["documents"][0]["nodes"]["unreadFrame"] = {"index": [seen, hidden]}
    assert read(payload).unread_frames == 1


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("hours", "https://desk.example/hours"),
        ("tel:+44", "tel:+44"),
        ("https://third.example/", "https://third.example/"),
    ],
)
def test_addresses_in_a_frame_are_relative_to_it(builder: Any, body_of: Body, href: str, leads: str) -> None:
    frame = builder.node(body_of(builder), "IFRAME", (0, 0, 300, 200))
    inner = type(builder)(strings=builder.strings)
    inner.node(inner_body(inner), "A", text="Hours", href=href)
    inner.strings.append("https://desk.example/desk")
    payload = framed(builder.payload(), inner.payload(), at=frame)
    payload["dom"]["documents"][1]["baseURL"] = len(inner.strings) - 1
    (link,) = (element for element in read(payload).elements if element.name == "Hours")
    assert link.href == leads


@pytest.mark.parametrize("outer", ["SPAN", "P", "H2", "A"])
def test_a_number_hidden_within_a_line_is_read_apart_from_it(builder: Any, body_of: Body, outer: str) -> None:
    line = builder.node(body_of(builder), outer, text="Care line", href="/care")
    builder.node(line, "SPAN", None, text="01539 733 298")
    texts = {element.text: element.visible for element in read(builder.payload()).elements}
    assert texts == {"Care line": True, "01539 733 298": False}


def test_a_heading_that_is_a_control_heads_what_follows(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    builder.node(body, "H3", text="Help", listens=True)
    builder.node(body, "P", text="01539 733 298")
    found = [
        (element.kind, element.name or element.text, element.heading) for element in read(builder.payload()).elements
    ]
    assert found == [(ElementKind.BUTTON, "Help", ""), (ElementKind.TEXT, "01539 733 298", "Help")]


def test_what_has_a_hand_of_its_own_is_a_control_once(builder: Any, body_of: Body) -> None:
    line = builder.node(body_of(builder), "DIV", text="Need a ", style={"cursor": "pointer"})
    builder.node(line, "SPAN", text="hand?", style={"cursor": "pointer", "display": "inline"})
    found = [(element.kind, element.name) for element in read(builder.payload()).elements]
    assert found == [(ElementKind.BUTTON, "Need a hand?")]


def test_a_fragment_without_a_target_is_a_control_and_one_with_a_target_is_not(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    builder.node(body, "A", text="Popup", href="#support")
    builder.node(body, "A", text="Prices", href="#prices")
    builder.node(body, "A", text="List", href="#list")
    builder.node(body, "P", text="...", id="prices")
    builder.node(body, "A", name_="list")
    kinds = {element.name: element.kind for element in read(builder.payload()).elements if element.name}
    assert kinds == {"Popup": ElementKind.BUTTON, "Prices": ElementKind.LINK, "List": ElementKind.LINK}
