"""Accessible names and the attributes that detection needs."""

import re
from functools import cache
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from auditor.capture.text import one_line
from auditor.model.ruledata import rule_data

KEPT = frozenset(
    {"id", "class", "role", "title", "alt", "rel", "onclick", "type", "name", "itemprop", "target", "for", "value"}
    | {"disabled"}
)
#: Longer values are code or data, not names.
MAX_VALUE = 500
#: No farther is a label read: starts and ends of elements.
MAX_WALK = 100
#: So many elements up a part of the page for what customers say is looked for.
QUOTE_HEIGHT = 6
#: Elements of the whole content: what they are called says nothing of the text in them.
CONTENT = frozenset({"html", "body", "main", "header", "footer", "nav"})


def own_name(element: HtmlElement) -> str:
    """The name that an element states itself: aria-labelledby, else aria-label; "" if it states none."""
    if not element.attrib:
        return ""
    labels = element.get("aria-labelledby")
    if labels:
        names = [_text_of(element, identity) for identity in labels.split()[:4]]
        found = one_line(" ".join(names))
        if found:
            return found
    label = element.get("aria-label")
    return one_line(label) if label else ""


def _text_of(element: HtmlElement, identity: str) -> str:
    # `id()` looks into an index; a path such as //*[@id=…] reads the whole document for every name.
    found = element.xpath("id($identity)", identity=identity)
    if not found:
        return ""
    walk = islice(iterwalk(found[0], events=("start", "end")), MAX_WALK)
    parts = (
        node.text if event == "start" else node.tail for event, node in walk if event == "start" or node != found[0]
    )
    return "".join(part for part in parts if part)[:MAX_VALUE]


def button_name(element: HtmlElement) -> str:
    """The name of an `<input>` button; browsers call a nameless one by what it does."""
    given = own_name(element) or one_line(element.get("value") or element.get("alt") or element.get("title") or "", 200)
    if given:
        return given
    return {"submit": "Submit", "reset": "Reset"}.get((element.get("type") or "").lower(), "")


def quoted_in(element: HtmlElement) -> str:
    """What marks the words of others around an element: `quote` or the name of a near part of the content, or ""."""
    node: HtmlElement | None = element
    for _ in range(QUOTE_HEIGHT + 1):
        if node is None or node.tag in CONTENT or node.get("role") == "main":
            break
        if node.tag in ("blockquote", "q"):
            return "quote"
        names = f"{node.get('class', '')} {node.get('id', '')}"[:MAX_VALUE]
        mark = next((name for name in names.split() if _says_others().fullmatch(name)), "")
        if mark:  # a part with the heading of the page in it is the page
            return "" if next(node.iter("h1", "main"), None) is not None else mark
        node = node.getparent()
    return ""


@cache
def _says_others() -> re.Pattern[str]:
    """The names of parts that hold what customers say (rules/quotes.yaml)."""
    words = rule_data("quotes.yaml")
    before, names, after = ("|".join(map(re.escape, words[key])) for key in ("before", "names", "after"))
    names = names.replace(re.escape("-"), "[-_]*")
    return re.compile(rf"(?:(?:{before})[-_]+){{0,3}}(?:{names})(?:[-_]+(?:{after})){{0,3}}", re.IGNORECASE)


def kept_attributes(element: HtmlElement) -> tuple[tuple[str, str], ...]:
    """The attributes that detection needs, sorted by name, each cut to MAX_VALUE characters."""
    attrib = element.attrib
    if not attrib:
        return ()
    kept = [
        (name, value[:MAX_VALUE])
        for name, value in attrib.items()
        if name in KEPT or name.startswith(("data-", "aria-"))
    ]
    kept.sort()
    return tuple(kept)
