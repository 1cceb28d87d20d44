"""The template of a page: a digest of its structure that content does not change."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from urllib.parse import urlsplit

from lxml.html import HtmlElement

#: Structure lies in these; paragraphs, lists and tables are content.
STRUCTURAL = frozenset({"div", "section", "main", "article", "aside", "header", "footer", "nav", "form"})
#: Classes with numbers name one page or one item (post-123), not a kind.
NUMBERED = re.compile(r"\d")
#: Parts of an address, and the characters from which on one of them names a page.
PARTS = re.compile(r"[/.]+")
LEAST_SLUG = 3
#: Deeper nesting differs by content.
DEPTH = 6


def template_of(body: HtmlElement) -> str:
    """A digest of 16 hex digits of the kinds of containers in the upper levels of a page."""
    kinds = sorted(set(_kinds(body, 0)))
    return blake2b("\n".join(kinds).encode(), digest_size=8).hexdigest()


def marks_of(root: HtmlElement, url: str) -> tuple[str, ...]:
    """The classes of html and body by which style sheets tell kinds of pages apart, sorted.

    Classes that name the page itself are left out: those with a number, and those that hold a part of its address.
    """
    words = {word for node in (root, root.find("body")) if node is not None for word in node.get("class", "").split()}
    slugs = [part for part in PARTS.split(urlsplit(url).path.lower()) if len(part) >= LEAST_SLUG]
    return tuple(sorted(w for w in words if not NUMBERED.search(w) and not any(slug in w.lower() for slug in slugs)))


def _kinds(element: HtmlElement, depth: int) -> Iterator[str]:
    for child in element.iterchildren(*STRUCTURAL):
        words = [word for word in child.get("class", "").split() if not NUMBERED.search(word)]
        yield f"{depth} {child.tag} {' '.join(sorted(words[:4]))}"
        if depth < DEPTH:
            yield from _kinds(child, depth + 1)
