"""What the launcher of a chat has opened, by what came to sight."""

from dataclasses import replace

import pytest

from auditor.contacts.section import Setting
from auditor.contacts.window import as_seen, window
from auditor.model.page import Page
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Channel, ContactStatus, Gate, Human, Region

from .conftest import Read

SETTING = Setting.of(SiteContext("https://www.brand.de/", "brand.de", "GB", "en", "Brand", ("www.brand.de",)))
MESSAGE = '<textarea placeholder="Type your message"></textarea><button type="button">Send</button>'
MAIL = '<form><input type="email" name="email"><textarea name="message"></textarea><button>Send</button></form>'
ASKS = '<form><input name="name"><input type="email" name="email"><button type="button">Start chat</button></form>'
NEWSLETTER = '<form><input type="email" name="email"><button>Sign up</button></form>'
LOGIN = '<h2>Chat</h2><form><input name="user"><input type="password"><button>Log in</button></form>'


def launcher(label: str = "Chat", vendor: str = "") -> Sighting:
    return Sighting(
        channel=Channel.CHAT,
        value=vendor or "chat",
        display=label,
        selector="#b",
        text=label,
        region=Region.FLOATING,
        block=0,
        status=ContactStatus.COUNTS,
        vendor=vendor,
        visible=True,
        reached=False,
    )


def opened(read: Read, inside: str, pressed: Sighting | None = None, beside: str = "") -> list[Sighting]:
    button = '<p>Call us now</p><button id="b">Chat</button>'
    before: Page = read(button, shown=True)
    dialog = f'<div role="dialog">{inside}</div>' if inside else ""
    after: Page = read(f"{button}{beside}{dialog}", shown=True, state="/1")
    return list(window(before, after, pressed or launcher(), SETTING))


@pytest.mark.parametrize(
    ("inside", "gates", "human"),
    [
        (MESSAGE, (), Human.UNKNOWN),
        (f"<p>I am a virtual assistant.</p>{MESSAGE}", (), Human.BOT),
        (f"<p>I am a bot. You can speak to an agent.</p>{MESSAGE}", (), Human.HYBRID),
        (MAIL, (Gate.TOPIC,), Human.UNKNOWN),
        (ASKS, (Gate.TOPIC,), Human.UNKNOWN),
        ("<h2>Chat</h2><button>My order</button><button>A return</button>", (Gate.TOPIC,), Human.UNKNOWN),
        (f"<p>We are offline. Leave a message.</p>{MESSAGE}", (Gate.HOURS,), Human.UNKNOWN),
        ("<p>Nobody is here right now.</p>", (Gate.HOURS,), Human.UNKNOWN),
        ("<p>Our live chat is closed.</p>", (Gate.HOURS,), Human.UNKNOWN),
        ("<p>Mon-Fri 9:00-17:00</p>", (Gate.HOURS,), Human.UNKNOWN),
        (f"<p>We are offline.</p>{ASKS}", (Gate.HOURS,), Human.UNKNOWN),
        (LOGIN, (Gate.LOGIN,), Human.UNKNOWN),
    ],
)
def test_a_window_is_reached_with_what_stands_before_a_talk(
    read: Read, inside: str, gates: tuple[Gate, ...], human: Human
) -> None:
    found = opened(read, inside)[0]
    assert (found.channel, found.value, found.status) == (Channel.CHAT, "chat", ContactStatus.COUNTS)
    assert (found.gates, found.human, found.reached, found.visible) == (gates, human, True, True)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<p>Loading</p>",
        '<input type="search" aria-label="Search for help">',
        NEWSLETTER,
        "<h2>Chat</h2><button>Call us</button><button>Email us</button><button>×</button>",
        "<button>Red</button><button>Blue</button>",
    ],
)
def test_what_is_no_chat_window_claims_nothing(read: Read, inside: str) -> None:
    assert opened(read, inside) == []


def test_a_form_behind_message_us_is_no_chat(read: Read) -> None:
    assert opened(read, MAIL, launcher("Message us")) == []
    assert [s.vendor for s in opened(read, MAIL, launcher("Message us", "Tidio"))] == ["Tidio"]


def test_where_nobody_chats_now_what_is_written_is_sent_as_a_message(read: Read) -> None:
    chat, form = opened(read, f"<p>Sorry, we're offline.</p>{MAIL}")
    assert (chat.channel, chat.gates) == (Channel.CHAT, (Gate.HOURS,))
    assert (form.channel, form.status, form.gates, form.reached) == (Channel.FORM, ContactStatus.COUNTS, (), True)


def test_the_hours_in_a_window_are_kept(read: Read) -> None:
    assert opened(read, "<p>We are offline.</p><p>Mon-Fri 9-17</p>")[0].hours == "Mon-Fri 9-17"


def test_what_else_changes_on_the_page_is_no_part_of_the_window(read: Read) -> None:
    assert opened(read, MESSAGE, beside="<p>We are offline.</p>")[0].gates == ()


def test_a_window_takes_the_place_of_its_parts() -> None:
    part, closed = replace(launcher(), reached=True), replace(launcher(), gates=(Gate.HOURS,))
    phone = replace(launcher(), channel=Channel.PHONE, reached=True)
    whole = replace(launcher(), selector="#w", reached=True)
    assert as_seen([part, launcher(), closed, phone], [whole]) == (launcher(), phone, whole)
    assert as_seen([part], []) == (part,)
