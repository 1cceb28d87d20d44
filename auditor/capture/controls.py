"""What a visitor can press: links, buttons, and other elements that work as one."""

import re
from collections.abc import Container
from urllib.parse import unquote

from lxml.html import HtmlElement

from auditor.capture.look import Look
from auditor.capture.runs import WHOLE_CONTACT
from auditor.capture.tags import BUTTON_ROLES

#: Attributes by which a link without a target shows that it opens something here.
OPENERS = frozenset({"onclick", "aria-expanded", "aria-controls", "aria-haspopup", "data-toggle", "data-bs-toggle"})
#: A listener on one of these is for all that lies in it.
CONTAINERS = frozenset({"html", "body", "main", "form", "section", "article", "ul", "ol", "table", "nav", "header"})
#: Inline elements whose attributes hold an address or a number apart from their text.
TELLING = re.compile(r"^data-(?:.*(?:mail|phone|tel|user|domain|enc|rot13|number)|name|tld)", re.IGNORECASE)
NO_TARGET = frozenset({"", "#"})
#: Scripts that lead away or to the printer; any other in an address may show something here.
LEADING_SCRIPT = re.compile(r"javascript:\s*(?:(?:window|self|parent|top)\.)?(?:print\s*\(|history\b)", re.IGNORECASE)
#: Fragments that no element needs to carry: the top, routes of client-side applications, words to be marked.
FREE_FRAGMENT = re.compile(r"#(?:top$|[!/]|:~:)", re.IGNORECASE)
#: Headings of rows that open when they are pressed, often without a hand for a pointer on phones.
ROWS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt"})
#: Longer text is not what a control says.
MAX_LABEL = 80
#: What is pressed itself, wherever it stands.
PRESSED = ("a", "button", "input", "select", "textarea", "summary", "iframe", "label", "video", "audio")


def is_link(element: HtmlElement, tag: str, targets: Container[str] | None = None) -> bool:
    """Whether it leads somewhere: an `href` that is a target, or the role.

    `targets` are the names to which a fragment can lead in a rendered document, None when nobody knows.
    """
    if tag not in ("a", "area"):
        return bool(element.get("role") == "link")
    href = element.get("href")
    return href is not None and element.get("role") not in BUTTON_ROLES and _leads(href.strip(), targets)


def _leads(href: str, targets: Container[str] | None) -> bool:
    if href in NO_TARGET:
        return False
    if href[:11].lower() == "javascript:":
        return LEADING_SCRIPT.match(href) is not None
    if targets is None or href[0] != "#" or FREE_FRAGMENT.match(href):
        return True
    return href[1:] in targets or unquote(href[1:]) in targets


def is_button(element: HtmlElement, tag: str, look: Look | None, *, inside: bool, around: Look | None = None) -> bool:
    """Whether it does something here when pressed; `inside`: it lies within another control, `around` what it is in."""
    if tag in ("button", "summary"):
        return True
    if look is None and not element.keys():
        return False
    if element.get("role", "") in BUTTON_ROLES:
        return True
    if tag == "a":
        opens = element.get("href") is not None or _opens(element) or _looks_pressable(look)
        return opens or (not inside and _points(element, look, around))
    if tag == "label":
        return not inside and _looks_pressable(look) and _works_hidden_box(element)
    if inside or tag in CONTAINERS:
        return False
    return _opens(element) or _looks_pressable(look) or _is_row(element, tag, look) or _points(element, look, around)


def _is_row(element: HtmlElement, tag: str, look: Look | None) -> bool:
    """Whether it is a heading that listens for presses itself."""
    return tag in ROWS and look is not None and look.clickable and _says_one_thing(element)


def _points(element: HtmlElement, look: Look | None, around: Look | None) -> bool:
    """Whether its own style shows a hand over a few words: a listener farther up may wait for a press on them."""
    if look is None or around is None or not look.pointer or around.pointer or not look.visible:
        return False
    return _says_one_thing(element) and not any(ancestor.tag == "label" for ancestor in element.iterancestors())


def _says_one_thing(element: HtmlElement) -> bool:
    """Whether it holds a few words, no number to call and nothing else to press."""
    if next(element.iter(*PRESSED), element) is not element:
        return False
    text = ""
    for part in element.itertext():
        text += part.strip()
        if len(text) > MAX_LABEL:
            return False
    return any(letter.isalpha() for letter in text) and not WHOLE_CONTACT.search(text)


def _opens(element: HtmlElement) -> bool:
    return not OPENERS.isdisjoint(element.keys())


def _looks_pressable(look: Look | None) -> bool:
    return look is not None and look.pointer and look.clickable


def _works_hidden_box(element: HtmlElement) -> bool:
    """Whether a label works a check box by which a menu opens without script; in forms labels are plain labels."""
    target = element.get("for")
    if not target or any(ancestor.tag == "form" for ancestor in element.iterancestors()):
        return False
    boxes = element.getroottree().xpath("//input[@id=$identity][@type='checkbox' or @type='radio']", identity=target)
    return bool(boxes)


def is_telling(element: HtmlElement) -> bool:
    """Whether an inline element's attributes hold what its text does not (`data-cfemail`, `data-phone`)."""
    return any(TELLING.match(name) for name in element.attrib if name.startswith("data-"))
