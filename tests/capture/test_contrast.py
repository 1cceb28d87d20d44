"""Contrast by the formula of WCAG; the figures are those of its own examples and of common checkers."""

import pytest

from auditor.capture.contrast import CANVAS, Colour, contrast, over

BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (119.0, 119.0, 119.0)
DARKER: Colour = (118.0, 118.0, 118.0)
RED: Colour = (255.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("ink", "ratio"),
    [(BLACK, 21.0), (CANVAS, 1.0), (GREY, 4.48), (DARKER, 4.54), (RED, 4.0)],
)
def test_a_colour_on_white_has_the_ratio_of_wcag(ink: Colour, ratio: float) -> None:
    assert contrast(ink, CANVAS) == ratio
    assert contrast(CANVAS, ink) == ratio


def test_an_opaque_colour_lets_nothing_through() -> None:
    assert over("rgb(10, 20, 30)", None) == (10.0, 20.0, 30.0)


def test_half_a_colour_mixes_with_what_is_below() -> None:
    assert over("rgba(0, 0, 0, 0.5)", CANVAS) == (127.5, 127.5, 127.5)
    assert over("rgba(0, 0, 0, 0)", BLACK) == BLACK


@pytest.mark.parametrize(
    ("colour", "below"), [("color(display-p3 1 0 0)", CANVAS), ("", CANVAS), ("rgba(0, 0, 0, 0.5)", None)]
)
def test_nobody_can_tell_of_another_form_or_of_an_unknown_ground(colour: str, below: Colour | None) -> None:
    assert over(colour, below) is None
