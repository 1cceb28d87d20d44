"""The one walk that reads a document into elements, whether it was parsed from HTML or snapshotted in a browser."""

import re
from collections import Counter
from itertools import islice

from lxml.html import HtmlElement

from auditor.capture.blocks import block_digest, page_digest
from auditor.capture.controls import is_button, is_link, is_telling
from auditor.capture.forms import FormReader, is_message_box
from auditor.capture.look import Layout, Look
from auditor.capture.names import button_name, kept_attributes, own_name, quoted_in
from auditor.capture.place import Place
from auditor.capture.regions import BY_TAG
from auditor.capture.runs import Piece, Runs, any_seen, hidden_beside, joined, unknown
from auditor.capture.shared import SharedBlocks
from auditor.capture.tags import BLOCKS, BUTTON_INPUTS, HEADINGS, SHOWING_INPUTS, SKIPPED
from auditor.capture.text import one_line
from auditor.capture.urls import resolve
from auditor.model.page import Block, Element, Form
from auditor.model.terms import ElementKind, Region

#: Deeper trees are attacks or accidents (browsers stop at 512); four calls a level have to fit into the stack.
MAX_DEPTH = 180
#: Pages of more elements are read no further.
MAX_ELEMENTS = 20_000
#: A longer text is prose; what comes after it is no contact line.
MAX_TEXT = 4_000
MAX_NAME = 300
#: An id that looks made by hand; those with long numbers differ from load to load.
PLAIN_ID = re.compile(r"^[A-Za-z](?:[A-Za-z_-]|\d{1,3}(?!\d))*$")
#: What may hold a number or an address: only of that is asked whose words it stands in.
DIALLED = re.compile(r"\d\D{0,4}\d\D{0,4}\d|@")
#: What screen readers name, and what has letters of a size and a colour.
CALLED = frozenset({ElementKind.LINK, ElementKind.BUTTON, ElementKind.IMAGE, ElementKind.HEADING, ElementKind.FRAME})
LETTERED = frozenset({ElementKind.LINK, ElementKind.BUTTON, ElementKind.TEXT, ElementKind.HEADING})
#: More elements than this under one `<noscript>` are the page itself.
NOSCRIPT_ELEMENTS = 60


class Extraction:
    """Reads one document once; `elements`, `forms` and `blocks` hold what it found, `whole` whether that is all.

    `root` is the html element, `base` the URL against which links resolve, `layout` None when not rendered, `shared`
    what is known of the site's blocks already.
    """

    def __init__(
        self, root: HtmlElement, base: str, layout: Layout | None = None, shared: SharedBlocks | None = None
    ) -> None:
        self.elements: list[Element] = []
        self.forms: list[Form] = []
        self.blocks: list[Block] = []
        self.whole = True
        self._base = base
        self._folder = base.rpartition("/")[0] + "/"
        self._layout = layout
        self._heading = ""
        self._ids = Counter(str(value) for value in root.xpath("//@id"))
        # Blocks as sent are shared between pages, and must not depend on what else stands on one of them.
        self._targets = None if layout is None else {*self._ids, *(str(name) for name in root.xpath("//a/@name"))}
        self._landmarks = Counter(str(node.tag) for node in root.iter(*BY_TAG))
        # What a browser showed differs from page to page, so only blocks as sent are shared.
        self._shared = shared if layout is None else None
        self._landmark_counts = tuple(sorted(self._landmarks.items()))
        self._repeated_ids = tuple(sorted(identity for identity, count in self._ids.items() if count > 1))
        body = root if root.tag == "body" else root.find("body")
        if body is None:
            return
        self._form_reader = FormReader(body, base, layout)
        self._leads: dict[HtmlElement, str] = {}
        self._runs = Runs(body, "body")
        self.blocks.append(Block(page_digest(body, self._folder), Region.MAIN, "body"))
        self._children(body, "body", Place())
        self._end_run(Place())
        self.forms.extend(self._form_reader.loose_forms())

    def _children(self, element: HtmlElement, selector: str, place: Place) -> None:
        if place.depth > MAX_DEPTH or len(self.elements) > MAX_ELEMENTS:
            self.whole = self.whole and not len(element) and not element.text
            return
        if element.text:
            self._text(element.text, place)
        counts: dict[str, int] = {}
        joint = self._joint(element)
        for child in element:
            tag = child.tag
            if isinstance(tag, str):
                counts[tag] = counts.get(tag, 0) + 1
                if tag not in SKIPPED or (tag == "noscript" and _unclosed(child)):
                    self._visit(child, tag, f"{selector}{joint}{tag}:nth-of-type({counts[tag]})", selector, place)
            if child.tail:
                self._text(child.tail, place)

    def _joint(self, element: HtmlElement) -> str:
        if self._layout is not None:
            if element in self._layout.shadow:
                return " "  # selector engines step into an open shadow root by the descendant combinator only
            if element in self._layout.frames:
                return " >>> "
        return " > "

    def _visit(self, element: HtmlElement, tag: str, path: str, around: str, place: Place) -> None:
        if tag == "br":
            self._runs.line_break()
            return
        look = self._layout.look(element) if self._layout is not None else None
        selector = self._anchored(element, tag, path)
        inner = self._inner(element, tag, selector, look, place)
        breaks = look.block if look is not None else tag in BLOCKS
        if not breaks:
            self._read(element, tag, selector, look, inner)
            return
        self._end_run(place)
        if inner.block != place.block:
            self._block(element, tag, selector, look, inner)
        else:
            self._line(element, tag, selector, look, inner)
        self._runs.start(element.getparent(), around, len(self.elements))

    def _line(self, element: HtmlElement, tag: str, selector: str, look: Look | None, place: Place) -> None:
        """An element that breaks the line before and after itself."""
        self._runs.start(element, selector, len(self.elements))
        self._read(element, tag, selector, look, place)
        self._end_run(place)

    def _block(self, element: HtmlElement, tag: str, selector: str, look: Look | None, place: Place) -> None:
        """A block of the page: it has headings of its own, and reads the same wherever it stands."""
        outer, self._heading = self._heading, ""
        key = (self.blocks[place.block].digest, self._landmark_counts, self._repeated_ids)
        known = self._shared.find(key, place.block) if self._shared is not None else None
        if known is not None:
            self.elements.extend(known[0])
            self.forms.extend(known[1])
        else:
            elements, forms, loose = len(self.elements), len(self.forms), self._form_reader.loose
            self._line(element, tag, selector, look, place)
            if self._shared is not None and self._form_reader.loose == loose:
                self._shared.remember(key, self.elements[elements:], self.forms[forms:])
        self._heading = outer

    def _inner(self, element: HtmlElement, tag: str, selector: str, look: Look | None, place: Place) -> Place:
        """What the descendants of an element have from it and from its ancestors."""
        inner = place.inside(element, tag, look, self._layout)
        # A block within a block stays a part of it: a header is read once, with its menus.
        if place.block or inner.region in (Region.MAIN, place.region):
            return inner
        self.blocks.append(Block(block_digest(element, self._base, selector), inner.region, selector))
        return inner._replace(block=len(self.blocks) - 1)

    def _anchored(self, element: HtmlElement, tag: str, path: str) -> str:
        """A shorter and steadier path where the element has an id of its own or is the only landmark of its kind."""
        if " >>> " in path:
            return path
        identity = element.get("id")
        if identity and self._ids[identity] == 1 and len(identity) < 60 and PLAIN_ID.match(identity):
            return f"#{identity}"
        return tag if self._landmarks.get(tag) == 1 else path

    def _read(self, element: HtmlElement, tag: str, selector: str, look: Look | None, place: Place) -> None:
        if element.get("contenteditable") is not None and is_message_box(element):
            self._form_reader.note_loose(element, "textarea", selector, place.region, place.block, self._heading)
        if tag in ("img", "svg", "canvas"):
            self._picture(element, tag, selector, look, place)
            self._drawn_text(element, tag, selector, place)
        elif tag in ("iframe", "frame"):
            self._lone(ElementKind.FRAME, element, selector, look, place, element.get("title", ""), "src")
            self._children(element, selector, place)
        elif tag in ("input", "textarea", "select"):
            self._field(element, tag, selector, look, place)
        elif is_link(element, tag, self._targets) or element in self._leads:
            self._whole(ElementKind.LINK, element, selector, look, place._replace(in_control=True))
        elif is_button(element, tag, look, inside=place.in_control, around=self._around(element)):
            self._whole(ElementKind.BUTTON, element, selector, look, place._replace(in_control=True))
            if tag in HEADINGS:  # pressed or not, it heads what follows
                self._heading = one_line("".join(element.itertext()), 200) or self._heading
        elif element.attrib and not place.in_control and is_telling(element):
            self._whole(ElementKind.TEXT, element, selector, look, place)
        else:
            if tag == "form":
                self.forms.append(self._form_reader.form(element, selector, place.region, place.block, self._heading))
                self._leads.update(self._form_reader.leads(element))
            self._children(element, selector, place)

    def _around(self, element: HtmlElement) -> Look | None:
        parent = element.getparent()
        return None if self._layout is None or parent is None else self._layout.look(parent)

    def _whole(self, kind: ElementKind, element: HtmlElement, selector: str, look: Look | None, place: Place) -> None:
        """An element that is read as one, with all the text in it."""
        at = len(self.elements)
        pieces = self._runs.listen()
        self._children(element, selector, place)
        self._runs.forget()
        inside = self.elements[at:]
        text = joined(pieces)
        name = own_name(element) or one_line(text) or _pictured(inside) or one_line(element.get("title", ""))
        visible = self._visible(look, place, inside, pieces)
        href = (self._leads.get(element) or element.get("href", "")) if kind is ElementKind.LINK else ""
        made = self._made(kind, element, selector, look, place, name, text, href, visible)
        self.elements.insert(at, made)

    def _field(self, element: HtmlElement, tag: str, selector: str, look: Look | None, place: Place) -> None:
        kind = (element.get("type") or "text").strip().lower() if tag == "input" else tag
        if kind in BUTTON_INPUTS:
            made = ElementKind.LINK if element in self._leads else ElementKind.BUTTON
            self._lone(made, element, selector, look, place, button_name(element), "")
            return
        self._form_reader.note_loose(element, kind, selector, place.region, place.block, self._heading)
        if kind in SHOWING_INPUTS and ("readonly" in element.attrib or "disabled" in element.attrib):
            seen = None if self._layout is None else look is not None and look.visible
            self._text(f" {element.get('value', '')[:MAX_NAME]} ", place, seen)
        if tag == "input":
            search = self._form_reader.search(element, selector, place.region, place.block, self._heading)
            if search is not None:
                self.forms.append(search)
        if kind == "select":
            chooser = self._form_reader.chooser(element, selector, place.region, place.block, self._heading)
            if chooser is not None:
                self.forms.append(chooser)
        if kind == "radio":
            radios = self._form_reader.radios(element, selector, place.region, place.block, self._heading)
            if radios is not None:
                self.forms.append(radios)

    def _picture(self, element: HtmlElement, tag: str, selector: str, look: Look | None, place: Place) -> None:
        if tag == "svg":
            title = element.find("{*}title")
            inside = "" if title is None else title.text_content()
        else:
            inside = element.get("alt", "")
        name = own_name(element) or one_line(inside)
        if name or tag != "svg":
            self._lone(ElementKind.IMAGE, element, selector, look, place, name, "src")

    def _drawn_text(self, element: HtmlElement, tag: str, selector: str, place: Place) -> None:
        """The texts of a drawing, each a line, and what stands in a canvas for those who cannot see it."""
        if tag == "canvas":
            self._children(element, selector, place)
        for number, text in enumerate(element.iter("text") if tag == "svg" else ()):
            if number:
                self._runs.line_break()
            else:
                self._text(" ", place)
            self._children(text, f"{selector} text", place)

    def _lone(
        self,
        kind: ElementKind,
        element: HtmlElement,
        selector: str,
        look: Look | None,
        place: Place,
        name: str,
        address: str,
    ) -> None:
        """An element without text of its own."""
        visible = self._visible(look, place, [], [])
        href = element.get(address, "") if address else self._leads.get(element, "")
        self.elements.append(self._made(kind, element, selector, look, place, name, "", href, visible))

    def _text(self, text: str, place: Place, seen: bool | None = True) -> None:
        visible = False if place.hidden else (None if self._layout is None else seen)
        self._runs.add(text, visible, bare=not place.in_control)

    def _end_run(self, place: Place) -> None:
        run = self._runs.run
        for hidden in reversed(hidden_beside(run.pieces)):
            made = self._made(
                ElementKind.TEXT, run.element, run.selector, None, place, "", hidden[:MAX_TEXT], "", False
            )
            self.elements.insert(run.at, made)
        text = joined(run.pieces) if run.bare else ""
        if not text:
            return
        look = self._layout.look(run.element) if self._layout is not None else None
        visible = any_seen(run.pieces) if self._layout is not None else unknown(run.pieces)
        kind = ElementKind.HEADING if place.in_heading else ElementKind.TEXT
        if kind is ElementKind.HEADING:
            self._heading = one_line(text, 200)
        made = self._made(kind, run.element, run.selector, look, place, "", text[:MAX_TEXT], "", visible)
        self.elements.insert(run.at, made)

    def _visible(self, look: Look | None, place: Place, inside: list[Element], pieces: list[Piece]) -> bool | None:
        if self._layout is None:
            return False if place.hidden else None
        own = look is not None and look.visible and not place.hidden
        return own or any(element.visible for element in inside) or any_seen(pieces)

    def _made(
        self,
        kind: ElementKind,
        element: HtmlElement,
        selector: str,
        look: Look | None,
        place: Place,
        name: str,
        text: str,
        href: str,
        visible: bool | None,
    ) -> Element:
        lettering = None if self._layout is None or kind not in LETTERED else self._layout.lettering(element)
        called = "" if look is None or kind not in CALLED else look.accessible_name
        return Element(
            kind=kind,
            name=(name or called)[:MAX_NAME],
            text=text,
            href=resolve(self._base, href) if href else "",
            region=place.region,
            selector=selector,
            block=place.block,
            heading=self._heading,
            visible=visible,
            box=look.box if look is not None else None,
            sticky=place.sticky,
            attributes=_attributes(element, place, text, href),
            accessible_name=called[:MAX_NAME],
            contrast=None if lettering is None else lettering[0],
            font_px=None if lettering is None else lettering[1],
            late=0.0 if look is None else look.late,
        )


def _unclosed(noscript: HtmlElement) -> bool:
    """Whether the rest of the page hangs under a `<noscript>` that was never closed; what belongs there is short."""
    return next(islice(noscript.iterdescendants(), NOSCRIPT_ELEMENTS, None), None) is not None


def _attributes(element: HtmlElement, place: Place, text: str, href: str) -> tuple[tuple[str, str], ...]:
    """The attributes of an element; `within` tells of what may hold a number that the words are those of others."""
    kept = kept_attributes(element)
    if place.region not in (Region.MAIN, Region.ASIDE) or not DIALLED.search(f"{text} {href}"):
        return kept
    within = quoted_in(element)
    return tuple(sorted((*kept, ("within", within)))) if within else kept


def _pictured(elements: list[Element]) -> str:
    return one_line(" ".join(element.name for element in elements if element.kind is ElementKind.IMAGE))
