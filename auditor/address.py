"""The address of a site as a user types it."""

import re
from urllib.parse import urlsplit

from auditor.capture.urls import canonical_url, host_of
from auditor.model.errors import UsageError

SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
#: `localhost:8000` and `brand.com:443` look like a scheme and are none.
HOST_AND_PORT = re.compile(r"^[^/:@\s]+:\d+(?:[/?#]|$)")
UNSAFE_IN_NAME = re.compile(r"[^A-Za-z0-9.-]+")


def address(typed: str) -> tuple[str, str]:
    """(URL, name of a folder) of a typed address; https is assumed. Raises UsageError when it is none."""
    text = typed.strip()
    if not text:
        raise UsageError("Which site?", "Give its address: signpost audit https://www.brand.com, or try --demo.")
    if not SCHEME.match(text) or HOST_AND_PORT.match(text):
        text = f"https://{text.lstrip('/')}"
    scheme = text.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        hint = "Serve saved pages first: python3 -m http.server, then audit http://localhost:8000."
        raise UsageError(f"Signpost visits web sites; {scheme}: is no web address.", hint)
    url = canonical_url(text)
    if not url or any(mark in host_of(url) for mark in " <>\"'"):
        raise UsageError(f"{typed.strip()!r} is no address of a web site.", "Example: https://www.brand.com")
    if "@" in text.split("/")[2]:
        raise UsageError("The address holds a user name or a password.", "Leave it out: it would stand in reports.")
    port = urlsplit(url).port
    name = UNSAFE_IN_NAME.sub("-", host_of(url)).strip(".-") or "site"
    return url, f"{name}-{port}" if port else name
