"""The links of a page that a guest may follow."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from auditor.capture.urls import canonical_url
from auditor.model.guide import Link
from auditor.model.page import Element, Page
from auditor.model.terms import ElementKind

#: Files that are no pages.
FILES = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|mov|avi|webm|ogg|wav|zip|gz|rar|7z|tar|exe|dmg|apk|msi|"
    r"css|js|json|xml|rss|atom|txt|csv|docx?|xlsx?|pptx?|odt|epub|ics|vcf|woff2?|ttf|eot)$",
    re.IGNORECASE,
)
#: Addresses that do something when they are asked for; a guest changes nothing on a site.
ACTS = re.compile(
    r"(?:^|[/?&;._-])(?:log-?out|sign-?out|logoff|abmelden|deconnexion|cerrar-?sesion|"
    r"add[-_]?to[-_]?(?:cart|basket|bag|wishlist|compare)|addproduct|cart/(?:add|remove|change|update)|"
    r"(?:wishlist|compare|basket|bag)/(?:add|remove|index/add)|product_compare/add|remove_item|undo_item|delete|"
    r"unsubscribe|quick-?order/add|checkout/cart/add|sendfriend|feed|wp-json|wp-admin|xmlrpc)(?:[/?&=;._]|$)",
    re.IGNORECASE,
)
PRESSED = frozenset({ElementKind.LINK, ElementKind.BUTTON})


def links_of(page: Page, elements: Iterable[Element], depth: int) -> Iterator[Link]:
    """The links among elements of a page in their order, each with its canonical URL; `depth` is the page's."""
    for element in elements:
        href = element.href
        if element.kind not in PRESSED or not href.startswith(("http:", "https:")):
            continue
        url = canonical_url(href)
        if url and url != page.final_url and follows(url):
            yield Link(url, element.name or element.text, element.region, page.url, depth + 1)


def follows(url: str) -> bool:
    """Whether an address is a page to read: no file, and nothing that acts on the site."""
    parts = urlsplit(url)
    return not FILES.search(parts.path) and not ACTS.search(f"{parts.path}?{parts.query}")
