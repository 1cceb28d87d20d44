"""Tokens: addresses of one page that differ in what no person wrote, such as the page that a login leads back to."""

import re
from urllib.parse import parse_qsl, urlsplit

from auditor.capture.urls import BACK

#: So many pages that differ only in a token show that it is one page.
TWINS = 2
#: A segment or value that no person wrote: long, without words, in letters of both cases.
TOKEN = re.compile(r"^(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[A-Za-z0-9_=,%.~]{20,}$")


def tokened(url: str) -> str:
    """A URL with `*` for its tokens, equal for all addresses of one page; "" when it has none."""
    parts = urlsplit(url)
    segments = ["*" if TOKEN.match(segment) else segment for segment in parts.path.split("/")]
    names = [name for name, value in parse_qsl(parts.query) if _is_token(name, value)]
    return f"{parts.netloc}{'/'.join(segments)}?{'&'.join(names)}" if "*" in segments or names else ""


def _is_token(name: str, value: str) -> bool:
    """`next=20` is the next page of a list, `next=cart` the page after a login."""
    return (BACK.match(name) is not None and not value.isdigit()) or TOKEN.match(value) is not None
