"""The digest of a block: equal for blocks that read the same on different pages."""

import re
from hashlib import blake2b

from lxml import etree
from lxml.html import HtmlElement

from auditor.capture.urls import resolve

#: What differs between two copies of one block and says nothing: the active item, nonces, tokens, white space.
CLASS = re.compile(rb'\sclass="[^"]*"')
ACTIVE_WORDS = re.compile(
    rb"(?<![\w-])(?:is[-_])?(?:active|current|selected|here)(?![\w-])|(?<![\w-])current[-_](?:menu|page|item)[-_\w]*"
)
PER_PAGE = re.compile(rb'\s(?:aria-current|nonce|data-(?:nonce|token|csrf)|value)="[^"]*"')
SPACE = re.compile(rb"\s+")
#: A link that means another page in another folder, so that two copies of one menu are written differently.
RELATIVE = re.compile(rb'(?<=[\s])(href|src|action)="(?![a-z][a-z0-9+.-]*:|/|#|")([^"]*)"', re.IGNORECASE)


def block_digest(element: HtmlElement, base: str, selector: str) -> str:
    """A digest of 32 hex digits of a block's content, its ancestors' classes and its place.

    `base` is the URL against which relative links resolve: what counts is where they lead.
    """
    raw = etree.tostring(element, method="html", encoding="utf-8", with_tail=False)
    text = SPACE.sub(b" ", PER_PAGE.sub(b"", CLASS.sub(_without_active, raw)))
    text = RELATIVE.sub(lambda link: _resolved(link, base), text)
    digest = blake2b(text, digest_size=16)
    digest.update(_ancestors(element))
    digest.update(selector.encode())
    return digest.hexdigest()


def _resolved(link: re.Match[bytes], base: str) -> bytes:
    return link[1] + b'="' + resolve(base, link[2].decode("utf-8", "replace")).encode() + b'"'


def page_digest(body: HtmlElement, folder: str) -> str:
    """A digest of 32 hex digits of a whole body, for what stands in no block of its own: equal copies only."""
    raw = etree.tostring(body, method="html", encoding="utf-8", with_tail=False)
    return blake2b(raw + folder.encode(), digest_size=16).hexdigest()


def _without_active(match: re.Match[bytes]) -> bytes:
    words = ACTIVE_WORDS.sub(b"", match[0][8:-1]).split()
    return b' class="' + b" ".join(words) + b'"' if words else b""


def _ancestors(element: HtmlElement) -> bytes:
    chain = []
    for ancestor in element.iterancestors():
        if ancestor.tag in ("body", "html"):
            break  # the body's classes name the page (page-id-12), not the block
        chain.append(f"{ancestor.tag}.{ancestor.get('class', '')}")
    return "|".join(chain).encode()
