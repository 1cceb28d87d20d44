"""URL identity: one page is one URL, whatever campaign, session or order of parameters is written on it."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from auditor.model.route import CLIENT_ROUTE

#: Parameters that say where a visitor came from or who he is, never which page is meant.
TRACKING = re.compile(
    r"^(utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|"
    r"hsctatracking|mkt_tok|vero_id|oly_\w+_id|ref_?src|cmpid|awc|irclickid|epik|srsltid|_pos|_sid|_ss|_psq|"
    r"phpsessid|jsessionid|sid|sessionid|session_id|osessid|___sid|zenid)$",
    re.IGNORECASE,
)
SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
#: Parameters that hold the page to return to, of login, consent and language pages.
BACK = re.compile(
    r"^(?:referer|referrer|uenc|return(?:_?(?:url|to|path))?|next|redirect(?:_?(?:url|to|uri))?|back(?:_?url)?|continue|"
    r"dest(?:ination)?|goto|from_?url|target_?url|checkout_url)$",
    re.IGNORECASE,
)
#: An address as a value, plain or in base64 ("aHR0" are the first letters of a URL).
ADDRESS = re.compile(r"^(?:https?:|/|aHR0)")
PORTS = {"http": 80, "https": 443}
#: Longer URLs are traps for crawlers, not pages that a person would reach.
MAX_URL_LENGTH = 2000
SAFE_IN_PATH = "/:@!$&'()*+,;=~-._%"


@lru_cache(maxsize=65536)
def canonical_url(url: str) -> str:
    """The one form of an absolute http(s) URL: lower-case host, no default port, no tracking, sorted query.

    Fragments are dropped unless they are client-side routes (`#/contact`). Returns "" for anything that is no page
    address (other schemes, no host, over MAX_URL_LENGTH, a broken port).
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in PORTS or not parts.hostname or len(url) > MAX_URL_LENGTH:
        return ""
    scheme = parts.scheme.lower()
    host = parts.hostname.rstrip(".").lower()
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    fragment = parts.fragment if CLIENT_ROUTE.match(parts.fragment) else ""
    return SplitResult(scheme, netloc, _path(parts.path), _query(parts.query), fragment).geturl()


def _path(path: str) -> str:
    path = SESSION_IN_PATH.sub("", path) or "/"
    if "/." in path or "//" in path:
        path = urlsplit(urljoin("http://h/", re.sub(r"/{2,}", "/", path))).path
    if "%" in path or not path.isascii() or " " in path:
        # Escapes of plain letters mean the same page as the letters; those of reserved characters do not.
        path = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", path)
        path = quote(re.sub(r"%[0-9a-fA-F]{2}", _plain_or_upper, path), safe=SAFE_IN_PATH)
    return path


def _plain_or_upper(match: re.Match[str]) -> str:
    plain = unquote(match[0])
    return plain if plain.isascii() and (plain.isalnum() or plain in "-._~") else match[0].upper()


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in pairs if not TRACKING.match(pair[0]) and not _leads_back(*pair)))


def _leads_back(name: str, value: str) -> bool:
    return BACK.match(name) is not None and ADDRESS.match(value) is not None


@lru_cache(maxsize=16384)
def resolve(base: str, href: str) -> str:
    """An absolute URL from an href as written, "" if it cannot be read; other schemes are kept as written."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """The host of a URL in lower case, "" if there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL as `https://host:port`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
