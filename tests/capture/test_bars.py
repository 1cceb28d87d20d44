"""A line that stays under a fixed bar, however far the page is scrolled, cannot be read."""

from collections.abc import Callable
from typing import Any

import pytest

from auditor.capture.layout import STYLES
from auditor.capture.tree import SnapshotTree

Body = Callable[[Any], int]
BAR = {"position": "fixed", "background-color": "rgb(0, 80, 0)"}
NUMBER = "0306 999 0001"


def seen(builder: Any, bar: int, depth: float | None, order: int = 2) -> bool:
    """Whether the number can be read on a page of 1366 x 768 px that is `depth` px high."""
    payload = builder.payload()
    document = payload["dom"]["documents"][0]
    if depth is not None:
        document["contentHeight"] = depth
    layout = document["layout"]
    layout["paintOrders"] = [order if node == bar else 1 for node in layout["nodeIndex"]]
    root = SnapshotTree(payload["dom"], (1366, 768), STYLES).root
    assert root is not None
    return not [element for element in root.iter("signpost-hidden") if element.text == NUMBER]


@pytest.mark.parametrize(
    ("top", "depth", "visible"),
    [
        (960, 1000, False),  # 40 px above the end, under a bar of 90 px
        (960, 1090, True),  # the page goes on below it
        (880, 1000, True),  # just above the bar at the end
        (960, None, True),  # nobody told how high the page is
    ],
)
def test_the_last_line_under_a_bar_at_the_bottom(
    builder: Any, body_of: Body, top: int, depth: float | None, visible: bool
) -> None:
    body = body_of(builder)
    builder.node(body, "P", (20, top, 300, 20), text=NUMBER)
    bar = builder.node(body, "DIV", (0, 678, 1366, 90), style=BAR)
    assert seen(builder, bar, depth) is visible


@pytest.mark.parametrize(("top", "visible"), [(10, False), (59, True), (70, True)])
def test_the_first_line_under_a_bar_at_the_top(builder: Any, body_of: Body, top: int, visible: bool) -> None:
    body = body_of(builder)
    builder.node(body, "P", (20, top, 300, 20), text=NUMBER)
    bar = builder.node(body, "DIV", (0, 0, 1366, 60), style=BAR)
    assert seen(builder, bar, 3000.0) is visible


@pytest.mark.parametrize(
    ("bounds", "style", "order"),
    [
        ((0, 678, 200, 90), {}, 2),  # it leaves a part of the line free
        ((0, 300, 1366, 468), {}, 2),  # a layer over the page is judged elsewhere
        ((0, 678, 1366, 90), {"background-color": "rgba(0, 80, 0, 0.5)"}, 2),
        ((0, 678, 1366, 90), {"position": "sticky"}, 2),
        ((0, 678, 1366, 90), {}, 0),  # painted before, it lies below the line
    ],
)
def test_what_is_no_such_bar_hides_nothing(
    builder: Any, body_of: Body, bounds: Any, style: dict[str, str], order: int
) -> None:
    body = body_of(builder)
    builder.node(body, "P", (20, 960, 300, 20), text=NUMBER)
    bar = builder.node(body, "DIV", bounds, style={**BAR, **style})
    assert seen(builder, bar, 1000.0, order)
