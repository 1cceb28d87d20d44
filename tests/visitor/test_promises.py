"""Controls that speak of a channel: what their words promise."""

from typing import Any

import pytest

from auditor.model.terms import Channel
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.promises import promised, promises_contact, quoted

WORDS = Vocabulary.load(())


@pytest.mark.parametrize(
    ("label", "channels", "contact"),
    [
        ("Live chat", (Channel.CHAT,), False),
        ("Call us", (Channel.PHONE,), False),
        ("Contact", (), True),
        ("Customer service", (), True),
        ("Contact lenses", (), False),
        ("Lamps", (), False),
    ],
)
def test_a_label_promises_a_channel_or_contact_as_a_whole(
    label: str, channels: tuple[Channel, ...], contact: bool
) -> None:
    assert promised(label, WORDS) == channels
    assert promises_contact(label, WORDS) is contact


def test_a_label_is_quoted_on_one_line(site: Any) -> None:
    assert quoted(site.link("Contact \n us", "contact")) == "Contact us"
