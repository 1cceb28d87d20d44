"""What layout knows of an element; a page that was never rendered has none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from auditor.model.page import Box

#: Elements within an element among which its first text is looked for.
MAX_PARTS = 12


@dataclass(frozen=True, slots=True)
class Look:
    """One element as laid out. `block` is whether it breaks the line, `fixed` whether it floats over the page.

    `accessible_name` is what the browser's accessibility tree calls it, "" where that names nothing. `contrast` (ratio)
    and `font_px` (CSS px) are those of the first text in it that is seen, None where there is none or nobody can tell.
    `late` is after how many seconds a timer of the page brought it, 0 for at once.
    """

    visible: bool
    box: Box | None
    block: bool
    fixed: bool = False
    sticky: bool = False
    pointer: bool = False
    clickable: bool = False
    accessible_name: str = ""
    contrast: float | None = None
    font_px: float | None = None
    late: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The looks of a document by element. It also keeps the elements alive, as lxml makes them on demand."""

    viewport: tuple[int, int]
    looks: Mapping[HtmlElement, Look]
    shadow: frozenset[HtmlElement] = field(default_factory=frozenset)
    frames: frozenset[HtmlElement] = field(default_factory=frozenset)

    def look(self, element: HtmlElement) -> Look | None:
        """How an element was laid out, None if it was not."""
        return self.looks.get(element)

    def lettering(self, element: HtmlElement) -> tuple[float | None, float] | None:
        """The contrast and the size of the first text in an element that is seen; None when there is none near."""
        for part in islice(element.iter(), MAX_PARTS):
            look = self.looks.get(part)
            if look is not None and look.font_px is not None:
                return look.contrast, look.font_px
        return None
