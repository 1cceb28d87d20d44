"""A sighting has its place, text and visibility from what it stands at."""

from dataclasses import replace

import pytest

from auditor.contacts.sighted import MAX_TEXT, sighted
from auditor.contacts.uses import Judgement
from auditor.model.page import Element, Form
from auditor.model.terms import Channel, ContactStatus, ElementKind, Gate, Human, Price, Purpose, Region

COUNTS = Judgement(Purpose.CUSTOMER_SERVICE, ContactStatus.COUNTS, "A reason that nobody needs.")
LINK = Element(ElementKind.LINK, "Call us", "Tel. 030 1", "tel:0301", Region.FOOTER, "footer > a", 2, visible=True)
FORM = Form("main > form", "/send", "post", (), "Send", "Your message", Region.MAIN, 0, visible=None)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (LINK, "Tel. 030 1"),
        (replace(LINK, text=""), "Call us"),
        (replace(LINK, text="", name=""), "tel:0301"),
        (replace(LINK, text="", name="", href=""), ""),
        (replace(LINK, text=" Tel. \n 030\u00a01 "), "Tel. 030 1"),
        (FORM, "Your message"),
        (replace(FORM, text=""), "Send"),
        (replace(LINK, text="x" * 10_000), "x" * MAX_TEXT),
    ],
)
def test_the_text_is_what_a_visitor_reads_there(at: Element | Form, text: str) -> None:
    assert sighted(at, Channel.PHONE, "v", "d", COUNTS).text == text


@pytest.mark.parametrize("at", [replace(LINK, revealed_by="#more"), FORM])
def test_the_place_is_that_of_the_element(at: Element | Form) -> None:
    found = sighted(at, Channel.FORM, "v", "d", COUNTS)
    assert (found.selector, found.region, found.block) == (at.selector, at.region, at.block)
    assert (found.visible, found.revealed_by) == (at.visible, at.revealed_by)


@pytest.mark.parametrize(
    ("status", "reason"),
    [(ContactStatus.COUNTS, ""), (ContactStatus.LISTED, "A fax."), (ContactStatus.CANNOT_TELL, "A fax.")],
)
def test_only_what_does_not_count_needs_a_reason(status: ContactStatus, reason: str) -> None:
    found = sighted(LINK, Channel.FAX, "v", "d", Judgement(Purpose.SALES, status, "A fax."))
    assert (found.status, found.status_reason, found.purpose) == (status, reason, Purpose.SALES)


@pytest.mark.parametrize(("shown", "display"), [(" 030 \n 1 ", "030 1"), ("9" * 500, "9" * MAX_TEXT), ("", "")])
def test_what_is_shown_stands_on_one_line(shown: str, display: str) -> None:
    assert sighted(LINK, Channel.PHONE, "v", shown, COUNTS).display == display


def test_what_a_channel_found_out_is_passed_on() -> None:
    found = sighted(
        LINK,
        Channel.CHAT,
        "v",
        "d",
        COUNTS,
        price=Price.FREE,
        human=Human.BOT,
        gates=(Gate.LOGIN,),
        vendor="own",
        reached=False,
        reached_touch=False,
        confidence=0.4,
    )
    assert (found.price, found.human, found.gates, found.vendor) == (Price.FREE, Human.BOT, (Gate.LOGIN,), "own")
    assert (found.reached, found.reached_touch, found.confidence) == (False, False, 0.4)
