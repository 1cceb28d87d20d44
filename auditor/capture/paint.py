"""What of a document's layout is painted where a visitor can get to see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Any

from auditor.capture.contrast import CANVAS, Colour, over
from auditor.model.page import Box

#: Fainter than this is not seen; transitions end at 0.
LEAST_OPACITY = 0.05
#: A box whose side is under this many px shows nothing (visually hidden labels are 1 px).
LEAST_SIDE = 2.0
#: Farther outside the page than this many px nobody scrolls; the page itself starts at 0.
FAR = 1e6
#: A blur of so many px leaves nothing to read.
BLUR_PX = 4.0
_BLUR = re.compile(r"\bblur\((\d+(?:\.\d+)?)px\)")
#: A clip that cuts away half of a box from two opposite sides leaves nothing of it.
_CUT_AWAY = re.compile(r"\binset\((?:50|[6-9]\d|100)(?:\.\d+)?%(?=[\s)])")
_SCROLLS = frozenset({"auto", "scroll"})
_NO_GROUND = ("", (0.0, 0.0, 0.0, 0.0))
_MIRRORS = frozenset({"bidi-override", "isolate-override"})
#: Displays whose box is not filled by their background.
_UNFILLED = frozenset({"", "inline", "contents", "none"})
#: A colour with its opacity, as browsers compute it.
_COLOUR = re.compile(r"rgba?\(\d+, \d+, \d+(?:, (\d*\.?\d+))?\)")
#: A transform that only moves or sizes.
_UPRIGHT = re.compile(r"matrix\((?:\d[^,]*), -?0, -?0, (?:\d[^,]*),[^)]*\)")
#: A transform in space; its eleventh figure is negative where it turns a box away.
_IN_SPACE = re.compile(r"matrix3d\((?:[^,]*,){10} *(-?[\d.e+-]+),")
#: More opaque than this lets nothing through.
_OPAQUE = 0.95
_NONE = frozenset({"none", ""})

#: Left, top, right and bottom.
Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Painted:
    """One node as painted; boxes and clips in CSS px of the page.

    `shown` is what its styles say, `visible` whether some of it can be seen as well; `clip` is (left, top, right,
    bottom) of where its content may show, `shown_in` of where it may itself. `mirrored` is whether its text reads from
    right to left, letter by letter. `hold` is what it moves with: "" the page, `fixed` the viewport, `loose` anything
    else. `odd` is whether it is turned, cut or mixed with what is below, so that its box says little. `coloured` is
    whether it paints a background, `opaque` whether nothing below that is seen. `ink` is the colour of text, "" if it
    is not plain; `ground` is the colour behind it and where, ("", …) when nobody knows. `turned` is whether its back is
    to the visitor. `behind` is the colour behind its text, that of the canvas included, None where a picture may be.
    `font_px` is the size of its letters in CSS px, 0 where it is not laid out.
    """

    visible: bool
    shown: bool
    box: Box | None
    display: str
    position: str
    cursor: str
    opacity: float
    clip: Edges
    content_origin: tuple[float, float]
    mirrored: bool = False
    shown_in: Edges = (0.0, 0.0, 0.0, 0.0)
    hold: str = ""
    odd: bool = False
    coloured: bool = False
    opaque: bool = False
    ink: str = ""
    ground: tuple[str, Edges] = ("", (0.0, 0.0, 0.0, 0.0))
    turned: bool = False
    behind: Colour | None = CANVAS
    font_px: float = 0.0


class Paint:
    """The layout of one document; `origin` is its place in the page, `around` the frame that holds it."""

    def __init__(
        self,
        layout: dict[str, Any],
        strings: Sequence[str],
        styles: Sequence[str],
        viewport: tuple[int, int],
        origin: tuple[float, float],
        around: Painted | None,
    ) -> None:
        self._layout = layout
        self._strings = strings
        self._at = {name: number for number, name in enumerate(styles)}
        self._by_node = {node: number for number, node in enumerate(layout["nodeIndex"])}
        self._origin = origin
        width = max([viewport[0], *_widths(layout)])
        self._page = around.clip if around is not None else (0.0, 0.0, float(width), FAR)

    def of(self, node: int, parent: Painted | None, *, holds_page: bool = False) -> Painted:
        """How a node was painted, given its parent. A node without layout is not visible, its content may be.

        `holds_page` is said of html and body: they scroll with the viewport, and their background is that of the page.
        """
        opacity = 1.0 if parent is None else parent.opacity
        inherited = parent is None or parent.shown
        clip = self._page if parent is None else parent.clip
        hold, odd = ("", False) if parent is None else (parent.hold, parent.odd)
        ground = _NO_GROUND if parent is None else parent.ground
        behind = CANVAS if parent is None else parent.behind
        number = self._by_node.get(node)
        if number is None:
            return Painted(
                False,
                inherited,
                None,
                *("", "", ""),
                opacity,
                clip,
                self._origin,
                hold=hold,
                odd=odd,
                ground=ground,
                behind=behind,
            )
        bounds = self._layout["bounds"][number]
        x, y = bounds[0] + self._origin[0], bounds[1] + self._origin[1]
        box = Box(round(x, 1), round(y, 1), round(bounds[2], 1), round(bounds[3], 1))
        if not isfinite(box.x + box.y + box.width + box.height):
            raise ValueError(f"The box of node {node} has no end.")
        style = self._layout["styles"][number]
        if not style:  # text: it has no style of its own
            return Painted(
                inherited and _shows(box, clip),
                inherited,
                box,
                *("", "", ""),
                opacity,
                clip,
                self._origin,
                shown_in=clip,
                hold=hold,
                odd=odd,
                ink="" if parent is None else parent.ink,
                ground=ground,
                behind=behind,
                font_px=0.0 if parent is None else parent.font_px,
            )
        position = self._value(style, "position")
        opacity *= _number(self._value(style, "opacity"), 1.0)
        if position == "fixed":
            clip = self._page  # what is fixed to the viewport is not clipped by what it stands in
        turned = self._turns_away(style) != (parent is not None and parent.turned)
        if self._is_illegible(style) or (turned and self._value(style, "backface-visibility") == "hidden"):
            opacity = 0.0
        shown = self._value(style, "visibility") == "visible" and opacity > LEAST_OPACITY
        odd = odd or self._is_odd(style)
        through = _alpha(self._value(style, "background-color"))
        pictured = self._value(style, "background-image") not in _NONE
        opaque = through >= _OPAQUE and self._value(style, "display") not in _UNFILLED
        if pictured or through > 0:
            whole = (-FAR, -FAR, FAR, FAR) if holds_page and not ground[0] else _cut(box, clip)
            ground = (self._value(style, "background-color"), whole) if opaque and not pictured else _NO_GROUND
            behind = None if pictured else over(self._value(style, "background-color"), behind)
        return Painted(
            visible=shown and _shows(box, clip),
            shown=shown,
            box=box,
            display=self._value(style, "display"),
            position=position,
            cursor=self._value(style, "cursor"),
            opacity=opacity,
            clip=self._inner_clip(style, box, clip),
            content_origin=(x, y),
            mirrored=self._value(style, "direction") == "rtl" and self._value(style, "unicode-bidi") in _MIRRORS,
            shown_in=clip,
            hold=self._hold(style, position, hold, holds_page=holds_page),
            odd=odd,
            coloured=pictured or through > 0,
            opaque=opaque and shown and opacity >= _OPAQUE and not odd,
            ink=self._value(style, "color") if self._value(style, "text-shadow") in _NONE else "",
            ground=ground,
            turned=turned,
            behind=behind,
            font_px=_number(self._value(style, "font-size").removesuffix("px"), 0.0),
        )

    def text(self, node: int) -> str:
        """The text that a generated node (`::before`) paints, "" if none."""
        number = self._by_node.get(node)
        if number is None:
            return ""
        text = self._layout["text"][number]
        return self._strings[text] if text >= 0 else ""

    def _is_illegible(self, style: Sequence[int]) -> bool:
        """Whether a filter or a clip leaves nothing of an element and of all in it."""
        blur = _BLUR.search(self._value(style, "filter"))
        return (blur is not None and float(blur[1]) >= BLUR_PX) or bool(
            _CUT_AWAY.search(self._value(style, "clip-path"))
        )

    def _is_odd(self, style: Sequence[int]) -> bool:
        """Whether a transform, a mask or a filter makes of the box something else than its colour in its edges."""
        plain = all(self._value(style, name) in _NONE for name in ("clip-path", "filter", "mask-image"))
        mixed = self._value(style, "mix-blend-mode") not in ("normal", "")
        transform = self._value(style, "transform")
        return not plain or mixed or (transform not in _NONE and _UPRIGHT.fullmatch(transform) is None)

    def _turns_away(self, style: Sequence[int]) -> bool:
        """Whether a transform shows the back of a box, as that of a card which is not yet turned."""
        found = _IN_SPACE.match(self._value(style, "transform"))
        return found is not None and _number(found[1], 1.0) < 0

    def _hold(self, style: Sequence[int], position: str, hold: str, *, holds_page: bool) -> str:
        """What an element and its content move with."""
        if position == "fixed":
            return "fixed"
        scrolls = self._value(style, "overflow-x") in _SCROLLS or self._value(style, "overflow-y") in _SCROLLS
        return "loose" if position == "sticky" or (scrolls and not holds_page) else hold

    def _inner_clip(self, style: Sequence[int], box: Box, clip: Edges) -> Edges:
        """Where content may show. A box that scrolls shows all of it in time, unless nothing is seen of the box."""
        across, down = self._value(style, "overflow-x"), self._value(style, "overflow-y")
        if across == "visible" and down == "visible":
            return clip
        left, top, right, bottom = clip
        if across in _SCROLLS and _shows(box, clip):
            left, right = -FAR, FAR
        if down in _SCROLLS and _shows(box, clip):
            top, bottom = -FAR, FAR
        if across in ("hidden", "clip") or box.width < LEAST_SIDE:
            left, right = max(left, box.x), min(right, box.x + box.width)
        if down in ("hidden", "clip") or box.height < LEAST_SIDE:
            top, bottom = max(top, box.y), min(bottom, box.y + box.height)
        return left, top, right, bottom

    def _value(self, style: Sequence[int], name: str) -> str:
        index = style[self._at[name]]
        return self._strings[index] if index >= 0 else ""


def _shows(box: Box, clip: Edges) -> bool:
    left, top, right, bottom = clip
    width = min(box.x + box.width, right) - max(box.x, left)
    height = min(box.y + box.height, bottom) - max(box.y, top)
    return width >= LEAST_SIDE and height >= LEAST_SIDE


def _cut(box: Box, clip: Edges) -> Edges:
    left, top, right, bottom = clip
    return max(box.x, left), max(box.y, top), min(box.x + box.width, right), min(box.y + box.height, bottom)


@lru_cache(maxsize=4096)
def _alpha(colour: str) -> float:
    """How much a colour hides of what is below, 0 to 1; one that is written in another way lets something through."""
    found = _COLOUR.fullmatch(colour)
    if found is None:
        return 0.5 if colour else 0.0
    return float(found[1] or 1)


def _number(text: str, default: float) -> float:
    try:
        return float(text)
    except ValueError:
        return default


def _widths(layout: dict[str, Any]) -> list[float]:
    """The width to which the page itself scrolls: what lies beyond it cannot be seen."""
    bounds = layout["bounds"]
    return [bounds[0][2]] if bounds else []
