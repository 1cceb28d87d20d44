"""Registrable domains, by the public suffix list that comes with the program (offline)."""

from functools import cache, lru_cache

import tldextract


@cache
def _suffixes() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@lru_cache(maxsize=16_384)
def registrable(host: str) -> str:
    """The registrable domain of a host in lower case, the host itself when it has none (localhost, an address)."""
    return _suffixes()(host.lower()).top_domain_under_public_suffix or host.lower()


def host_of(url: str) -> str:
    """The host of an http(s) URL without "www.", by a quick look that needs no parser; "" if there is none."""
    parts = url.split("/", 3)
    return parts[2].lower().removeprefix("www.") if len(parts) > 2 else ""


@lru_cache(maxsize=16_384)
def has_suffix(host: str) -> bool:
    """Whether a host ends in a public suffix and has a name before it."""
    found = _suffixes()(host.lower())
    return bool(found.suffix and found.domain)
