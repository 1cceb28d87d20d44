"""The address of a site as a user types it."""

import re
from ipaddress import ip_address

from auditor.capture.urls import canonical_url, host_of
from auditor.model.errors import UsageError

SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
#: `localhost:8000` and `brand.com:443` look like a scheme and are none.
HOST_AND_PORT = re.compile(r"^[^/:@\s]+:\d+(?:[/?#]|$)")
#: A path of this machine, or a name that no site can have since there is no such top-level domain.
FILE = re.compile(r"^(?:/(?!/)|\.{1,2}[/\\]|~|[A-Za-z]:[\\/]|file:)|^[^/?#:]+\.x?html?$", re.IGNORECASE)
#: A part of a host name between two dots (RFC 1035; letters of all scripts, and the underscore that some use).
LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
MAX_HOST = 253
UNSAFE_IN_NAME = re.compile(r"[^A-Za-z0-9.-]+")
#: Characters of an address that are repeated in a message.
SHOWN = 80
EXAMPLE = "Example: https://www.brand.com"


def address(typed: str) -> tuple[str, str]:
    """(URL, name of a folder) of a typed address; https is assumed. Raises UsageError when it is none."""
    text = typed.strip()
    if not text:
        raise UsageError("Which site?", "Give its address: signpost audit https://www.brand.com, or try --demo.")
    shown = repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")
    if FILE.match(text):
        hint = "For a saved page use `signpost detect FILE`; serve a saved site with `python3 -m http.server`."
        raise UsageError(f"{shown} is a file, not the address of a web site.", hint)
    if not SCHEME.match(text) or HOST_AND_PORT.match(text):
        text = f"https://{text.lstrip('/')}"
    scheme = text.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise UsageError(f"Signpost visits web sites; {scheme}: is no web address.", EXAMPLE)
    url = canonical_url(text)
    if not url or not _is_host(host_of(url)):
        raise UsageError(f"{shown} is no address of a web site.", EXAMPLE)
    if "@" in re.split(r"[/?#]", text, maxsplit=3)[2]:
        raise UsageError("The address holds a user name or a password.", "Leave it out: it would stand in reports.")
    return url, _folder(url)


def _folder(url: str) -> str:
    """A name for the folder of a site's results: its host, and its port when that is not the usual one."""
    name = UNSAFE_IN_NAME.sub("-", host_of(url)).strip(".-") or "site"
    port = re.search(r":(\d+)$", url.split("/")[2])
    return f"{name}-{port[1]}" if port else name


def _is_host(host: str) -> bool:
    if ":" in host:
        try:
            return ip_address(host).version == 6
        except ValueError:
            return False
    return len(host) <= MAX_HOST and all(LABEL.fullmatch(label) for label in host.split("."))
