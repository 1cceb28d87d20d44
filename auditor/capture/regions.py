"""The region of a page that an element opens: by landmark, else by the names that sites give their parts."""

import re

from lxml.html import HtmlElement

from auditor.model.terms import Region

BY_ROLE = {
    "banner": Region.HEADER,
    "navigation": Region.NAV,
    "main": Region.MAIN,
    "complementary": Region.ASIDE,
    "contentinfo": Region.FOOTER,
    "dialog": Region.DIALOG,
    "alertdialog": Region.DIALOG,
}
BY_TAG = {
    "header": Region.HEADER,
    "nav": Region.NAV,
    "main": Region.MAIN,
    "aside": Region.ASIDE,
    "footer": Region.FOOTER,
    "dialog": Region.DIALOG,
}
#: A header or footer of one of these belongs to it, not to the page (HTML-AAM, scoped to the body element).
SECTIONING = frozenset({"article", "section", "main", "aside", "nav", "td", "li", "dialog"})
#: Names of page parts on sites without landmarks; whole id or class only, lest `card-footer` becomes a footer.
NAMED = re.compile(
    r"^(?:(?:site|page|main|global|shop|theme|elementor-location|shopify-section|layout|wrapper|app)[-_]?)?"
    r"(?P<part>header|masthead|topbar|top-bar|footer|colophon|sidebar)(?:[-_]?(?:wrapper|container|main|area|outer))?$",
    re.IGNORECASE,
)
BY_NAME = {
    "header": Region.HEADER,
    "masthead": Region.HEADER,
    "topbar": Region.HEADER,
    "top-bar": Region.HEADER,
    "footer": Region.FOOTER,
    "colophon": Region.FOOTER,
    "sidebar": Region.ASIDE,
}
#: Parts of the page lie near the root; deeper elements of these names are parts of content.
NAMED_DEPTH = 10


def opened_region(element: HtmlElement, tag: str, depth: int, *, sectioned: bool) -> Region | None:
    """The region that an element opens, None if it opens none; `sectioned`: it lies in an article or the like."""
    role = element.get("role")
    if role:
        by_role = BY_ROLE.get(role.strip().lower())
        if by_role is not None:
            return by_role
    region = BY_TAG.get(tag)
    if region is not None:
        return None if sectioned and region in (Region.HEADER, Region.FOOTER) else region
    if element.get("aria-modal") == "true":
        return Region.DIALOG
    if not sectioned and depth <= NAMED_DEPTH and tag in ("div", "table", "tr", "section", "td"):
        return _named(element)
    return None


def _named(element: HtmlElement) -> Region | None:
    for value in (element.get("id"), element.get("class")):
        if value and len(value) < 400:
            for word in value.split():
                found = NAMED.match(word)
                if found:
                    return BY_NAME[found["part"].lower()]
    return None
