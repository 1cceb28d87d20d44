"""Words for findings."""

import pytest

from auditor.model.terms import Channel, Device, Stage
from auditor.scoring.wording import CHANNELS, STAGES, any_of, clicks_text, end_of, listed, place_text, sentence


def test_every_stage_and_channel_has_words() -> None:
    assert set(STAGES) == set(Stage) and set(CHANNELS) == set(Channel)


@pytest.mark.parametrize(("clicks", "text"), [(0, "0 clicks"), (1, "1 click"), (2, "2 clicks")])
def test_clicks(clicks: int, text: str) -> None:
    assert clicks_text(clicks) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_many_channels_are_one_word() -> None:
    assert any_of((Channel.PHONE, Channel.CALLBACK)) == "a phone number or a call-back"
    assert any_of(tuple(Channel)) == "a way to reach a person"
    assert any_of((Channel.EMAIL, Channel.CHAT, Channel.FORM, Channel.MESSENGER)) == "a way to write to a person"


def test_a_way_leads_to_a_channel_or_to_a_person() -> None:
    assert end_of((Channel.PHONE,)) == "a phone number"
    assert end_of(tuple(Channel)) == "a person"


def test_places() -> None:
    assert place_text(Stage.CART, Device.MOBILE) == "the cart on mobile"
    assert place_text(None, None) == "the site"


def test_sentence() -> None:
    assert (sentence("it is."), sentence("")) == ("It is.", "")
