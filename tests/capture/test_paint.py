"""What is painted is what its box, its styles and all that it stands in let a visitor see."""

from collections.abc import Sequence
from typing import Any

import pytest

from auditor.capture.layout import STYLES
from auditor.capture.paint import Paint, Painted
from auditor.model.page import Box
from tests.captures import STYLE

SHOWN = tuple({**STYLE, "display": "block"}.get(name, "visible") for name in STYLES)
Row = tuple[Sequence[float], tuple[str, ...] | None, str]


def paint(*rows: Row, origin: tuple[float, float] = (0, 0), around: Painted | None = None) -> Paint:
    """The layout of nodes 0, 1, 2 … in a viewport of 1000 x 500; a row is (bounds, styles, generated text)."""
    strings = sorted({word for _, style, text in rows for word in (*(style or ()), text)})
    layout: dict[str, Any] = {
        "nodeIndex": list(range(len(rows))),
        "bounds": [list(bounds) for bounds, _, _ in rows],
        "styles": [[strings.index(word) for word in style or ()] for _, style, _ in rows],
        "text": [strings.index(text) if text else -1 for _, _, text in rows],
    }
    return Paint(layout, strings, STYLES, (1000, 500), origin, around)


def styled(**values: str) -> tuple[str, ...]:
    return tuple(values.get(name.replace("-", "_"), usual) for name, usual in zip(STYLES, SHOWN, strict=True))


def test_boxes_count_from_the_page_that_holds_the_frame() -> None:
    found = paint(((1.26, 2, 30, 40), SHOWN, ""), origin=(100, 200)).of(0, None)
    assert found.box == Box(101.3, 202, 30, 40)
    assert found.content_origin == (101.26, 202)


@pytest.mark.parametrize(
    ("bounds", "visible"),
    [
        ((0, 0, 2, 2), True),
        ((0, 0, 1.9, 50), False),
        ((0, 0, 50, 1.9), False),
        ((998, 0, 50, 50), True),
        ((999, 0, 50, 50), False),
        ((-48, 0, 50, 50), True),
        ((-49, 0, 50, 50), False),
        ((0, -50, 50, 50), False),
        ((0, 999_000, 50, 50), True),
        ((0, 1_000_000, 50, 50), False),
        ((0, 0, -50, -50), False),
    ],
)
def test_two_px_within_the_page_can_be_seen(bounds: Sequence[float], visible: bool) -> None:
    assert paint(((0, 0, 1000, 500), SHOWN, ""), (bounds, SHOWN, "")).of(1, None).visible is visible


@pytest.mark.parametrize(
    ("own", "inner", "visible"),
    [
        (styled(opacity="0.2"), styled(opacity="0.2"), False),
        (styled(opacity="0.5"), styled(opacity="0.5"), True),
        (styled(opacity="not a number"), SHOWN, True),
        (styled(opacity="nan"), SHOWN, False),
        (styled(opacity="0"), styled(position="fixed"), False),
        (styled(visibility="hidden"), SHOWN, True),
        (SHOWN, styled(visibility="collapse"), False),
    ],
)
def test_faintness_adds_up_and_visibility_does_not(own: tuple[str, ...], inner: tuple[str, ...], visible: bool) -> None:
    layout = paint(((0, 0, 100, 100), own, ""), ((0, 0, 100, 100), inner, ""))
    assert layout.of(1, layout.of(0, None)).visible is visible


AWAY = "matrix3d(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1)"
TOWARDS = "matrix3d(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)"


@pytest.mark.parametrize(
    ("own", "inner", "visible"),
    [
        (SHOWN, {"transform": AWAY, "backface_visibility": "hidden"}, False),
        (SHOWN, {"transform": AWAY}, True),
        (SHOWN, {"transform": TOWARDS, "backface_visibility": "hidden"}, True),
        (styled(transform=AWAY), {"transform": AWAY, "backface_visibility": "hidden"}, True),
        (styled(transform=AWAY), {"backface_visibility": "hidden"}, False),
    ],
)
def test_the_back_of_a_card_is_seen_once_the_card_is_turned(
    own: tuple[str, ...], inner: dict[str, str], visible: bool
) -> None:
    layout = paint(((0, 0, 100, 100), own, ""), ((0, 0, 100, 100), styled(**inner), ""))
    assert layout.of(1, layout.of(0, None)).visible is visible


def test_text_is_shown_as_what_it_stands_in() -> None:
    layout = paint(((0, 0, 100, 100), styled(visibility="hidden"), ""), ((0, 0, 100, 100), None, ""))
    assert not layout.of(1, layout.of(0, None)).visible
    assert layout.of(1, None).visible


def test_content_of_an_element_without_a_box_may_be_seen() -> None:
    layout = paint(((0, 0, 100, 100), SHOWN, ""))
    bare = layout.of(7, None)  # display: contents
    assert (bare.visible, bare.shown, bare.box) == (False, True, None)
    assert layout.of(0, bare).visible


def test_a_frame_shows_nothing_beyond_its_own_edge() -> None:
    frame = paint(((0, 0, 1000, 500), styled(overflow_x="hidden", overflow_y="hidden"), "")).of(0, None)
    layout = paint(((0, 0, 2000, 2000), SHOWN, ""), ((0, 600, 50, 50), styled(position="fixed"), ""), around=frame)
    assert layout.of(0, frame).visible
    assert not layout.of(1, frame).visible


@pytest.mark.parametrize(("text", "painted"), [("☎", "☎"), ("", "")])
def test_generated_text_is_told(text: str, painted: str) -> None:
    assert paint(((0, 0, 9, 9), None, text)).text(0) == painted


def test_a_node_that_was_not_laid_out_paints_no_text() -> None:
    assert paint(((0, 0, 9, 9), None, "☎")).text(5) == ""


@pytest.mark.parametrize("bounds", [(float("nan"), 0, 1, 1), (0, 0, float("inf"), 1), (0, float("-inf"), 1, 1)])
def test_a_box_without_end_is_refused(bounds: Sequence[float]) -> None:
    with pytest.raises(ValueError, match="no end"):
        paint((bounds, SHOWN, "")).of(0, None)


@pytest.mark.parametrize("style", [(), STYLES[:3]])
def test_a_layout_without_nodes_or_with_missing_styles(style: tuple[str, ...]) -> None:
    assert paint().of(0, None).visible is False
    if style:
        with pytest.raises(IndexError):
            paint(((0, 0, 9, 9), style, "")).of(0, None)
