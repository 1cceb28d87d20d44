"""Perceived scent: figures of docs/visitor-model.md and rules/scent.yaml."""

import pytest

from auditor.model.terms import Channel
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.scent import channel_scent, link_scent

WORDS = Vocabulary.load(("de", "ja"))
SHOP = "https://shop.test"


@pytest.mark.parametrize(
    ("text", "url", "country", "scent"),
    [
        ("Contact us", f"{SHOP}/x", "", 1.0),
        ("Kontakt", "", "", 1.0),
        ("お問い合わせ", "", "", 1.0),
        ("Customer service", "", "", 0.85),
        ("Help", "", "", 0.7),
        ("FAQ", "", "", 0.5),
        ("Impressum", "", "", 0.5),
        ("Impressum", "", "DE", 0.9),
        ("Store finder", "", "", 0.3),
        ("Shoes", f"{SHOP}/shoes", "", 0.05),
        ("Privacy policy", f"{SHOP}/privacy", "", 0.02),
        ("", f"{SHOP}/contact", "", 0.6),
        ("Write your story", f"{SHOP}/contact", "", 0.6),
        ("☎", "", "", 0.8),
        ("020 7946 0000", "tel:+442079460000", "", 1.0),
        ("", "mailto:help@shop.test", "", 1.0),
        ("WhatsApp", "https://wa.me/442079460000", "", 1.0),
        ("", "https://www.facebook.com/shop", "", 0.02),
        ("Contact lenses", f"{SHOP}/contact", "", 0.0),
        ("Order your contact paper today", "", "", 0.0),
    ],
)
def test_scent_of_a_link(text: str, url: str, country: str, scent: float) -> None:
    assert link_scent(text, url, "footer", WORDS, country) == pytest.approx(scent)


def test_a_phrase_inside_a_label_weighs_less_than_the_whole_label() -> None:
    assert link_scent("Contact the team", "", "footer", WORDS) == pytest.approx(0.7)


def test_an_icon_counts_only_without_a_text() -> None:
    assert link_scent("", "", "header", WORDS, icon="icon fa-phone") == pytest.approx(0.8)
    assert link_scent("", "", "header", WORDS, icon="icon fa-car") == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("text", "channel", "scent"),
    [
        ("Live chat", Channel.CHAT, 1.0),
        ("Live chat", Channel.PHONE, 0.3),
        ("Call us", Channel.PHONE, 1.0),
        ("Contact us", Channel.PHONE, 0.9),
        ("Help", Channel.EMAIL, 0.6),
        ("Shoes", Channel.EMAIL, 0.05),
    ],
)
def test_scent_for_a_channel(text: str, channel: Channel, scent: float) -> None:
    assert channel_scent(text, "", channel, "header", WORDS) == pytest.approx(scent)
