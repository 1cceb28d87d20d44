"""What a visitor can press: links, buttons, and other elements that work as one."""

import re

from lxml.html import HtmlElement

from auditor.capture.look import Look
from auditor.capture.tags import BUTTON_ROLES

#: Attributes by which a link without a target shows that it opens something here.
OPENERS = frozenset({"onclick", "aria-expanded", "aria-controls", "aria-haspopup", "data-toggle", "data-bs-toggle"})
#: A listener on one of these is for all that lies in it.
CONTAINERS = frozenset({"html", "body", "main", "form", "section", "article", "ul", "ol", "table", "nav", "header"})
#: Inline elements whose attributes hold an address or a number apart from their text.
TELLING = re.compile(r"^data-(?:.*(?:mail|phone|tel|user|domain|enc|rot13|number)|name|tld)", re.IGNORECASE)
NO_TARGET = frozenset({"", "#", "javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);"})


def is_link(element: HtmlElement, tag: str) -> bool:
    """Whether it leads somewhere: an `href` that is a target, or the role."""
    if tag not in ("a", "area"):
        return bool(element.get("role") == "link")
    href = element.get("href")
    return href is not None and href.strip().lower() not in NO_TARGET and element.get("role") not in BUTTON_ROLES


def is_button(element: HtmlElement, tag: str, look: Look | None, *, inside: bool) -> bool:
    """Whether it does something here when pressed; `inside`: it lies within another control."""
    if tag in ("button", "summary"):
        return True
    if look is None and not element.keys():
        return False
    if element.get("role", "") in BUTTON_ROLES:
        return True
    if tag == "a":
        return element.get("href") is not None or _opens(element) or _looks_pressable(look)
    if tag == "label":
        return not inside and _looks_pressable(look) and _works_hidden_box(element)
    if inside or tag in CONTAINERS:
        return False
    return _opens(element) or _looks_pressable(look)


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
