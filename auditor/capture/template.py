"""The template of a page: a digest of its structure that content does not change."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from lxml.html import HtmlElement

#: Structure lies in these; paragraphs, lists and tables are content.
STRUCTURAL = frozenset({"div", "section", "main", "article", "aside", "header", "footer", "nav", "form"})
#: Classes with numbers name one page or one item (post-123), not a kind.
NUMBERED = re.compile(r"\d")
#: Deeper nesting differs by content.
DEPTH = 6


def template_of(body: HtmlElement) -> str:
    """A digest of 16 hex digits of the kinds of containers in the upper levels of a page."""
    kinds = sorted(set(_kinds(body, 0)))
    return blake2b("\n".join(kinds).encode(), digest_size=8).hexdigest()


def _kinds(element: HtmlElement, depth: int) -> Iterator[str]:
    for child in element.iterchildren(*STRUCTURAL):
        words = [word for word in child.get("class", "").split() if not NUMBERED.search(word)]
        yield f"{depth} {child.tag} {' '.join(sorted(words[:4]))}"
        if depth < DEPTH:
            yield from _kinds(child, depth + 1)
