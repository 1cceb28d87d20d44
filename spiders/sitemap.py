"""Sitemaps: the pages and further sitemaps that one file names (https://www.sitemaps.org/protocol.html)."""

import re
import zlib
from dataclasses import dataclass

from lxml import etree

#: A sitemap file may have 50 MB by the protocol; a guest reads no more than this of it, unpacked.
MAX_BYTES = 8 * 2**20
#: Pages kept of one file.
MAX_PAGES = 5000
#: Sitemaps of pages that customers need stand before those of thousands of products.
WANTED = re.compile(r"page|static|content|help|info|service|cms|main|misc", re.IGNORECASE)
GZIP = b"\x1f\x8b"
ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap names: pages and child sitemaps, as written, in order."""

    pages: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap, an index of sitemaps, or a plain list of addresses; nothing readable gives an empty one."""
    body = _unpacked(body)
    if body.lstrip()[:1] != b"<":
        lines = body.decode("utf-8", "replace").split()
        return Sitemap(pages=tuple(line for line in lines if ADDRESS.fullmatch(line))[:MAX_PAGES])
    # No entities, no network, no recovery into a huge tree: the file comes from a stranger.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Sitemap()
    if root is None:
        return Sitemap()
    kind = etree.QName(root).localname if isinstance(root.tag, str) else ""
    if kind == "sitemapindex":
        return Sitemap(children=by_use(_addresses(root)))
    return Sitemap(pages=_addresses(root)[:MAX_PAGES]) if kind == "urlset" else Sitemap()


def by_use(urls: tuple[str, ...]) -> tuple[str, ...]:
    """Sitemaps with those likely to hold help and contact pages first, else in their order."""
    return tuple(sorted(urls, key=lambda url: WANTED.search(url.rpartition("/")[2]) is None))


def _addresses(root: etree._Element) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for entry in root:
        for node in entry:
            if isinstance(node.tag, str) and etree.QName(node).localname == "loc" and node.text:
                found[node.text.strip()] = None
    return tuple(found)


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(GZIP):
        return body[:MAX_BYTES]
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_BYTES)
    except zlib.error:
        return b""
