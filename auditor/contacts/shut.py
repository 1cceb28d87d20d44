"""Shut: texts that say that the lines or the chat are closed now, in place of the number or the launcher."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.contacts.number import numbers_in
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import any_of, pattern_of, words_of
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Gate
from auditor.model.vocabulary import Vocabulary

#: All that is shut of one channel is one: nothing tells it apart.
VALUE = "closed"
#: Longer texts are terms and articles.
LONGEST = 300
_REASONS = {
    Channel.PHONE: "A text says that the lines are closed now; when they are open, a number may stand there.",
    Channel.CHAT: "A text says that the chat is closed now; when it is open, it may be offered there.",
}


def shut(section: Section, setting: Setting) -> Iterator[Sighting]:
    """The channels that a section calls closed now, one a channel; beside a number the text tells of its hours."""
    for channel, reason in _REASONS.items():
        at = next((e for e in section.elements if len(e.text) <= LONGEST and _pattern(channel).search(e.text)), None)
        if at is None or at.visible is False:
            continue
        if channel is Channel.PHONE and any(numbers_in(e.text, setting.country) for e in section.elements):
            continue
        judged = Judgement(status=ContactStatus.CANNOT_TELL, reason=reason)
        yield sighted(at, channel, VALUE, at.text, judged, gates=(Gate.HOURS,), reached=False, confidence=0.3)


def says_shut(words: str, vocabulary: Vocabulary) -> bool:
    """Whether the words of a chat window say that nobody chats now."""
    closed = bool(vocabulary.mentions(words, "chat_offline")) or _pattern(Channel.CHAT).search(words) is not None
    return closed or pattern_of("shut.yaml", "nobody").search(words) is not None


@cache
def _pattern(channel: Channel) -> re.Pattern[str]:
    """What is shut and, in the same sentence, that it is."""
    who = any_of(words_of("shut.yaml", "who", channel.value)).pattern
    state = any_of(words_of("shut.yaml", "state")).pattern
    return re.compile(rf"(?:{who})[^.!?\n]{{0,40}}?(?:{state})", re.IGNORECASE)
