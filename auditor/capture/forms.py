"""Forms with their fields and labels, and fields that work as a form without being in one."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from auditor.capture.look import Layout
from auditor.capture.names import button_name, own_name
from auditor.capture.tags import BUTTON_INPUTS, NO_FIELDS
from auditor.capture.text import one_line
from auditor.capture.urls import resolve
from auditor.model.page import Field, Form
from auditor.model.terms import Region

MAX_LABEL = 200
MAX_TEXT = 2_000
MAX_FIELDS = 100
MAX_OPTIONS = 60
#: A select of fewer options offers no choice.
FEWEST_OPTIONS = 2
#: More groups of selects in no form are those of a list of goods.
MAX_CHOOSERS = 12
#: Longer values of hidden fields, and more of them, were written by a program for one visit.
MAX_SENT = 20
#: How far up from a lone message field its group of fields is looked for.
GROUP_HEIGHT = 4
_CONTROLS = frozenset({"input", "textarea", "select", "button"})
_HINTS = ("placeholder", "aria-placeholder", "data-placeholder", "title")
_EDITABLE = frozenset({"", "true", "plaintext-only"})


class FormReader:
    """Reads the forms of one document; labels are found once for all."""

    def __init__(self, body: HtmlElement, base: str, layout: Layout | None) -> None:
        self._body = body
        self._base = base
        self._layout = layout
        self._labels: dict[str, str] | None = None
        self._choosers: set[HtmlElement] = set()
        self._loose: list[tuple[HtmlElement, str, str, Region, int, str]] = []

    def form(self, element: HtmlElement, selector: str, region: Region, block: int, heading: str) -> Form:
        """One `<form>`; `selector`, `region`, `block` and `heading` are those of its place."""
        return self._made(element, selector, region, block, heading, element.get("action", ""), element.get("method"))

    def leads(self, element: HtmlElement) -> dict[HtmlElement, str]:
        """Where the buttons of a `<form>` lead that asks for nothing and only gets a page; {} for any other."""
        action, method = element.get("action", "").strip(), element.get("method", "get").strip().lower()
        if method != "get" or not action or action.startswith("#") or element.get("onsubmit"):
            return {}
        controls = [c for c in element.iter("*") if c.tag in _CONTROLS or is_message_box(c)]
        buttons = [c for c in controls if _kind(c) == "submit" or (c.tag == "input" and _kind(c) == "image")]
        asks = any(c.tag != "button" and _kind(c) not in NO_FIELDS for c in controls)
        address = urlsplit(resolve(self._base, action))
        if asks or address.scheme not in ("http", "https") or self._has_fields_elsewhere(element):
            return {}
        sent = [(c.get("name", ""), c.get("value", "")) for c in controls if _kind(c) == "hidden" and c.get("name")]
        return {
            button: urlunsplit(address._replace(query=urlencode(sent + _own_pair(button))))
            for button in buttons
            if not any(button.get(name) for name in ("formaction", "formmethod", "onclick"))
        }

    def _has_fields_elsewhere(self, element: HtmlElement) -> bool:
        identity = element.get("id")
        return bool(identity) and bool(self._body.xpath("//*[@form=$identity]", identity=identity))

    def note_loose(
        self, element: HtmlElement, kind: str, selector: str, region: Region, block: int, heading: str
    ) -> None:
        """Remember a message field; `loose_forms` tells which of them stand in no form."""
        if kind == "textarea" and not _in_form(element):
            self._loose.append((element, kind, selector, region, block, heading))

    @property
    def loose(self) -> int:
        """The number of message fields outside of forms that were met so far."""
        return len(self._loose)

    def chooser(self, element: HtmlElement, selector: str, region: Region, block: int, heading: str) -> Form | None:
        """The form that a `<select>` in no form and those beside it are, None where it offers nothing or was read.

        Its selector is that of its parent as the one that holds it, so that no button beside it is taken to send it.
        """
        offers = len(element.findall(".//option")) >= FEWEST_OPTIONS
        parent = element.getparent()
        if not offers or parent is None or len(self._choosers) >= MAX_CHOOSERS or _in_form(element):
            return None
        if not self._choosers.isdisjoint(element.iterancestors()) or _takes_message(_group(element)):
            return None
        self._choosers.add(parent)
        beside = [select for select in parent.iter("select") if not _in_form(select)]
        return self._made(parent, _holding(selector), region, block, heading, "", None, beside)

    def radios(self, element: HtmlElement, selector: str, region: Region, block: int, heading: str) -> Form | None:
        """The form that radio buttons of one name in no form are, None for a lone one and where they were read."""
        name = element.get("name", "")
        if (
            not name
            or element in self._choosers
            or len(self._choosers) >= MAX_CHOOSERS * MAX_OPTIONS
            or _in_form(element)
        ):
            return None
        found = self._body.xpath("//input[@type='radio'][@name=$name]", name=name)
        group = [radio for radio in found if not _in_form(radio)][:MAX_OPTIONS]
        self._choosers.update(group)
        if len(group) < FEWEST_OPTIONS:
            return None
        legend = next((one_line(node.text_content(), MAX_LABEL) for node in _legends(element)), heading)
        return self._made(element, _holding(selector), region, block, legend, "", None, group)

    def search(self, element: HtmlElement, selector: str, region: Region, block: int, heading: str) -> Form | None:
        """The form that a search field in no form is, None for any other field; its selector is that of the field."""
        if element.tag != "input" or _kind(element) != "search" or _in_form(element):
            return None
        return self._made(element, selector, region, block, heading, "", "script", [element])

    def loose_forms(self) -> Iterator[Form]:
        """Groups of fields around message fields that stand in no form, such as those of a chat window."""
        known: set[HtmlElement] = set()
        for element, _, selector, region, block, heading in self._loose:
            group = _group(element)
            if group not in known:
                known.add(group)
                yield self._made(group, selector, region, block, heading, "", None)

    def _made(
        self,
        element: HtmlElement,
        selector: str,
        region: Region,
        block: int,
        heading: str,
        action: str,
        method: str | None,
        only: Sequence[HtmlElement] | None = None,
    ) -> Form:
        fields: list[Field] = []
        sends: list[tuple[str, str]] = []
        submit = ""
        for control in element.iter("*") if only is None else only:
            if control.tag not in _CONTROLS and not is_message_box(control):
                continue
            kind = _kind(control)
            if control.tag == "button" or kind in BUTTON_INPUTS:
                submit = submit or self._submit_label(control, kind)
            elif kind == "hidden" and control.get("name") and len(control.get("value", "")) < MAX_SENT > len(sends):
                sends.append((control.get("name", ""), control.get("value", "")))
            elif kind not in NO_FIELDS and len(fields) < MAX_FIELDS:
                fields.append(self._field(control, kind))
        look = self._layout.look(element) if self._layout is not None else None
        visible = None if self._layout is None else any(field.visible for field in fields)
        return Form(
            selector=selector,
            action=resolve(self._base, action),
            method=(method or "get").strip().lower(),
            fields=tuple(fields),
            submit=submit,
            text=one_line(" ".join(_texts(element)), MAX_TEXT) if only is None else "",
            region=region,
            block=block,
            heading=heading,
            visible=visible,
            box=look.box if look is not None else None,
            sends=tuple(sends),
        )

    def _submit_label(self, control: HtmlElement, kind: str) -> str:
        if control.tag == "button":
            label = own_name(control) or one_line(control.text_content(), MAX_LABEL)
            return label if kind in ("submit", "text", "") else ""
        return button_name(control) if kind in ("submit", "image") else ""

    def _field(self, control: HtmlElement, kind: str) -> Field:
        look = self._layout.look(control) if self._layout is not None else None
        options = [one_line(option.text_content(), MAX_LABEL) for option in control.iter("option")][:MAX_OPTIONS]
        return Field(
            kind=kind,
            name=control.get("name", ""),
            label=self._label(control),
            required="required" in control.attrib or control.get("aria-required") == "true",
            visible=None if self._layout is None else look is not None and look.visible,
            options=tuple(options),
            autocomplete=control.get("autocomplete", ""),
        )

    def _label(self, control: HtmlElement) -> str:
        given = own_name(control) or self._labels_by_id().get(control.get("id", ""), "")
        if not given:
            wrapping = next((a for a in control.iterancestors() if a.tag in ("label", "form", "body")), None)
            if wrapping is not None and wrapping.tag == "label":
                given = one_line(" ".join(_texts(wrapping)), MAX_LABEL)
        return given or one_line(next(filter(None, map(control.get, _HINTS)), ""), MAX_LABEL)

    def _labels_by_id(self) -> dict[str, str]:
        if self._labels is None:
            labels = [node for node in self._body.iter("label") if node.get("for")]
            self._labels = {node.get("for", ""): one_line(node.text_content(), MAX_LABEL) for node in labels}
        return self._labels


def is_message_box(element: HtmlElement) -> bool:
    """Whether an element is made a field to write in: editable, and by its role or its label more than a text."""
    if element.tag in _CONTROLS or element.get("contenteditable", "false").strip().lower() not in _EDITABLE:
        return False
    if element.get("role") == "textbox":
        return bool(element.get("aria-readonly") != "true")
    return bool(own_name(element) or any(element.get(name) for name in _HINTS))


def _own_pair(button: HtmlElement) -> list[tuple[str, str]]:
    """What a button itself adds to what it sends."""
    name = button.get("name") if _kind(button) == "submit" else None
    return [(name, button.get("value", ""))] if name else []


def _holding(selector: str) -> str:
    """The selector of the parent of an element, as the one that holds it."""
    around, joint, last = selector.rpartition(" ")
    return f"{around.removesuffix(' >')}:has(> {last})" if joint else f":has(> {last})"


def _legends(element: HtmlElement) -> Iterator[HtmlElement]:
    for around in element.iterancestors("fieldset"):
        yield from around.iterchildren("legend")


def _takes_message(group: HtmlElement) -> bool:
    return any(node.tag == "textarea" or is_message_box(node) for node in group.iter("*"))


def _in_form(element: HtmlElement) -> bool:
    return any(ancestor.tag == "form" for ancestor in element.iterancestors())


def _kind(control: HtmlElement) -> str:
    if control.tag not in _CONTROLS:
        return "textarea"
    if control.tag == "button":
        return (control.get("type") or "submit").strip().lower()
    if control.tag != "input":
        return str(control.tag)
    kind = (control.get("type") or "text").strip().lower()
    return "search" if kind == "text" and _searches(control) else kind


def _searches(control: HtmlElement) -> bool:
    """Whether a text field is marked as one for a search, or stands in what is."""
    own = control.get("role") == "searchbox" or control.get("enterkeyhint") == "search"
    return own or any(ancestor.get("role") == "search" for ancestor in control.iterancestors())


def _texts(element: HtmlElement) -> Iterator[str]:
    for node in element.iter():
        if node.tag in ("script", "style", "option", "textarea") or not isinstance(node.tag, str):
            if node is not element and node.tail:
                yield node.tail
            continue
        if node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail


def _group(element: HtmlElement) -> HtmlElement:
    """The nearest container that holds a button beside the field, a few levels up at most."""
    node = element
    for _ in range(GROUP_HEIGHT):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        node = parent
        if next(node.iter("button"), None) is not None:
            break
    return node
