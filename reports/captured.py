"""Captured text and addresses made fit to be shown: what a site wrote must stay text."""

import unicodedata
from urllib.parse import urlsplit

#: Longest text and address shown, characters.
TEXT_LIMIT = 240
ADDRESS_LIMIT = 2_000
#: Unicode categories that are never shown: controls (terminal escapes), formats (direction overrides), surrogates
#: and private use.
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co"})
#: The two formats that scripts such as Persian and Hindi, and emoji, are written with.
_JOINERS = frozenset({"\u200c", "\u200d"})


def printable(text: str) -> str:
    """Text without characters that steer a terminal, turn the direction of writing or show nothing."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or c in _JOINERS or unicodedata.category(c) not in _UNSHOWN)


def plain(text: str, limit: int = TEXT_LIMIT) -> str:
    """Captured text as one printable line of at most `limit` characters, cut with an ellipsis."""
    # Cut before the costly part: what lies beyond can only be white space or be cut as well.
    line = printable(" ".join(text[: 20 * limit].split()))
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def web_link(url: str) -> str:
    """The address if it may become a link (http or https, with a host, nothing unprintable in it), else ""."""
    if len(url) > ADDRESS_LIMIT or not url.isprintable() or printable(url) != url or " " in url:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and host else ""


def short_address(url: str, host: str, limit: int = 90) -> str:
    """An address as a reader of the report needs it: on the site's own host the path alone, or the home page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return plain(url, limit)
    if parts.scheme not in {"http", "https"}:
        return plain(url, limit)
    rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if host not in {parts.netloc, parts.hostname}:
        return plain(parts.netloc + rest, limit)
    return "the home page" if rest == "/" else plain(rest, limit)
