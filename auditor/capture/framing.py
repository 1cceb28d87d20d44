"""Frames that hold no way to contact anybody: videos, maps, payment, advertising (rules/gather/frames.yaml)."""

from functools import cache
from urllib.parse import urlsplit

from auditor.model.ruledata import rule_data


def never_contact(url: str) -> bool:
    """Whether the address of a frame is of a host, or of a part of one, that never holds contact."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    hosts, paths = _ruled()
    labels = host.split(".")
    if any(".".join(labels[first:]) in hosts for first in range(len(labels))):
        return True
    return any(host == name and f"{parts.path}/".startswith(f"/{path}/") for name, path in paths)


@cache
def _ruled() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Whole hosts, and hosts with the beginning of a path."""
    entries = [str(entry).partition("/") for entry in rule_data("gather/frames.yaml")]
    hosts = frozenset(host for host, _, path in entries if not path)
    return hosts, tuple((host, path) for host, _, path in entries if path)
