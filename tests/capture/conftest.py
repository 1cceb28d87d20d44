"""Snapshots as the browser makes them, built from a few nodes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from auditor.capture.layout import STYLES, VERSION
from tests.captures import STYLE

Bounds = tuple[float, float, float, float]
SHOWN = {**STYLE, "display": "block"}


@dataclass
class SnapshotBuilder:
    """Builds one document of a `DOMSnapshot.captureSnapshot` result, node by node."""

    strings: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    types: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    attributes: list[list[int]] = field(default_factory=list)
    clickable: list[int] = field(default_factory=list)
    laid_out: list[int] = field(default_factory=list)
    bounds: list[list[float]] = field(default_factory=list)
    styles: list[list[int]] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)

    def node(
        self,
        parent: int,
        name: str,
        bounds: Bounds | None = (0, 0, 100, 20),
        *,
        text: str = "",
        listens: bool = False,
        kind: int = 1,
        style: dict[str, str] | None = None,
        **attributes: str,
    ) -> int:
        """Add an element, with a text in it if given; returns its number."""
        number = self._add(parent, kind, name, "", attributes)
        if listens:
            self.clickable.append(number)
        if bounds is not None:
            self._lay_out(number, bounds, {**SHOWN, **(style or {})})
        if text:
            inner = self._add(number, 3, "#text", text, {})
            if bounds is not None:
                self._lay_out(inner, bounds, None)
        return number

    def _add(self, parent: int, kind: int, name: str, value: str, attributes: dict[str, str]) -> int:
        self.parents.append(parent)
        self.types.append(kind)
        self.names.append(self._string(name))
        self.values.append(self._string(value))
        pairs = [part for key, text in attributes.items() for part in (key.replace("_", "-").strip("-"), text)]
        self.attributes.append([self._string(part) for part in pairs])
        return len(self.parents) - 1

    def _lay_out(self, number: int, bounds: Sequence[float], style: dict[str, str] | None) -> None:
        self.laid_out.append(number)
        self.bounds.append(list(bounds))
        self.styles.append([] if style is None else [self._string(style.get(name, "visible")) for name in STYLES])
        self.texts.append(-1)

    def _string(self, text: str) -> int:
        if text not in self.strings:
            self.strings.append(text)
        return self.strings.index(text)

    def payload(self, viewport: tuple[int, int] = (1366, 768)) -> dict[str, Any]:
        """The payload of a Snapshot, before it is written as JSON."""
        nodes = {
            "parentIndex": self.parents,
            "nodeType": self.types,
            "nodeName": self.names,
            "nodeValue": self.values,
            "attributes": self.attributes,
            "isClickable": {"index": self.clickable},
        }
        layout = {"nodeIndex": self.laid_out, "bounds": self.bounds, "styles": self.styles, "text": self.texts}
        dom = {"strings": self.strings, "documents": [{"nodes": nodes, "layout": layout}]}
        return {"version": VERSION, "viewport": list(viewport), "dom": dom, "final_url": "", "status": 200}


@pytest.fixture
def body_of() -> Callable[[SnapshotBuilder], int]:
    """Adds document, html and body of 1366 x 3000 px; returns the number of the body."""

    def add(builder: SnapshotBuilder) -> int:
        document = builder.node(-1, "#document", (0, 0, 1366, 3000), kind=9)
        root = builder.node(document, "HTML", (0, 0, 1366, 3000), lang="en")
        return builder.node(root, "BODY", (0, 0, 1366, 3000))

    return add


@pytest.fixture
def builder() -> SnapshotBuilder:
    """A builder without nodes."""
    return SnapshotBuilder()
