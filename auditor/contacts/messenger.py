"""Messenger: links and numbers by which a customer writes to the brand in WhatsApp, Telegram and the like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from auditor.contacts.hosts import host_of
from auditor.contacts.labels import Label, label_before
from auditor.contacts.number import OLD_MEXICAN, Number, has_digit, numbers_in
from auditor.contacts.purpose import in_consent_layer, judge, listed
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.wordlists import pattern_of
from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ElementKind

#: Parameters that name the other side; the rest is a text to begin with or a campaign.
_IDENTITY = frozenset({"phone", "number", "chaturi", "domain", "id", "uin"})
#: What labels call a messenger, where it is not its name.
_NAMES = {"whatsapp": "WhatsApp", "zap": "WhatsApp", "微信": "WeChat", "lineid": "LINE"}
_NAMES |= {"sms": "SMS", "textus": "SMS", "wechat": "WeChat"}
_NOT_A_CONTACT = {
    "group": "A group to join, not a conversation with the brand.",
    "channel": "News to read, not a conversation with the brand.",
}


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One line of rules/messengers.yaml."""

    name: str
    host: str
    scheme: str
    path: re.Pattern[str]
    means: str


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(
        Pattern(row["name"], row.get("host", ""), row.get("scheme", ""), re.compile(row["path"], re.I), row["means"])
        for row in rule_data("messengers.yaml")
    )


@lru_cache(maxsize=16_384)
def match_messenger(href: str) -> Pattern | None:
    """The line of the rules that a URL fits, None if it is no messenger's."""
    scheme, colon, rest = href.partition(":")
    if not colon:
        return None
    if scheme.lower() in ("http", "https"):
        if host_of(href) not in _hosts():
            return None
        try:
            parts = urlsplit(href)
        except ValueError:
            return None
        host = (parts.hostname or "").removeprefix("www.")
        tail = parts.path + ("?" + parts.query if parts.query else "")
        return next((p for p in _patterns() if p.host and p.host == host and p.path.match(tail)), None)
    tail = rest.lstrip("/")
    return next((p for p in _patterns() if p.scheme and p.scheme == scheme.lower() and p.path.match(tail)), None)


@cache
def _hosts() -> frozenset[str]:
    return frozenset(pattern.host for pattern in _patterns() if pattern.host)


def is_messenger_link(href: str) -> bool:
    """Whether a link opens a messenger."""
    return match_messenger(href) is not None


def messengers(section: Section, setting: Setting) -> Iterator[Sighting]:
    """Messenger links of a section, and numbers that are labelled as a messenger's; share links are none."""
    for position, element in enumerate(section.elements):
        if element.kind in (ElementKind.LINK, ElementKind.BUTTON):
            sighting = _link(section, setting, position)
            if sighting is not None:
                yield sighting
        if element.kind in (ElementKind.TEXT, ElementKind.HEADING):
            yield from _labelled(section, setting, position)


def _link(section: Section, setting: Setting, position: int) -> Sighting | None:
    element = section.elements[position]
    pattern = match_messenger(element.href)
    if pattern is None or pattern.means == "share" or in_consent_layer(element):
        return None
    judged = judge(section, setting, position, section.before(position))
    if pattern.means in _NOT_A_CONTACT:
        judged = listed(_NOT_A_CONTACT[pattern.means])
    value = identity(element.href)
    display = element.text or element.name or pattern.name
    return sighted(element, Channel.MESSENGER, value, display, judged, vendor=pattern.name)


@lru_cache(maxsize=16_384)
def identity(href: str) -> str:
    """A messenger link without texts to begin with and campaigns, WhatsApp's in one form."""
    number = re.search(r"(?:phone=|number=|wa\.me/)(?:%2B|\+|\s)*([\d\s().-]{6,20})", href, re.I)
    if number and re.search(r"wa\.me|whatsapp", href, re.I):
        digits = OLD_MEXICAN.sub("", "+" + re.sub(r"\D", "", number[1]))
        return "https://wa.me/" + digits.lstrip("+")
    parts = urlsplit(href)
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if k.lower() in _IDENTITY))
    path = parts.path if parts.scheme in ("http", "https") else parts.path.strip().replace(" ", "")
    return SplitResult(parts.scheme.lower(), parts.netloc.lower(), path.rstrip("/"), query, "").geturl()


def _labelled(section: Section, setting: Setting, position: int) -> Iterator[Sighting]:
    element = section.elements[position]
    if not has_digit(element.text):
        return
    words = pattern_of("traps.yaml", "number_labels", "messenger")
    end = 0
    for number in numbers_in(element.text, setting.country):
        before = element.text[end : number.start] if end else section.before(position, number.start)
        end = number.end
        label = words.search(before[-60:])
        if (
            number.valid
            and label
            and label_before(before) is Label.MESSENGER
            and not _linked(section, position, number)
        ):
            judged = judge(section, setting, position, before)
            name = _name_of(label[0])
            value = f"https://wa.me/{number.value.lstrip('+')}" if name == "WhatsApp" else f"{name}:{number.value}"
            yield sighted(element, Channel.MESSENGER, value, number.shown, judged, vendor=name)


def _linked(section: Section, position: int, number: Number) -> bool:
    """Whether the number is the text of a messenger link, which tells more."""
    following = section.elements[position + 1 : position + 12]
    return any(number.shown in element.text and is_messenger_link(element.href) for element in following)


def _name_of(label: str) -> str:
    folded = label.casefold().replace(" ", "")
    named = {
        "wa": "WhatsApp",
        "whatsapp": "WhatsApp",
        "zap": "WhatsApp",
        "微信": "WeChat",
        "lineid": "LINE",
        "textus": "SMS",
    }
    return named.get(folded, "SMS" if folded == "sms" else label.title())


def messenger_words(element: Element) -> bool:
    """Whether an element speaks of a messenger, so that its "chat" is no chat on the page."""
    return pattern_of("traps.yaml", "number_labels", "messenger").search(f"{element.name} {element.text}") is not None
