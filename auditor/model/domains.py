"""Registrable domains, by the public suffix list that comes with the program (offline)."""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList


@cache
def _suffixes() -> PublicSuffixList:
    """The list of ICANN: a shop under a platform's own suffix (myshopify.com) is a part of that platform's domain."""
    return PublicSuffixList(accept_unknown=False, only_icann=True)


@lru_cache(maxsize=16_384)
def registrable_domain(host: str) -> str:
    """The domain that an owner registers (`brand.co.uk` of `www.brand.co.uk`), in lower case.

    An IP address or a name without a public suffix (localhost) is its own domain.
    """
    host = host.lower()
    owned = _suffixes().privatesuffix(_ascii(host))
    return host if owned is None else ".".join(host.split(".")[-1 - owned.count(".") :])


@lru_cache(maxsize=16_384)
def has_suffix(host: str) -> bool:
    """Whether a host ends in a public suffix and has a name before it."""
    return _suffixes().privatesuffix(_ascii(host.lower())) is not None


def _ascii(host: str) -> str:
    """A host as the list writes it; what cannot be written so is no name of the net, and is left as it is."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host
