"""What is laid out is seen or not seen as a visitor would."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.errors import CaptureError
from auditor.model.page import Box, Element, Page
from auditor.model.terms import Device, ElementKind, Region

Body = Callable[[Any], int]


def read(builder: Any, viewport: tuple[int, int] = (1366, 768)) -> Page:
    payload = json.dumps(builder.payload(viewport)).encode()
    return parse_snapshot(payload, url="https://shop.example/", device=Device.DESKTOP)


def link(page: Page) -> Element:
    (found,) = [element for element in page.elements if element.kind is ElementKind.LINK]
    return found


@pytest.mark.parametrize(
    ("bounds", "style", "visible"),
    [
        ((10, 20, 100, 20), {}, True),
        ((10, 2500, 100, 20), {}, True),
        (None, {}, False),
        ((10, 20, 100, 0), {}, False),
        ((10, 20, 1, 1), {}, False),
        ((-9999, 20, 100, 20), {}, False),
        ((1400, 20, 100, 20), {}, False),
        ((10, 20, 100, 20), {"visibility": "hidden"}, False),
        ((10, 20, 100, 20), {"opacity": "0"}, False),
        ((10, 20, 100, 20), {"opacity": "0.6"}, True),
    ],
)
def test_an_element_is_seen_where_and_as_it_is_painted(
    builder: Any, body_of: Body, bounds: Any, style: dict[str, str], visible: bool
) -> None:
    builder.node(body_of(builder), "A", bounds, text="Contact", href="/c", style=style)
    assert link(read(builder)).visible is visible


@pytest.mark.parametrize(
    ("outer", "style", "visible"),
    [
        ((0, 0, 300, 0), {"overflow-x": "hidden", "overflow-y": "hidden"}, False),
        ((0, 0, 300, 50), {"overflow-x": "hidden", "overflow-y": "hidden"}, False),
        ((0, 0, 300, 50), {"overflow-x": "auto", "overflow-y": "auto"}, True),
        ((0, 0, 300, 0), {"overflow-x": "auto", "overflow-y": "auto"}, False),
        ((0, 0, 300, 0), {}, True),
        ((0, 0, 300, 90), {"opacity": "0"}, False),
    ],
)
def test_what_stands_in_a_closed_box_is_not_seen(
    builder: Any, body_of: Body, outer: Any, style: dict[str, str], visible: bool
) -> None:
    box = builder.node(body_of(builder), "DIV", outer, style=style)
    builder.node(box, "A", (0, 60, 100, 20), text="Contact", href="/c")
    assert link(read(builder)).visible is visible


def test_a_fixed_element_is_not_cut_off_by_its_ancestors(builder: Any, body_of: Body) -> None:
    box = builder.node(body_of(builder), "DIV", (0, 0, 0, 0), style={"overflow-x": "hidden", "overflow-y": "hidden"})
    builder.node(box, "A", (1200, 700, 60, 60), text="Chat", href="/chat", style={"position": "fixed"})
    found = link(read(builder))
    assert (found.visible, found.region, found.sticky) == (True, Region.FLOATING, True)
    assert found.box == Box(1200, 700, 60, 60)


def test_a_fixed_bar_along_the_top_is_the_header(builder: Any, body_of: Body) -> None:
    bar = builder.node(body_of(builder), "DIV", (0, 0, 1366, 60), style={"position": "fixed"})
    builder.node(bar, "A", (10, 10, 60, 20), text="Help", href="/help")
    assert link(read(builder)).region is Region.HEADER


def test_text_that_is_not_painted_is_not_read_into_what_is(builder: Any, body_of: Body) -> None:
    line = builder.node(body_of(builder), "P", text="info")
    builder.node(line, "SPAN", None, text="NOSPAM")
    builder.node(line, "SPAN", text="@shop.example", style={"display": "inline"})
    (text,) = read(builder).elements
    assert (text.text, text.visible) == ("info@shop.example", True)


def test_an_element_that_listens_and_looks_pressable_is_a_button(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    builder.node(body, "DIV", text="Show number", listens=True, style={"cursor": "pointer"})
    builder.node(body, "DIV", text="Only 0306 999 0001", style={"cursor": "pointer"})
    assert [(e.kind, e.text) for e in read(builder).elements] == [
        (ElementKind.BUTTON, "Show number"),
        (ElementKind.TEXT, "Only 0306 999 0001"),
    ]


def test_content_of_shadow_roots_is_read(builder: Any, body_of: Body) -> None:
    host = builder.node(body_of(builder), "CHAT-BOX")
    root = builder.node(host, "#document-fragment", None, kind=11)
    builder.node(root, "BUTTON", text="Chat")
    (button,) = read(builder).elements
    assert (button.name, button.selector) == ("Chat", "body > chat-box:nth-of-type(1) button:nth-of-type(1)")


@pytest.mark.parametrize(
    "payload", [b"", b"[]", b"{}", b'{"version":2,"viewport":[1,1],"dom":{"strings":[],"documents":[]}}']
)
def test_what_is_no_snapshot_is_refused(payload: bytes) -> None:
    with pytest.raises(CaptureError):
        parse_snapshot(payload, url="https://shop.example/", device=Device.MOBILE)


def test_hostile_names_and_characters_are_left_out(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    builder.node(body, "A<SCRIPT>", text="kept", **{"on=click": "x"})
    builder.node(body, "P", text="be\x00ll\x07")
    texts = [element.text for element in read(builder).elements]
    assert any("bell" in text for text in texts)
