"""Messengers: links and labelled numbers."""

import pytest

from auditor.contacts.messenger import identity
from auditor.model.terms import Channel, ContactStatus

from .conftest import Find


@pytest.mark.parametrize(
    ("href", "value", "name"),
    [
        ("https://wa.me/4915112345678?text=Hi", "https://wa.me/4915112345678", "WhatsApp"),
        ("https://api.whatsapp.com/send/?phone=%2B4915112345678&text=a", "https://wa.me/4915112345678", "WhatsApp"),
        ("whatsapp://send?phone=4915112345678", "https://wa.me/4915112345678", "WhatsApp"),
        ("https://m.me/brand?ref=x", "https://m.me/brand", "Messenger"),
        ("https://t.me/brand_help", "https://t.me/brand_help", "Telegram"),
        ("https://line.me/R/ti/p/@brand", "https://line.me/R/ti/p/@brand", "LINE"),
        ("sms:+4915112345678", "sms:+4915112345678", "SMS"),
    ],
)
def test_links_to_the_brand_count(find: Find, href: str, value: str, name: str) -> None:
    (found,) = find(Channel.MESSENGER, f'<a href="{href}">Schreib uns</a>')
    assert (found.value, found.vendor, found.status) == (value, name, ContactStatus.COUNTS)


@pytest.mark.parametrize(
    "href",
    [
        "https://wa.me/?text=Look",
        "https://api.whatsapp.com/send?text=Look",
        "https://t.me/share/url?url=x",
        "https://line.me/R/msg/text/?x",
        "whatsapp://send?text=Look",
    ],
)
def test_links_for_sharing_are_none(find: Find, href: str) -> None:
    assert find(Channel.MESSENGER, f'<a href="{href}">WhatsApp</a>') == []


def test_a_group_to_join_is_listed(find: Find) -> None:
    (found,) = find(Channel.MESSENGER, '<a href="https://chat.whatsapp.com/AbCdEf">Unsere Gruppe</a>')
    assert found.status is ContactStatus.LISTED


def test_a_number_under_the_messengers_name_is_one(find: Find) -> None:
    (found,) = find(Channel.MESSENGER, "<h6>SOPORTE POR WHATSAPP</h6><p>+52 1 55 8576 1284</p>", country="MX")
    assert found.value == "https://wa.me/525585761284"


def test_old_mexican_numbers_are_the_same() -> None:
    assert identity("https://wa.me/5215585761284") == identity("https://wa.me/525585761284")
