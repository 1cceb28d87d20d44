"""What layout knows of an element; a page that was never rendered has none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from auditor.model.page import Box


@dataclass(frozen=True, slots=True)
class Look:
    """One element as laid out. `block` is whether it breaks the line, `fixed` whether it floats over the page."""

    visible: bool
    box: Box | None
    block: bool
    fixed: bool = False
    sticky: bool = False
    pointer: bool = False
    clickable: bool = False


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
