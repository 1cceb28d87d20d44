"""Small captures made from a few HTML strings, as a gathering would leave them.

capture = captured(tmp_path, answer("/", HOME), answer("/gone", status=404, page_status=PageStatus.MISSING),
                   snapshots=[snapshot("/", HOME)])
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from lxml.html import HtmlElement, document_fromstring

from auditor.capture.layout import STYLES, VERSION
from auditor.capture.records import ConsentRecord, Fetch, OverlayRecord, PressRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.audit import Audit
from auditor.model.settings import Settings
from auditor.model.terms import Channel, Device, Outcome, PageStatus, Stage

ORIGIN: Final = "https://shop.test"
MEASURED: Final = {"status": "measured", "reason": "", "robots": {"verdict": "absent"}, "locale": "en"}
VIEWPORTS: Final = {Device.DESKTOP: (1366, 768), Device.MOBILE: (390, 844)}
#: Every element stands on a line of its own, so many CSS px high.
LINE_PX: Final = 20
STYLE: Final = {
    "visibility": "visible",
    "opacity": "1",
    "position": "static",
    "cursor": "auto",
    "font-size": "16px",
    "color": "rgb(0, 0, 0)",
    "background-color": "rgba(0, 0, 0, 0)",
    "clip-path": "none",
    "filter": "none",
    "direction": "ltr",
    "unicode-bidi": "normal",
    "background-image": "none",
    "mask-image": "none",
    "mix-blend-mode": "normal",
    "text-shadow": "none",
    "transform": "none",
    "backface-visibility": "visible",
}
INLINE: Final = frozenset({"a", "b", "button", "span"})


def page(body: str, title: str = "Shop") -> str:
    """A whole document around a body."""
    return f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"


PHONE = '<p>Call us: <a href="tel:+442071234567">020 7123 4567</a></p>'
HOME = page('<main><h1>Shop</h1></main><footer><a href="/contact">Contact</a></footer>')
CONTACT = page(f"<main><h1>Contact</h1>{PHONE}</main>", "Contact")


def answer(path: str, html: str | None = None, **more: Any) -> Fetch:
    """An answer of 200 with a body, or one without a body as told; a `final_url` or `alias_of` may be a path."""
    fields: dict[str, Any] = {"url": path, "final_url": path, "status": 200, "page_status": PageStatus.OK, **more}
    for name in {"url", "final_url", "alias_of", "source"} & fields.keys():
        fields[name] = _absolute(fields[name])
    fields["redirects"] = tuple(_absolute(url) for url in fields.get("redirects", ()))
    return Fetch(body=None if html is None else html.encode(), encoding="utf-8", **fields)


def snapshot(path: str, html: str, device: Device = Device.DESKTOP, state: str = "", **more: Any) -> Snapshot:
    """A page as the browser lays it out: what has the attribute `hidden` is not painted."""
    return Snapshot(_absolute(path), device, state, laid_out(html, device), **more)


def captured(
    folder: Path,
    *answers: Fetch,
    snapshots: Iterable[Snapshot] = (),
    presses: Iterable[PressRecord] = (),
    consents: Iterable[ConsentRecord] = (),
    overlays: Iterable[OverlayRecord] = (),
    facts: Mapping[str, object] = MEASURED,
    **settings: Any,
) -> Path:
    """The file of a capture with these answers in their order."""
    file = folder / "capture.sqlite"
    with Capture.create(file, Settings(**{"url": f"{ORIGIN}/", **settings})) as capture:
        capture.put_round([replace(each, order=number) for number, each in enumerate(answers)])
        for shown in snapshots:
            capture.put_snapshot(shown)
        for press in presses:
            capture.put_press(press)
        for consent in consents:
            capture.put_consent(consent)
        for overlay in overlays:
            capture.put_overlay(overlay)
        for name, value in facts.items():
            capture.put_fact(name, value)
    return file


def laid_out(html: str, device: Device) -> bytes:
    """The payload of a snapshot of a document."""
    return json.dumps(_Layout(VIEWPORTS[device]).payload(document_fromstring(html))).encode()


class _Layout:
    """Writes a document as `DOMSnapshot.captureSnapshot` does, one line of text below the other."""

    def __init__(self, viewport: tuple[int, int]) -> None:
        self._viewport = viewport
        self._strings: dict[str, int] = {}
        columns = ("parentIndex", "nodeType", "nodeName", "nodeValue", "attributes")
        self._nodes: dict[str, list[Any]] = {name: [] for name in columns}
        self._painted: dict[str, list[Any]] = {name: [] for name in ("nodeIndex", "bounds", "styles", "text")}

    def payload(self, root: HtmlElement) -> dict[str, Any]:
        self._element(root, self._node(-1, 9, "#document", "", {}), shown=True)
        document = {"nodes": {**self._nodes, "isClickable": {"index": []}}, "layout": self._painted}
        dom = {"strings": list(self._strings), "documents": [document]}
        return {"version": VERSION, "viewport": list(self._viewport), "dom": dom, "final_url": "", "status": 200}

    def _element(self, element: HtmlElement, parent: int, *, shown: bool) -> None:
        shown = shown and "hidden" not in element.attrib and element.tag not in ("head", "script", "style")
        number = self._node(parent, 1, element.tag.upper(), "", dict(element.attrib))
        if shown:
            self._paint(number, {**STYLE, "display": "inline" if element.tag in INLINE else "block"})
        self._text(element.text, number, shown=shown)
        for child in element:
            self._element(child, number, shown=shown)
            self._text(child.tail, number, shown=shown)

    def _text(self, text: str | None, parent: int, *, shown: bool) -> None:
        if text:
            number = self._node(parent, 3, "#text", text, {})
            if shown:
                self._paint(number, None)

    def _node(self, parent: int, kind: int, name: str, value: str, attributes: Mapping[str, str]) -> int:
        texts = [self._string(text) for pair in attributes.items() for text in pair]
        row = (parent, kind, self._string(name), self._string(value), texts)
        for column, cell in zip(self._nodes.values(), row, strict=True):
            column.append(cell)
        return len(self._nodes["parentIndex"]) - 1

    def _paint(self, number: int, style: Mapping[str, str] | None) -> None:
        line = LINE_PX * len(self._painted["nodeIndex"])
        styles = [] if style is None else [self._string(style.get(name, "visible")) for name in STYLES]
        for column, cell in zip(self._painted.values(), (number, [10, line, 300, LINE_PX], styles, -1), strict=True):
            column.append(cell)

    def _string(self, text: str) -> int:
        return self._strings.setdefault(text, len(self._strings))


def _absolute(url: str) -> str:
    return f"{ORIGIN}{url}" if url.startswith("/") else url


def outcome(made: Audit, channel: Channel = Channel.PHONE) -> tuple[Outcome, int | None]:
    """What came of the way from the home page to a channel, and its clicks."""
    journey = next(each for each in made.journeys if (each.stage, each.channel) == (Stage.HOME, channel))
    return journey.outcome, journey.best_clicks
