"""Notices that somebody cannot be reached now."""

import pytest

from auditor.contacts.section import Section, Setting
from auditor.contacts.shut import VALUE, says_shut, shut
from auditor.model.page import Element
from auditor.model.sighting import SiteContext
from auditor.model.terms import Channel, ContactStatus, ElementKind, Gate, Region

SETTING = Setting.of(SiteContext("https://shop.test/", "shop.test", "GB", "en", "Shop", ("shop.test",)))


def found(*texts: str, visible: bool | None = True) -> list[Channel]:
    elements = tuple(Element(ElementKind.TEXT, "", t, "", Region.MAIN, "p", 0, visible=visible) for t in texts)
    sightings = list(shut(Section(elements, ()), SETTING))
    assert all(
        s.status is ContactStatus.CANNOT_TELL and s.value == VALUE and s.gates == (Gate.HOURS,) for s in sightings
    )
    return [s.channel for s in sightings]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Our phone lines are closed at the moment. Please come back then.", [Channel.PHONE]),
        ("Unsere Hotline ist derzeit nicht besetzt.", [Channel.PHONE]),
        ("Nos lignes sont actuellement fermées", [Channel.PHONE]),
        ("Live chat is closed right now", [Channel.CHAT]),
        ("Our stores are closed on Sundays.", []),
        ("Our guidelines. The shop is closed.", []),
        ("Chateau closed", []),
        ("w" * 300 + " Our lines are closed", []),
    ],
)
def test_what_a_text_calls_closed(text: str, channels: list[Channel]) -> None:
    assert found(text) == channels


def test_beside_a_number_it_tells_of_its_hours() -> None:
    assert found("Lines are closed on Sundays.", "Call 020 7946 0018.") == []


def test_what_nobody_sees_tells_nothing() -> None:
    assert found("Our phone lines are closed.", visible=False) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Nobody is here right now", True),
        ("We are offline. Leave a message", True),
        ("The live chat is closed", True),
        ("Our stores are closed on Sundays. How can we help?", False),
    ],
)
def test_what_a_window_says_when_nobody_chats(words: str, said: bool) -> None:
    assert says_shut(words, SETTING.vocabulary) is said
