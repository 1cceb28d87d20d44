"""Page and Element: what stands on one URL in one state on one device. Cheap nouns, made by the hundred thousand."""

from dataclasses import dataclass

from auditor.model.terms import Device, ElementKind, Region


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in CSS px from the top left of the document (of the viewport for sticky elements)."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Element:
    """Something that a visitor can read or press.

    A `text` element is one leaf block (paragraph, list item, table cell) with the whole of its text, that of links
    in it included; the links stand as elements of their own after it. `href` is absolute (`mailto:`, `tel:` … kept
    as written), "" if there is none. `visible` is None when the element was never
    rendered, False then only where its markup hides it. `selector` is a CSS path
    that is unique in its document. `heading` is the text of the nearest heading before it. `revealed_by` is the
    selector of the control that shows it, "" if none. `attributes` holds what detection needs (id, class, role,
    title, alt, rel, aria-*, data-*, onclick), sorted by name, and as `within` whose words it stands in.
    `accessible_name` is what the browser tells screen readers, "" if nothing or if it was not rendered. `contrast` is
    the ratio (WCAG) of its text to what is behind it, `font_px` its size in CSS px, both of the first text in it that
    is seen; None where it is not rendered, has no text, or where nobody can tell. `late` is after how many seconds the
    page shows it, by the delay of the timer that brings it; 0 for at once or when that is not known.
    """

    kind: ElementKind
    name: str
    text: str
    href: str
    region: Region
    selector: str
    block: int
    heading: str = ""
    visible: bool | None = None
    box: Box | None = None
    sticky: bool = False
    revealed_by: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    accessible_name: str = ""
    contrast: float | None = None
    font_px: float | None = None
    late: float = 0.0

    def attribute(self, name: str) -> str:
        """The value of an attribute, "" if it is not there."""
        for key, value in self.attributes:
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Field:
    """One control of a form: `kind` is the tag or the input type (text, email, textarea, select, file …)."""

    kind: str
    name: str
    label: str
    required: bool = False
    visible: bool | None = None
    options: tuple[str, ...] = ()
    autocomplete: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form, or a group of fields that works as one; `text` is all that a visitor reads in it.

    `method` is get, post or dialog, and "script" for a search field that stands in no form. `sends` are the names and
    values that a form sends without showing them, as far as they are written by a person.
    """

    selector: str
    action: str
    method: str
    fields: tuple[Field, ...]
    submit: str
    text: str
    region: Region
    block: int
    heading: str = ""
    visible: bool | None = None
    box: Box | None = None
    revealed_by: str = ""
    sends: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page that many pages may share (header, footer, menu, main, dialog).

    `digest` is a hash of its content with marks of the active item ignored, of its chain of ancestor classes and of
    the folder against which its relative links resolve: blocks of one digest read the same.
    """

    digest: str
    region: Region
    selector: str


@dataclass(frozen=True, slots=True)
class Page:
    """One URL in one state on one device.

    `state` is "" as loaded, else the key of the state. `structured` holds JSON texts, one an item of structured data.
    `scripts` and `frames` are absolute URLs in document order; `script_hosts` are hosts named in inline scripts.
    `alternates` are (language, URL) of hreflang links. `template` is a hash of the structure, equal for pages made of
    one template. `viewport` is (width, height) in CSS px, (0, 0) when not rendered. `whole` is False when it was too
    large or too deep to be read to its end. `unread_frames` is how many frames a visitor sees that were not read.
    `turns` is whether it changes by itself every few seconds, as a row of slides does.
    `marks` are the classes of html and body that do not name the page, sorted.
    """

    url: str
    final_url: str
    status: int
    device: Device
    state: str
    title: str
    language: str
    elements: tuple[Element, ...]
    forms: tuple[Form, ...]
    blocks: tuple[Block, ...]
    template: str
    structured: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    script_hosts: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    viewport: tuple[int, int] = (0, 0)
    weight: int = 0
    whole: bool = True
    unread_frames: int = 0
    turns: bool = False
    marks: tuple[str, ...] = ()

    @property
    def rendered(self) -> bool:
        """Whether a browser laid it out."""
        return self.device is not Device.ANY
