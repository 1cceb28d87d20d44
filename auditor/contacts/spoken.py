"""Spoken: texts that speak of a live chat, on pages where neither a chat nor anything that may be one was found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from auditor.contacts.hours import LONGEST, hours_of
from auditor.contacts.messenger import messenger_words
from auditor.contacts.purpose import in_consent_layer
from auditor.contacts.section import Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import any_of, pattern_of, words_of
from auditor.model.page import Element, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, ElementKind

#: All that is said of a chat is one: nothing tells it apart.
VALUE = "spoken of"
#: So many statements of one page are read, and so much of each text.
MOST, READ = 4, 2_000
#: The hours of a chat may stand so many texts behind its name.
REACH = 2
_QUOTE = 70
_SENTENCE = re.compile(r"\n|[.!?;|]\s+(?=[A-ZÀ-Þ])")
_CHAT = re.compile(r"(?<![^\W_])chat(?![^\W_])", re.IGNORECASE)
_KINDS = (ElementKind.TEXT, ElementKind.HEADING, ElementKind.LINK)


def spoken(page: Page, found: Sequence[Sighting], setting: Setting) -> Iterator[Sighting]:
    """What a page says of a live chat, given all that was found on it: doubts only, with the hours that it states."""
    if any(sighting.channel is Channel.CHAT and sighting.status is not ContactStatus.LISTED for sighting in found):
        return
    told: set[str] = set()
    for at, element in enumerate(page.elements):
        said = _said(element, setting) if element.kind in _KINDS and element.visible is not False else ""
        if not said or in_consent_layer(element) or messenger_words(element):
            continue
        hours = stated(said, setting) or _beside(page, at, setting)
        if (hours or VALUE) in told:
            continue
        told.add(hours or VALUE)
        quote = said if len(said) <= _QUOTE else f"{said[: _QUOTE - 1].rstrip()}…"
        reason = f"“{quote}” speaks of a chat; no button for it was seen there."
        judged = Judgement(status=ContactStatus.CANNOT_TELL, reason=reason)
        sighting = sighted(element, Channel.CHAT, VALUE, said, judged, reached=False, reached_touch=False)
        yield replace(sighting, hours=hours, confidence=0.3)
        if len(told) == MOST:
            return


def stated(text: str, setting: Setting) -> str:
    """The statement of hours that a text is, "" if it is none or may be of another channel."""
    if pattern_of("chats.yaml", "others").search(text) or not hours_of(text, setting.context.language):
        return ""
    return " ".join(text.split())


def _said(element: Element, setting: Setting) -> str:
    """The sentence of an element that speaks of a chat, "" if none does; one that says there is none does not."""
    text = element.text[:READ]
    if "chat" not in text.casefold() and not _spoken().search(text):
        return ""
    for sentence in _SENTENCE.split(text):
        match = _spoken().search(sentence)
        if match is not None and not _denied().search(sentence[: match.start()]):
            return " ".join(sentence.split())
        # The word alone may be a cat or a chat among friends, but not with hours.
        if len(sentence) <= LONGEST and _CHAT.search(sentence) and stated(sentence, setting):
            return " ".join(sentence.split())
    return ""


def _beside(page: Page, at: int, setting: Setting) -> str:
    """The hours that stand right behind a short text that speaks of a chat, such as a heading."""
    for element in page.elements[at + 1 : at + 1 + REACH]:
        if element.kind is ElementKind.HEADING or element.block != page.elements[at].block:
            return ""
        hours = stated(element.text, setting) if element.visible is not False else ""
        if hours:
            return hours
    return ""


@cache
def _spoken() -> re.Pattern[str]:
    return any_of(words_of("chats.yaml", "spoken"))


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words_of('chats.yaml', 'denied')).pattern})\W*$", re.IGNORECASE)
