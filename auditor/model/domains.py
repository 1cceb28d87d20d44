"""Registrable domains, by the public suffix list that comes with the program (offline)."""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList


@cache
def _suffixes() -> PublicSuffixList:
    """The list of ICANN: a shop under a platform's own suffix (myshopify.com) is a part of that platform's domain."""
    # Its second spelling of names outside of ASCII takes longer to make than all the rest; see `_spelled`.
    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False, only_icann=True)


@lru_cache(maxsize=16_384)
def registrable_domain(host: str) -> str:
    """The domain that an owner registers (`brand.co.uk` of `www.brand.co.uk`), in lower case.

    An IP address or a name without a public suffix (localhost) is its own domain.
    """
    host = host.lower()
    owned = _suffixes().privatesuffix(_spelled(host))
    return host if owned is None else ".".join(host.split(".")[-1 - owned.count(".") :])


@lru_cache(maxsize=16_384)
def has_suffix(host: str) -> bool:
    """Whether a host ends in a public suffix and has a name before it."""
    return _suffixes().privatesuffix(_spelled(host.lower())) is not None


def _spelled(host: str) -> str:
    """A host as the list spells it, in its own letters; what cannot be read so is no name of the net, and stays."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
