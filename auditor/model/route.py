"""Routes: by what a site tells its pages apart, whether the server sees it (a path) or scripts alone (`#/contact`)."""

import re
from urllib.parse import urlsplit

#: A fragment that is a route of a client-side application and so names a page; its root is the page without one.
CLIENT_ROUTE = re.compile(r"^!?/+[^/]")


def route_of(url: str) -> str:
    """The path of a client-side route (`#/contact`), else that of the URL itself; never with a query."""
    parts = urlsplit(url)
    return parts.fragment.lstrip("!").partition("?")[0] if CLIENT_ROUTE.match(parts.fragment) else parts.path
