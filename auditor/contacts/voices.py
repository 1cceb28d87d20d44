"""Voices: who answers in a chat, by the words of its window."""

from auditor.model.terms import Human
from auditor.model.vocabulary import Vocabulary


def who_answers(words: str, vocabulary: Vocabulary) -> Human:
    """Whether a person, a program or first one and then the other answers; without such words nobody can tell."""
    bot = bool(vocabulary.mentions(words, "bot_disclosure"))
    person = bool(vocabulary.mentions(words, "chat_person"))
    if bot:
        return Human.HYBRID if person else Human.BOT
    return Human.HUMAN if person else Human.UNKNOWN
