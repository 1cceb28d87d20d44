"""Places and fingerprints that stay the same when a site moves to another host."""

import hashlib
from urllib.parse import urlsplit

from auditor.model.contact import ContactOption
from auditor.model.terms import Channel, Device, Stage

#: 64 bits: among a thousand findings two fall together once in 10^13.
_HEX_DIGITS = 16


def place_of(option: ContactOption) -> str:
    """What tells one option from another without a host: a number, the local part of an address, a path."""
    if option.channel is Channel.EMAIL:
        return option.value.partition("@")[0].lower()
    parts = urlsplit(option.value)
    return parts.path or "/" if parts.scheme in ("http", "https") else option.value.lower()


def fingerprint(rule: str, channel: Channel | None, stage: Stage | None, device: Device | None, place: str) -> str:
    """The name of one problem: SHA-256 over rule, channel, stage, device and place, 16 hex digits of it."""
    text = "\x1f".join((rule, channel or "", stage or "", device or "", place))
    return hashlib.sha256(text.encode()).hexdigest()[:_HEX_DIGITS]
