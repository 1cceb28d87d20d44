"""A snapshot of the browser's layout as an element tree with the look of each element beside it."""

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, html_parser

from auditor.capture.grounds import Grounds
from auditor.capture.look import Layout, Look
from auditor.capture.paint import FAR, Paint, Painted
from auditor.capture.readable import readable
from auditor.capture.tags import BLOCKS
from auditor.capture.urls import resolve

ELEMENT, TEXT, DOCUMENT, FRAGMENT = 1, 3, 9, 11
TAG = re.compile(r"[a-z][a-z0-9._-]*\Z")
ATTRIBUTE = re.compile(r"[A-Za-z_][\w.-]*\Z")
#: What XML text may not hold; lxml refuses it.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Where the spider tells which nodes are frames that it could not read.
UNREAD_FRAME = "unreadFrame"
#: Where the spider writes what the accessibility tree calls a node.
ACCESSIBLE_NAME = "accessibleName"
#: Where the spider writes after how many seconds a timer brought a node.
LATE = "lateSeconds"
#: Attributes that hold an address.
ADDRESSES = frozenset({"href", "src", "action", "formaction"})
#: More nodes than this are not read: about 50 times a usual page.
MAX_NODES = 100_000
MAX_DEPTH = 500
BLOCK_DISPLAYS = frozenset(
    "block flex grid table table-row table-cell table-row-group table-header-group table-footer-group table-caption "
    "list-item flow-root".split()
)
#: These break the line only for elements that by themselves do: an icon in a heading does not split it. What has no
#: layout at all is hidden, and must not become a part of the line before it.
BY_TAG_DISPLAYS = frozenset({"inline-block", "inline-flex", "inline-grid", "inline-table", ""})


class SnapshotTree:
    """Builds the tree of a snapshot. `root` is its html element (None when there is none), `layout` the looks.

    `whole` tells whether all of the snapshot was read, `unread_frames` how many frames can be seen whose content the
    snapshot lacks. Text that was not painted is put into `signpost-hidden`
    elements; content of frames hangs under their elements. `seen_to` is how far down the page can be seen, in CSS px.
    Raises one of `layout.MALFORMED` when the snapshot is malformed.
    """

    def __init__(
        self, dom: dict[str, Any], viewport: tuple[int, int], styles: Sequence[str], seen_to: float = FAR
    ) -> None:
        self._strings: list[str] = dom["strings"]
        self._documents: list[dict[str, Any]] = dom["documents"]
        self._styles = styles
        self._viewport = viewport
        self._seen_to = seen_to
        self._looks: dict[HtmlElement, Look] = {}
        self._shadow: set[HtmlElement] = set()
        self._frames: set[HtmlElement] = set()
        self._left = MAX_NODES
        self._unread = set(range(len(self._documents)))
        self.has_microdata = False
        self.whole = True
        self.unread_frames = 0
        self.root: HtmlElement | None = None
        if self._documents:
            self._document(0, None, (0.0, 0.0), None, 0)
        self.layout = Layout(viewport, self._looks, frozenset(self._shadow), frozenset(self._frames))

    def _document(
        self,
        index: int,
        frame: HtmlElement | None,
        origin: tuple[float, float],
        around: Painted | None,
        top: int,
        wait: int = 0,
    ) -> None:
        """Add one document: the page, or the content of a frame painted as `around`, `top` deep and `wait` late."""
        self._unread.discard(index)  # no document stands in two frames, nor in itself
        document = self._documents[index]
        nodes = document["nodes"]
        paint = Paint(document["layout"], self._strings, self._styles, self._viewport, origin, around)
        contents = dict(zip(*_rare(nodes.get("contentDocumentIndex")), strict=True))
        clickable = set(nodes.get("isClickable", {}).get("index", ()))
        pseudo = set(nodes.get("pseudoType", {}).get("index", ()))
        unread = set(nodes.get(UNREAD_FRAME, {}).get("index", ()))
        names = dict(zip(*_rare(nodes.get(ACCESSIBLE_NAME)), strict=True))
        late = dict(zip(*_rare(nodes.get(LATE)), strict=True))
        waits: list[int] = []
        base = self._string(document.get("baseURL", -1)) if index else ""
        made: list[HtmlElement | None] = []
        tags = self._tags(nodes)
        # Without a word of its height a page is as high as can be: its last line comes out from under everything.
        extent = None if index else (self._viewport[1], float(document.get("contentHeight", FAR)))
        painted = self._painted(paint, nodes, document["layout"], around, tags, extent)
        texts = _texts(nodes, painted, tags, document["layout"])
        depths: list[int] = []
        for number, parent in enumerate(nodes["parentIndex"]):
            over = None if parent < 0 else made[parent]
            under = around if parent < 0 else painted[parent]
            depth = top if parent < 0 else depths[parent] + 1
            mine = painted[number]
            waits.append(max(wait if parent < 0 else waits[parent], late.get(number, 0)))
            element: HtmlElement | None = over
            self._left -= 1
            if self._left > 0 and depth < MAX_DEPTH:
                kind = nodes["nodeType"][number]
                if kind == ELEMENT and number not in pseudo:
                    element = self._element(nodes, number, over if over is not None else frame, base)
                    self.unread_frames += number in unread and mine.visible
                    if element is not None:
                        name = CONTROL.sub("", self._string(names.get(number, -1)))
                        self._looks[element] = _look(
                            mine, str(element.tag), number in clickable, name, texts.get(number), waits[number]
                        )
                        if contents.get(number) in self._unread:
                            self._frames.add(element)
                            self._document(
                                contents[number], element, mine.content_origin, mine, depth + 1, waits[number]
                            )
                elif kind == FRAGMENT and over is not None:
                    self._shadow.add(over)
                elif kind == TEXT or number in pseudo:
                    text = self._string(nodes["nodeValue"][number])
                    if number in pseudo:
                        text = _worded(paint.text(number))
                    elif under is not None and under.mirrored:
                        text = text[::-1]
                    self._add_text(over, text, mine.visible)
            else:
                self.whole = False
            made.append(element)
            depths.append(depth)

    def _tags(self, nodes: dict[str, Any]) -> list[str]:
        """The tags of the nodes of a document, "" for what is no element."""
        names = (self._string(name).lower() for name in nodes["nodeName"])
        return ["" if name.startswith("#") else name for name in names]

    def _painted(
        self,
        paint: Paint,
        nodes: dict[str, Any],
        layout: dict[str, Any],
        around: Painted | None,
        tags: Sequence[str],
        extent: tuple[float, float] | None,
    ) -> list[Painted]:
        """How the nodes of a document were painted, and whether something else lies over them."""
        painted: list[Painted] = []
        for number, parent in enumerate(nodes["parentIndex"]):
            above = around if parent < 0 else painted[parent]
            painted.append(paint.of(number, above, holds_page=tags[number] in ("html", "body")))
        return readable(painted, nodes["parentIndex"], layout, tags, extent, self._seen_to)

    def _element(self, nodes: dict[str, Any], number: int, parent: HtmlElement | None, base: str) -> HtmlElement | None:
        """Add an element; `base` is what the addresses in the content of a frame are relative to, "" elsewhere."""
        tag = self._string(nodes["nodeName"][number]).lower()
        if not TAG.match(tag):
            return parent
        if parent is None:
            if self.root is not None or tag != "html":
                return None
            element: HtmlElement = html_parser.makeelement("html")
            self.root = element
        else:
            element = etree.SubElement(parent, tag)
        pairs = nodes["attributes"][number]
        for name, value in zip(pairs[::2], pairs[1::2], strict=True):
            key = self._string(name)
            if ATTRIBUTE.match(key):
                text = CONTROL.sub("", self._string(value))
                led = base and key in ADDRESSES and not text.lstrip().startswith("#")
                element.set(key, resolve(base, text) if led else text)
                self.has_microdata = self.has_microdata or key == "itemscope"
        return element

    def _add_text(self, parent: HtmlElement | None, text: str, visible: bool) -> None:
        if parent is None or not text:
            return
        text = CONTROL.sub("", text)
        tag = parent.tag
        if not visible and text.strip() and tag not in ("script", "style", "title", "noscript"):
            hidden = etree.SubElement(parent, "signpost-hidden")
            hidden.text = text
            return
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def _string(self, index: int) -> str:
        return self._strings[index] if index >= 0 else ""


def _texts(
    nodes: dict[str, Any], painted: Sequence[Painted], tags: Sequence[str], layout: dict[str, Any]
) -> dict[int, tuple[float | None, float]]:
    """The contrast and the size of the first text of each node that a visitor sees, by the number of the node."""
    orders = dict(zip(layout["nodeIndex"], layout.get("paintOrders", ()), strict=False))
    grounds = Grounds(painted, nodes["parentIndex"], tags, orders)
    found: dict[int, tuple[float | None, float]] = {}
    for number, parent in enumerate(nodes["parentIndex"]):
        text = painted[number]
        if nodes["nodeType"][number] == TEXT and text.visible and parent >= 0 and parent not in found:
            found[parent] = grounds.contrast(number), text.font_px
    return found


def _look(
    painted: Painted, tag: str, clickable: bool, name: str, text: tuple[float | None, float] | None, late: int
) -> Look:
    return Look(
        visible=painted.visible,
        box=painted.box,
        block=painted.display in BLOCK_DISPLAYS
        or (painted.display in BY_TAG_DISPLAYS and (tag in BLOCKS or "-" in tag)),
        fixed=painted.position == "fixed",
        sticky=painted.position == "sticky",
        pointer=painted.cursor == "pointer",
        clickable=clickable,
        accessible_name=name,
        contrast=None if text is None else text[0],
        font_px=None if text is None else text[1],
        late=float(late),
    )


def _worded(text: str) -> str:
    """What a style sheet writes, if it is words: a plus before a menu or the sign of an icon font is no name."""
    return text if any(letter.isalnum() for letter in text) else " "


def _rare(data: dict[str, list[int]] | None) -> tuple[list[int], list[int]]:
    return ([], []) if data is None else (data["index"], data["value"])
