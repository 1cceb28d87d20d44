"""Buttons that speak of a channel and showed nothing when they were pressed."""

from typing import Any

import pytest

from auditor.model.terms import Channel, Outcome


@pytest.mark.parametrize(
    ("label", "channel", "outcome"),
    [
        ("Email us", Channel.EMAIL, Outcome.CANNOT_TELL),
        ("Email us", Channel.PHONE, Outcome.NOT_FOUND),
        ("Call us", Channel.PHONE, Outcome.CANNOT_TELL),
        ("Details", Channel.EMAIL, Outcome.NOT_FOUND),
    ],
)
def test_a_button_that_names_a_channel_and_showed_nothing_leaves_it_open(
    site: Any, label: str, channel: Channel, outcome: Outcome
) -> None:
    site.show("", site.button(label))
    site.press("", f"button.{label}", name=label)
    assert site.journey(channel).outcome is outcome


def test_one_that_showed_something_has_kept_its_promise(site: Any) -> None:
    site.show("", site.button("Call us"))
    site.show("", site.button("Call us"), site.text("We are closed."), state="/s")
    site.press("", "button.Call us", name="Call us", state_after="/s")
    assert site.journey(Channel.PHONE).outcome is Outcome.NOT_FOUND


def test_one_that_takes_no_press_now_is_no_control_but_a_promise(site: Any) -> None:
    site.show("", site.button("Chat is closed", attributes=(("disabled", ""),)))
    assert site.graph().untried == {}
    assert site.journey(Channel.CHAT).outcome is Outcome.CANNOT_TELL
    assert site.journey(Channel.PHONE).outcome is Outcome.NOT_FOUND
