"""Hosts of links, by a quick look."""


def host_of(url: str) -> str:
    """The host of an http(s) URL without "www.", by a quick look that needs no parser; "" if there is none."""
    parts = url.split("/", 3)
    return parts[2].lower().removeprefix("www.") if len(parts) > 2 else ""
