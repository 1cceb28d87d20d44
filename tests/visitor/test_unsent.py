"""What a guest never sends, and that may lead on to contact."""

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.page import Page
from auditor.model.terms import Device
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.unsent import about_contact, unsent
from tests.captures import laid_out, page

TOPIC = "<label><input type=radio name=t> A late parcel</label><label><input type=radio name=t> A fault</label>"
ORDER = "<label>Order number <input name=order></label><label>Email <input type=email name=e></label>"


def rendered(main: str, title: str = "Shop", path: str = "/x") -> Page:
    html = page(f"<main>{main}</main>", title)
    return parse_snapshot(laid_out(html, Device.DESKTOP), url=f"https://shop.test{path}", device=Device.DESKTOP)


def left(shown: Page) -> list[str]:
    return [element.name for element in unsent(shown, Vocabulary.load(()))]


@pytest.mark.parametrize(
    ("main", "buttons"),
    [
        (f"<form method=post>{TOPIC}<button>Continue</button></form>", ["Continue"]),
        (f"<form method=post action=/find>{ORDER}<button>Find it</button></form>", ["Find it"]),
        ("<form method=post><button>Contact us</button></form>", ["Contact us"]),
        ("<p>Your topic: parcels</p><button>Confirm</button>", ["Confirm"]),
        ("<form><div id=f><textarea name=m></textarea><button type=submit>Send</button></div></form>", []),
        ("<form method=post><input type=email name=e><button>Subscribe</button></form>", []),
        ("<form method=post><input type=search name=q><button>Search</button></form>", []),
        (f"<form method=post>{TOPIC}<textarea name=m></textarea><button>Send</button></form>", []),
        ("<form method=post><input name=u><input type=password name=p><button>Log in</button></form>", []),
        ("<button>Show more</button>", []),
    ],
)
def test_what_is_not_sent_on_a_page_about_contact(main: str, buttons: list[str]) -> None:
    assert left(rendered(f"<h1>Contact us</h1>{main}")) == buttons


def test_elsewhere_only_what_promises_contact_counts() -> None:
    assert left(rendered(f"<h1>Lamps</h1><form method=post>{TOPIC}<button>Continue</button></form>")) == []
    assert left(rendered("<h1>Lamps</h1><form method=post><button>Contact us</button></form>")) == ["Contact us"]


@pytest.mark.parametrize(
    ("main", "title", "path", "about"),
    [
        ("<h1>Contact us</h1>", "Shop", "/x", True),
        ("<h1>Hello</h1>", "Help | Brand", "/x", True),
        ("<h1>Hello</h1>", "Shop", "/pages/contact", True),
        ("<h1>Lamps</h1>", "Lamps | Brand", "/lamps", False),
    ],
)
def test_a_page_says_that_it_is_about_contact(main: str, title: str, path: str, about: bool) -> None:
    assert about_contact(rendered(main, title, path), Vocabulary.load(())) is about
