"""Numbers and addresses that may stand in pictures are not denied."""

from dataclasses import replace

import pytest

from auditor.contacts.detect import find_contacts
from auditor.model.page import Box, Page
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Channel, ContactStatus, ElementKind

from .conftest import Find, Read

LONG = "<h3>Produkte</h3>" + "<p>Text</p>" * 12


@pytest.mark.parametrize(
    "html",
    [
        '<p>Hotline</p><img src="n.gif" alt="">',
        "<div>Telefon:</div><div><canvas></canvas></div>",
        '<p>Customer service hotline: <img src="n.gif"></p>',
        '<h3>Hotline</h3><p>Mo-Fr 9-17 Uhr</p><img src="n.gif" alt="Telefon">',
        f'<p>Telefon:</p><img src="n.gif">{LONG}<p>Tel. 030 901820</p>',
    ],
)
def test_a_picture_behind_a_phone_label_may_be_the_number(find: Find, html: str) -> None:
    (found,) = (s for s in find(Channel.PHONE, html, language="de") if s.value == "picture")
    assert (found.status, found.reached) == (ContactStatus.CANNOT_TELL, False)
    assert found.status_reason == "The number may stand in a picture."


@pytest.mark.parametrize("label", ["E-Mail:", "E-Mail", "Email address:"])
def test_a_picture_behind_an_e_mail_label_may_be_the_address(find: Find, label: str) -> None:
    (found,) = find(Channel.EMAIL, f"<p>{label}</p><img src=n.gif>", language="de")
    assert (found.status, found.value) == (ContactStatus.CANNOT_TELL, "picture")


@pytest.mark.parametrize(
    "html",
    [
        '<p>Telefon: <img src="t.gif"> 030 901820</p>',
        '<div>Telefon</div><img src="t.gif"><div>030 901820</div>',
        '<h3>Hotline</h3><img src="t.gif"><p>Mo-Fr</p><p>Gratis</p><p>030 901820</p>',
        '<p>Hotline:</p><img src="t.gif"><a href="tel:030901820">Anrufen</a>',
        '<p>030 901820</p><p>Hotline</p><img src="t.gif">',
        '<p>Telefon:</p><img src="phone-icon.png">',
        "<p>Telefon:</p><svg><title>Telefon</title></svg>",
        '<p>Telefon:</p><img src="a.jpg" alt="Unser Team">',
        '<p>Telefon:</p><a href="/p"><img src="a.jpg"></a>',
        '<a href="/phones">Telefon</a><img src="a.jpg">',
        '<p>Mobile</p><img src="a.jpg">',
        '<p>Wir rufen Sie gern an, wenn Sie uns Ihre Nummer hinterlassen haben.</p><img src="a.jpg">',
        '<form><p>Telefon:</p><input name=t><p>Code</p><img src="code.png"></form>',
        f'<p>Telefon:</p>{LONG}<img src="a.jpg">',
        '<p>E-Mail:</p><img src="m.gif"><p>info@brand.de</p>',
        '<footer><p>Telefon:</p></footer><img src="a.jpg">',
        '<h1>Produkte</h1><img src="a.jpg">',
    ],
)
def test_a_picture_that_is_an_icon_or_something_else_is_not_suspected(find: Find, html: str) -> None:
    for channel in (Channel.PHONE, Channel.EMAIL):
        assert [s for s in find(channel, html, language="de") if s.value == "picture"] == []


def suspected(page: Page) -> list[Channel]:
    context = SiteContext(url="https://www.brand.de/", domain="brand.de", country="DE", language="de")
    found: tuple[Sighting, ...] = find_contacts(page, context)
    return [s.channel for s in found if s.value == "picture"]


CONTACT = '<h1>Kontakt</h1><p>So erreichen Sie uns</p><img src="a.jpg">'


@pytest.mark.parametrize(
    ("width", "height", "channels"),
    [(60, 15, [Channel.PHONE, Channel.EMAIL]), (59, 15, []), (60, 14, []), (1300, 400, [])],
)
def test_a_contact_page_with_nothing_but_a_picture_is_suspected_by_its_size(
    read: Read, width: int, height: int, channels: list[Channel]
) -> None:
    page = read(CONTACT, shown=True)
    elements = tuple(
        replace(e, box=Box(0, 0, width, height)) if e.kind is ElementKind.IMAGE else e for e in page.elements
    )
    assert suspected(replace(page, elements=elements, viewport=(1366, 768))) == channels


def test_a_contact_page_with_a_channel_of_its_own_or_without_a_picture_is_not_suspected(read: Read) -> None:
    assert suspected(read(CONTACT)) == [Channel.PHONE, Channel.EMAIL]
    assert suspected(read(CONTACT + "<p>info@brand.de</p>")) == []
    assert suspected(read(CONTACT + "<footer>Tel. 030 901820</footer>")) == [Channel.EMAIL]
    assert suspected(read("<h1>Kontakt</h1>")) == []
