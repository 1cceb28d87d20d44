"""Texts that speak of a live chat leave a doubt, and no more than that."""

import pytest

from auditor.contacts.spoken import MOST, VALUE
from auditor.model.terms import Channel, ContactStatus

from .conftest import Find


@pytest.mark.parametrize(
    ("html", "hours"),
    [
        ("<p>Live chat is open from 9 to 5</p>", ""),
        ("<p>You can also reach us by chat.</p>", ""),
        ("<p>Live chat: Mon-Fri 9-17</p>", "Live chat: Mon-Fri 9-17"),
        ("<h2>Live chat</h2><p>Daily 8:00-20:00</p>", "Daily 8:00-20:00"),
        ("<p>Chat: Mon-Fri 9-17</p>", "Chat: Mon-Fri 9-17"),
        ("<h2>Live chat</h2><p>Calls: Mon-Fri 9-17</p>", ""),
        ("<h2>Live chat</h2><h2>Stores</h2><p>Mon-Fri 9-17</p>", ""),
        ("<p>Ask us. Chat: Mon-Fri 9-17. Email us at any time.</p>", "Chat: Mon-Fri 9-17"),
        ('<a href="/chat">Live chat</a>', ""),
    ],
)
def test_what_speaks_of_a_chat_is_a_doubt_with_its_hours(find: Find, html: str, hours: str) -> None:
    (found,) = find(Channel.CHAT, html, shown=True, language="en")
    assert (found.status, found.value, found.reached, found.hours) == (ContactStatus.CANNOT_TELL, VALUE, False, hours)
    assert "speaks of a chat; no button for it was seen there." in found.status_reason


@pytest.mark.parametrize(
    "html",
    [
        "<p>We offer no live chat.</p>",
        "<p>Wir sind ohne Live-Chat für Sie da.</p>",
        "<p>Chat with us on WhatsApp</p>",
        "<p>Une litière pour votre chat.</p>",
        "<p>Follow us on Snapchat: Mon-Fri 9-17</p>",
        "<p hidden>Live chat: Mon-Fri 9-17</p>",
    ],
)
def test_what_does_not_speak_of_one_is_none(find: Find, html: str) -> None:
    assert find(Channel.CHAT, html) == []


def test_where_a_chat_was_found_its_texts_tell_nothing_new(find: Find) -> None:
    found = find(Channel.CHAT, "<p>Live chat: Mon-Fri 9-17</p><button>Live chat</button>", shown=True)
    assert [s.value for s in found] == ["chat"]


def test_every_statement_of_hours_is_told_once_and_few_of_them(find: Find) -> None:
    html = "".join(f"<p>Live chat: Mon-Fri {hour}-17</p>" * 2 for hour in range(1, 12))
    found = find(Channel.CHAT, html, shown=True)
    assert [s.hours for s in found] == [f"Live chat: Mon-Fri {hour}-17" for hour in range(1, MOST + 1)]
