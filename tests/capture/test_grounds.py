"""The contrast of a text is told only where one plain colour is behind it."""

from collections.abc import Callable
from typing import Any

import pytest

from auditor.capture.layout import STYLES
from auditor.capture.tree import SnapshotTree

Body = Callable[[Any], int]
GREY = {"color": "rgb(119, 119, 119)", "font-size": "14px"}


def lettering(builder: Any, orders: dict[int, int] | None = None) -> tuple[float | None, float] | None:
    """The contrast and size of the text in the only paragraph; `orders` are those of painting, 1 for all others."""
    payload = builder.payload()
    layout = payload["dom"]["documents"][0]["layout"]
    layout["paintOrders"] = [(orders or {}).get(node, 1) for node in layout["nodeIndex"]]
    tree = SnapshotTree(payload["dom"], (1366, 768), STYLES)
    assert tree.root is not None
    (paragraph,) = tree.root.iter("p")
    return tree.layout.lettering(paragraph)


def test_a_page_without_a_background_is_white(builder: Any, body_of: Body) -> None:
    builder.node(body_of(builder), "P", (20, 100, 300, 20), text="Call us", style=GREY)
    assert lettering(builder) == (4.48, 14.0)


def test_the_nearest_background_counts(builder: Any, body_of: Body) -> None:
    bar = builder.node(body_of(builder), "DIV", (0, 90, 400, 40), style={"background-color": "rgb(0, 0, 0)"})
    builder.node(bar, "P", (20, 100, 300, 20), text="Call us", style=GREY)
    assert lettering(builder) == (4.69, 14.0)


@pytest.mark.parametrize(
    "style",
    [{"background-image": "url(hero.jpg)"}, {"opacity": "0.5"}, {"filter": "brightness(0.5)"}],
)
def test_nobody_can_tell_over_a_picture_or_through_a_veil(builder: Any, body_of: Body, style: dict[str, str]) -> None:
    bar = builder.node(body_of(builder), "DIV", (0, 90, 400, 40), style=style)
    builder.node(bar, "P", (20, 100, 300, 20), text="Call us", style=GREY)
    assert lettering(builder) == (None, 14.0)


@pytest.mark.parametrize(("top", "order", "told"), [(90, 0, None), (90, 2, 4.48), (300, 0, 4.48)])
def test_something_laid_under_a_text_is_its_ground(
    builder: Any, body_of: Body, top: int, order: int, told: float | None
) -> None:
    body = body_of(builder)
    under = builder.node(body, "IMG", (0, top, 400, 40))
    builder.node(body, "P", (20, 100, 300, 20), text="Call us", style=GREY)
    assert lettering(builder, {under: order, 0: 0, 1: 0}) == (told, 14.0)


def test_a_background_higher_than_many_rows_counts_too(builder: Any, body_of: Body) -> None:
    body = body_of(builder)
    under = builder.node(body, "IMG", (0, 0, 400, 9000))
    builder.node(body, "P", (20, 8000, 300, 20), text="Call us", style=GREY)
    assert lettering(builder, {under: 0}) == (None, 14.0)


def test_what_holds_no_text_that_is_seen_has_no_lettering(builder: Any, body_of: Body) -> None:
    builder.node(body_of(builder), "P", (20, 100, 300, 20), text="Call us", style={**GREY, "visibility": "hidden"})
    assert lettering(builder) is None
