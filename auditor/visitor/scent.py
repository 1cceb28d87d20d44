"""Scent: how much a link or button promises a way to reach a person, as it is perceived before pressing.

Priors, factors and meanings of addresses: `rules/scent.yaml`, after docs/visitor-model.md.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.terms import Channel
from auditor.model.vocabulary import Vocabulary

_Worth = Callable[[str], float]
_CHANNEL_CONCEPTS = frozenset(
    {"call_us", "tel_link", "email_us", "mailto_link", "live_chat", "contact_form", "callback", "messenger", "hours"}
)


def link_scent(text: str, url: str, region: str, vocabulary: Vocabulary, country: str = "", *, icon: str = "") -> float:
    """How much a link or button promises any way to reach a person, 0 to 1.

    `text` is its accessible name, `url` its address ("" for a button), `icon` class names that count when there is
    no text, `country` an ISO 3166 code.
    """
    return _link_scent(text, url, region, vocabulary, country, icon)


def channel_scent(
    text: str, url: str, channel: Channel, region: str, vocabulary: Vocabulary, country: str = "", *, icon: str = ""
) -> float:
    """How much a link or button promises one channel, 0 to 1; arguments as in `link_scent`."""
    return _channel_scent(text, url, channel, region, vocabulary, country, icon)


def element_scent(element: Element, vocabulary: Vocabulary, country: str = "", channel: Channel | None = None) -> float:
    """The scent of an element of a page: its name, else its title, else its icon."""
    text = element.name or element.text or element.attribute("title")
    icon = "" if text else element.attribute("class")
    if channel is None:
        return _link_scent(text, element.href, element.region, vocabulary, country, icon)
    return _channel_scent(text, element.href, channel, element.region, vocabulary, country, icon)


@lru_cache(maxsize=65_536)
def _link_scent(text: str, url: str, region: str, vocabulary: Vocabulary, country: str, icon: str) -> float:
    return _perceived(text, url, region, vocabulary, icon, lambda concept: vocabulary.prior(concept, country))


@lru_cache(maxsize=65_536)
def _channel_scent(
    text: str, url: str, channel: Channel, region: str, vocabulary: Vocabulary, country: str, icon: str
) -> float:
    worth, own = _data()["channels"], frozenset(_data()["own"].get(channel, ()))

    def promise(concept: str) -> float:
        if concept in own:
            return float(worth["own"])
        if concept in _CHANNEL_CONCEPTS:
            return float(worth["rival"])
        return float(worth.get(concept, worth["other"] * vocabulary.prior(concept, country)))

    return _perceived(text, url, region, vocabulary, icon, promise)


def _perceived(text: str, url: str, region: str, vocabulary: Vocabulary, icon: str, worth: _Worth) -> float:
    """The best of what label, icon and address promise; a label that only looks like contact overrules its address."""
    if text and vocabulary.excluded(text):
        return vocabulary.prior("exclude")
    cues = [*_cues(text, url, vocabulary, icon)]
    best = max((worth(concept) * weight for concept, weight in cues), default=worth("unknown"))
    # A slug may only add to an unknown label: "/help/shoes" is no worse than "/x17".
    floor = 0.0 if any(weight == 1.0 for _, weight in cues) else vocabulary.prior("unknown")
    return max(best, floor) * float(_data()["regions"].get(region, 1.0))


def _cues(text: str, url: str, vocabulary: Vocabulary, icon: str) -> Iterator[tuple[str, float]]:
    factors = _data()["factors"]
    yield from vocabulary.concepts(text)
    for concept in vocabulary.icon_concepts(icon or text):
        yield concept, float(factors["icon"])
    meaning = _address(url)
    if meaning:
        yield meaning, 1.0
    elif url:
        yield from ((concept, float(factors["slug"])) for concept in vocabulary.slug_concepts(urlsplit(url).path))


@lru_cache(maxsize=16_384)
def _address(url: str) -> str:
    """The meaning of an address by its scheme or host, "" if it has none."""
    data = _data()
    scheme = url.partition(":")[0].lower()
    if scheme in data["schemes"]:
        return str(data["schemes"][scheme])
    if scheme not in {"http", "https"}:
        return ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    for meaning, hosts in data["hosts"].items():
        if any(host == name or host.endswith(f".{name}") for name in hosts):
            return str(meaning)
    return ""


def _data() -> Any:
    return rule_data("scent.yaml")
