"""Social: profile links on social networks; listed, as a profile is no way to be answered."""

from collections.abc import Iterator
from functools import cache, lru_cache
from urllib.parse import urlsplit

from auditor.contacts.hosts import host_of
from auditor.contacts.purpose import in_consent_layer, listed
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.model.ruledata import rule_data
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ElementKind

_REASON = "A profile on a social network; whether messages are answered there cannot be seen."
_PREFIXES = ("m.", "web.", "mobile.")


@cache
def _networks() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        host: (row["name"], frozenset(word.casefold() for word in row["not"]))
        for row in rule_data("social.yaml")
        for host in row["hosts"]
    }


@lru_cache(maxsize=16_384)
def profile_of(href: str) -> tuple[str, str]:
    """(network, profile URL) of a link, ("", "") when it leads to no profile."""
    host = host_of(href).partition(":")[0]
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    if host not in _networks():
        return "", ""
    try:
        parts = urlsplit(href)
    except ValueError:
        return "", ""
    name, barred = _networks()[host]
    segments = [segment for segment in parts.path.split("/") if segment]
    if not segments or segments[0].casefold() in barred:
        return "", ""
    query = f"?{parts.query}" if segments[0] == "profile.php" and parts.query.startswith("id=") else ""
    return name, f"https://{host}/{'/'.join(segments)}{query}"


def socials(section: Section, setting: Setting) -> Iterator[Sighting]:
    """Profile links of a section."""
    for element in section.elements:
        if element.kind is not ElementKind.LINK or not element.href.startswith("http"):
            continue
        name, url = profile_of(element.href)
        if name and not in_consent_layer(element):
            yield sighted(
                element, Channel.SOCIAL, url, element.text or element.name or name, listed(_REASON), vendor=name
            )
