"""What an opaque box lies over for good, and what has the colour of its ground, nobody can read."""

from collections.abc import Callable
from typing import Any

import pytest

from auditor.capture.layout import STYLES
from auditor.capture.tree import SnapshotTree

Body = Callable[[Any], int]
RED = {"background-color": "rgb(200, 0, 0)", "position": "absolute"}
NUMBER = "0306 999 0001"


def seen(builder: Any, orders: dict[int, int] | None = None) -> bool:
    """Whether the number can be read; `orders` are those in which nodes are painted, 1 for all others."""
    payload = builder.payload()
    layout = payload["dom"]["documents"][0]["layout"]
    layout["paintOrders"] = [(orders or {}).get(node, 1) for node in layout["nodeIndex"]]
    root = SnapshotTree(payload["dom"], (1366, 768), STYLES).root
    assert root is not None
    hidden = [element for element in root.iter("signpost-hidden") if element.text == NUMBER]
    return not hidden


@pytest.mark.parametrize(
    ("style", "bounds", "order", "visible"),
    [
        ({}, (0, 0, 400, 300), 2, False),
        ({}, (0, 99, 400, 300), 2, False),
        ({}, (0, 0, 400, 300), 1, True),
        ({}, (0, 0, 400, 300), 0, True),
        ({}, (0, 110, 400, 300), 2, True),
        ({}, (0, 0, 200, 300), 2, True),
        ({"background-color": "rgba(200, 0, 0, 0.96)"}, (0, 0, 400, 300), 2, False),
        ({"background-color": "rgba(200, 0, 0, 0.9)"}, (0, 0, 400, 300), 2, True),
        ({"background-color": "rgba(0, 0, 0, 0)"}, (0, 0, 400, 300), 2, True),
        ({"background-color": "oklch(0.5 0.2 30 / 0.1)"}, (0, 0, 400, 300), 2, True),
        ({"opacity": "0.5"}, (0, 0, 400, 300), 2, True),
        ({"visibility": "hidden"}, (0, 0, 400, 300), 2, True),
        ({"display": "inline"}, (0, 0, 400, 300), 2, True),
        ({"position": "fixed"}, (0, 0, 400, 300), 2, False),
        ({"position": "fixed"}, (0, 50, 400, 300), 2, True),
        ({"position": "sticky"}, (0, 0, 400, 300), 2, True),
        ({"clip-path": "circle(40%)"}, (0, 0, 400, 300), 2, True),
        ({"mask-image": "url(a.svg)"}, (0, 0, 400, 300), 2, True),
        ({"mix-blend-mode": "multiply"}, (0, 0, 400, 300), 2, True),
        ({"transform": "matrix(0.7, 0.7, -0.7, 0.7, 0, 0)"}, (0, 0, 400, 300), 2, True),
        ({"transform": "matrix3d(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1)"}, (0, 0, 400, 300), 2, True),
        ({"transform": "matrix(1, 0, 0, 1, -20, 0)"}, (0, 0, 400, 300), 2, False),
    ],
)
def test_an_opaque_box_over_a_line_hides_it(
    builder: Any, body_of: Body, style: dict[str, str], bounds: Any, order: int, visible: bool
) -> None:
    body = body_of(builder)
    builder.node(body, "P", (20, 100, 300, 20), text=NUMBER)
    cover = builder.node(body, "DIV", bounds, style={**RED, **style})
    assert seen(builder, {cover: order, 0: 0}) is visible


@pytest.mark.parametrize("position", ["fixed", "sticky"])
@pytest.mark.parametrize("over", ["fixed", "sticky", "absolute"])
def test_only_what_moves_together_stays_covered(builder: Any, body_of: Body, position: str, over: str) -> None:
    body = body_of(builder)
    bar = builder.node(body, "DIV", (0, 0, 400, 60), style={"position": position})
    builder.node(bar, "P", (20, 20, 300, 20), text=NUMBER)
    cover = builder.node(body, "DIV", (0, 0, 400, 60), style={**RED, "position": over})
    assert seen(builder, {cover: 2, 0: 0}) is not (position == over == "fixed")


def test_what_scrolls_in_a_box_of_its_own_comes_out_from_under_others(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    rail = builder.node(body, "DIV", (0, 0, 400, 60), style={"overflow-x": "auto"})
    builder.node(rail, "P", (20, 20, 300, 20), text=NUMBER)
    cover = builder.node(body, "DIV", (0, 0, 400, 60), style=RED)
    assert seen(builder, {cover: 2, 0: 0})


def test_a_page_that_scrolls_by_its_body_is_no_box_of_its_own(builder: Any) -> None:
    root = builder.node(builder.node(-1, "#document", (0, 0, 1366, 3000), kind=9), "HTML", (0, 0, 1366, 3000))
    body = builder.node(root, "BODY", (0, 0, 1366, 3000), style={"overflow-y": "auto", "overflow-x": "hidden"})
    builder.node(body, "P", (20, 20, 300, 20), text=NUMBER)
    cover = builder.node(body, "DIV", (0, 0, 400, 60), style=RED)
    assert not seen(builder, {cover: 2, 0: 0})


def test_a_box_covers_neither_what_it_holds_nor_what_holds_it(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    slide = builder.node(body, "DIV", (0, 0, 400, 60), style=RED)
    builder.node(slide, "P", (20, 20, 300, 20), text=NUMBER)
    assert seen(builder, {slide: 2, 0: 0})


def test_a_frame_under_a_box_shows_nothing(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    frame = builder.node(body, "IFRAME", (0, 0, 400, 200))
    cover = builder.node(body, "DIV", (0, 0, 400, 200), style=RED)
    inner = type(builder)(strings=builder.strings)
    document = inner.node(-1, "#document", (0, 0, 400, 200), kind=9)
    inner.node(inner.node(document, "HTML", (0, 0, 400, 200)), "P", (0, 0, 300, 20), text=NUMBER)
    payload = builder.payload()
    first = payload["dom"]["documents"][0]
    first["nodes"]["contentDocumentIndex"] = {"index": [frame], "value": [1]}
    payload["dom"]["documents"].append(inner.payload()["dom"]["documents"][0])
    for order, hidden in ((0, 0), (2, 1)):
        first["layout"]["paintOrders"] = [order if node == cover else 1 for node in first["layout"]["nodeIndex"]]
        first["layout"]["paintOrders"][0] = 0
        root = SnapshotTree(payload["dom"], (1366, 768), STYLES).root
        assert root is not None
        assert sum(1 for _ in root.iter("signpost-hidden")) == hidden


WHITE, BLACK = "rgb(255, 255, 255)", "rgb(0, 0, 0)"


@pytest.mark.parametrize(
    ("page", "style", "visible"),
    [
        ({"background-color": WHITE}, {"color": WHITE}, False),
        ({"background-color": WHITE}, {"color": BLACK}, True),
        ({"background-color": WHITE}, {"color": "rgb(255, 255, 254)"}, True),
        ({}, {"color": WHITE}, True),
        ({"background-color": WHITE}, {"color": WHITE, "background-color": BLACK}, True),
        ({"background-color": BLACK}, {"color": WHITE, "background-color": WHITE}, False),
        ({"background-color": WHITE}, {"color": WHITE, "background-image": "url(a.png)"}, True),
        ({"background-color": WHITE, "background-image": "url(a.png)"}, {"color": WHITE}, True),
        ({"background-color": WHITE}, {"color": WHITE, "background-color": "rgba(0, 0, 0, 0.5)"}, True),
        ({"background-color": WHITE}, {"color": WHITE, "text-shadow": "rgb(0, 0, 0) 1px 1px 0px"}, True),
        ({"background-color": WHITE}, {"color": WHITE, "mix-blend-mode": "difference"}, True),
        ({"background-color": WHITE}, {"color": WHITE, "filter": "invert(1)"}, True),
    ],
)
def test_text_in_the_colour_of_its_ground_is_not_seen(
    builder: Any, page: dict[str, str], style: dict[str, str], visible: bool
) -> None:
    root = builder.node(builder.node(-1, "#document", (0, 0, 1366, 3000), kind=9), "HTML", (0, 0, 1366, 3000))
    body = builder.node(root, "BODY", (0, 0, 1366, 3000), style=page)
    builder.node(body, "P", (20, 100, 300, 20), text=NUMBER, style=style)
    assert seen(builder) is visible


@pytest.mark.parametrize(
    ("name", "bounds", "style", "visible"),
    [
        ("IMG", (0, 0, 400, 300), {}, True),
        ("DIV", (0, 0, 400, 300), {"background-color": BLACK}, True),
        ("DIV", (0, 0, 400, 300), {"background-image": "linear-gradient(red, blue)"}, True),
        ("DIV", (0, 0, 400, 300), {}, False),
        ("IMG", (0, 400, 400, 300), {}, False),
        ("IMG", (0, 0, 400, 300), {"visibility": "hidden"}, False),
    ],
)
def test_white_text_over_a_picture_is_seen(
    builder: Any, name: str, bounds: Any, style: dict[str, str], visible: bool
) -> None:
    root = builder.node(builder.node(-1, "#document", (0, 0, 1366, 3000), kind=9), "HTML", (0, 0, 1366, 3000))
    body = builder.node(root, "BODY", (0, 0, 1366, 3000), style={"background-color": WHITE})
    builder.node(body, name, bounds, style=style)
    builder.node(body, "P", (20, 100, 300, 20), text=NUMBER, style={"color": WHITE})
    assert seen(builder) is visible


def test_text_that_stands_outside_of_its_ground_is_seen(builder: Any, body_of: Body) -> None:
    box = builder.node(body_of(builder), "DIV", (0, 0, 400, 50), style={"background-color": WHITE})
    builder.node(box, "P", (20, 100, 300, 20), text=NUMBER, style={"color": WHITE})
    assert seen(builder)
