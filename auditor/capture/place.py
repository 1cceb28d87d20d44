"""Where an element stands in a page: what it has from its ancestors."""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from auditor.capture.look import Layout, Look
from auditor.capture.regions import SECTIONING, opened_region
from auditor.capture.tags import HEADINGS
from auditor.model.terms import Region

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: The element that tree.py puts around text that was not painted.
UNPAINTED = "signpost-hidden"


class Place(NamedTuple):
    """Where the walk through a page stands; `block` is the number of the block, `depth` that of elements around."""

    region: Region = Region.MAIN
    block: int = 0
    depth: int = 0
    sectioned: bool = False
    in_heading: bool = False
    in_control: bool = False
    hidden: bool = False
    sticky: bool = False

    def inside(self, element: HtmlElement, tag: str, look: Look | None, layout: Layout | None) -> "Place":
        """The place of what the element holds, in the same block."""
        return Place(
            region=self._region(element, tag, look, layout) or self.region,
            block=self.block,
            depth=self.depth + 1,
            sectioned=self.sectioned or tag in SECTIONING,
            in_heading=self.in_heading or tag in HEADINGS or element.get("role") == "heading",
            in_control=self.in_control,
            hidden=self.hidden or _is_hidden(element, tag, layout),
            sticky=self.sticky or (look is not None and (look.sticky or look.fixed)),
        )

    def _region(self, element: HtmlElement, tag: str, look: Look | None, layout: Layout | None) -> Region | None:
        region = opened_region(element, tag, self.depth, sectioned=self.sectioned)
        fixed = look is not None and look.fixed
        if region is None and fixed and layout is not None and self.region in (Region.MAIN, Region.ASIDE):
            return _floating(look, layout.viewport)
        if self.region in (Region.FOOTER, Region.DIALOG) and region is not Region.DIALOG:
            return None
        return region


def _floating(look: Look | None, viewport: tuple[int, int]) -> Region:
    """A fixed bar along the top is the header; anything else that is fixed floats."""
    width, height = viewport
    box = None if look is None else look.box
    bar = box is not None and box.width >= 0.8 * width and box.height <= 0.4 * height and box.y <= 0.25 * height
    return Region.HEADER if bar else Region.FLOATING


def _is_hidden(element: HtmlElement, tag: str, layout: Layout | None) -> bool:
    if layout is not None:
        return tag == UNPAINTED
    parent = element.getparent()
    if parent is not None and parent.tag == "details" and tag != "summary" and "open" not in parent.attrib:
        return True
    style = element.get("style")
    return "hidden" in element.attrib or (style is not None and HIDDEN_STYLE.search(style) is not None)
