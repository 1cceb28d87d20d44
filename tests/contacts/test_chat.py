"""Chat: a launcher that is seen counts, a script proves nothing, an open window is reached."""

import pytest

from auditor.model.terms import Channel, ContactStatus, Gate, Human

from .conftest import Find

LAUNCHER = '<button id="b">Live chat</button>'
WINDOW = """<div role="dialog" aria-label="Chat"><h2>Live chat</h2><p>{words}</p>
<form id="chat-form"><textarea name="message" aria-label="Your message"></textarea><button>Send</button></form></div>"""


def test_a_visible_launcher_counts_and_is_not_yet_reached(find: Find) -> None:
    (found,) = find(Channel.CHAT, LAUNCHER, shown=True)
    assert (found.status, found.reached, found.value) == (ContactStatus.COUNTS, False, "chat")


def test_a_launcher_that_was_not_rendered_cannot_be_told(find: Find) -> None:
    (found,) = find(Channel.CHAT, LAUNCHER)
    assert found.status is ContactStatus.CANNOT_TELL


@pytest.mark.parametrize(
    "html",
    [
        "<button>Chat on WhatsApp</button><button>Snapchat</button><button>Mes achats</button>",
        '<button class="cart">Jetzt kaufen</button>',
        '<script src="https://js.hs-scripts.com/1.js"></script>',
    ],
)
def test_words_and_other_buttons_are_no_chat(find: Find, html: str) -> None:
    assert find(Channel.CHAT, html, shown=True) == []


@pytest.mark.parametrize(
    ("html", "vendor"),
    [
        ('<script src="https://code.tidio.co/abc.js"></script>', "Tidio"),
        ("<script>s.src='https://embed.tawk.to/1/default'</script>", "Tawk.to"),
        ('<iframe src="https://widget-v4.tidiochat.com/x"></iframe>', "Tidio"),
    ],
)
def test_a_vendors_script_alone_cannot_be_told(find: Find, html: str, vendor: str) -> None:
    (found,) = find(Channel.CHAT, html)
    assert (found.status, found.vendor, found.reached) == (ContactStatus.CANNOT_TELL, vendor, False)


def test_a_vendors_visible_frame_counts(find: Find) -> None:
    (found,) = find(Channel.CHAT, '<iframe id="tidio-chat-iframe" title="Tidio"></iframe>', shown=True)
    assert (found.status, found.vendor, found.human) == (ContactStatus.COUNTS, "Tidio", Human.HYBRID)


@pytest.mark.parametrize(
    ("words", "human"),
    [
        ("I am a bot", Human.BOT),
        ("I'm a virtual assistant. Speak to a human", Human.HYBRID),
        ("Talk to a human", Human.HUMAN),
        ("Hello", Human.UNKNOWN),
    ],
)
def test_an_open_window_is_reached_and_its_words_say_who_answers(find: Find, words: str, human: Human) -> None:
    found = [s for s in find(Channel.CHAT, WINDOW.format(words=words), shown=True, state="/1a2b3c4d") if s.reached]
    assert [(s.status, s.human, s.gates) for s in found] == [(ContactStatus.COUNTS, human, ())]


def test_fields_before_the_chat_are_a_gate(find: Find) -> None:
    html = WINDOW.format(words="Hello").replace("<textarea", '<input name="topic" aria-label="Topic"><textarea')
    found = [s for s in find(Channel.CHAT, html, shown=True, state="/1a2b3c4d") if s.reached]
    assert [s.gates for s in found] == [(Gate.TOPIC,)]


def test_fields_of_a_window_that_says_it_is_closed_are_in_hours_only(find: Find) -> None:
    html = WINDOW.format(words="We are offline").replace("<textarea", '<input name="mail" aria-label="Email"><textarea')
    found = [s for s in find(Channel.CHAT, html, shown=True, state="/1a2b3c4d") if s.reached]
    assert [s.gates for s in found] == [(Gate.HOURS,)]


def test_a_contact_form_in_a_dialog_is_no_chat(find: Find) -> None:
    html = """<div role="dialog"><h2>Contact us</h2><form><input name="email" type="email"><textarea name="message">
    </textarea><button>Send message</button></form></div>"""
    assert find(Channel.CHAT, html, shown=True) == []
    assert len(find(Channel.FORM, html, shown=True)) == 1
