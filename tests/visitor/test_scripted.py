"""What scripts write into a page is known of that page only."""

from typing import Any

import pytest

from auditor.model.page import Field, Form
from auditor.model.terms import Device, Region
from auditor.visitor.scripted import is_scripted

LONG = "Our boots are made by hand in a small workshop in the hills. " * 5
MESSAGE = Form("#f", "/send", "post", (Field("textarea", "message", "Message"),), "Send", "", Region.MAIN, 0)


@pytest.mark.parametrize(
    ("sent", "added", "scripted"),
    [
        (LONG, "", False),
        (LONG, "In stock, 1 299,00 kr", False),
        (LONG, "Delivery on 22.11.2026", False),
        (LONG, "Call us: 0131 229 4512", True),
        (LONG, "hello@shop.test", True),
        ("Loading", "", False),
        ("Loading", LONG, True),
        ("", LONG, True),
    ],
)
def test_content_that_scripts_fill_or_that_tells_of_contact_is_scripted(
    site: Any, sent: str, added: str, scripted: bool
) -> None:
    before, after = [site.text(text, visible=None) for text in (sent,)], [site.text(text) for text in (sent, added)]
    assert is_scripted(site.made("", before, Device.ANY), site.made("", after)) is scripted


def test_what_is_hidden_or_stands_in_the_frame_of_the_site_tells_nothing(site: Any) -> None:
    before = site.made("", [site.text(LONG, visible=None)], Device.ANY)
    number = "Call us: 0131 229 4512"
    hidden, framed = site.text(number, visible=False), site.text(number, region=Region.FOOTER)
    assert not is_scripted(before, site.made("", [site.text(LONG), hidden, framed]))


def test_a_dialling_link_and_a_message_form_made_by_scripts_tell(site: Any) -> None:
    before = site.made("", [site.text(LONG, visible=None)], Device.ANY)
    link = site.link("Call", "tel:+441312294512")
    assert is_scripted(before, site.made("", [site.text(LONG), link]))
    assert is_scripted(before, site.made("", [site.text(LONG)], forms=[MESSAGE]))
    assert not is_scripted(
        site.made("", [site.text(LONG)], Device.ANY, forms=[MESSAGE]), site.made("", [site.text(LONG)], forms=[MESSAGE])
    )
