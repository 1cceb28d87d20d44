"""Who answers, by the words of a chat window."""

import pytest

from auditor.contacts.voices import who_answers
from auditor.model.terms import Human
from auditor.model.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("words", "human"),
    [
        ("I am a bot", Human.BOT),
        ("I'm a virtual assistant. Speak to a human", Human.HYBRID),
        ("Talk to a human", Human.HUMAN),
        ("Hello", Human.UNKNOWN),
    ],
)
def test_who_answers(words: str, human: Human) -> None:
    assert who_answers(words, Vocabulary.load(())) is human
