"""Links that promise a channel and lead to a login."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Field, Form
from auditor.model.terms import SCORED_CHANNELS, Channel, Outcome, PageStatus, Region

PASSWORD = Field("password", "pw", "Password", visible=True)
LOGIN = Form("form", "", "post", (PASSWORD,), "Log in", "", Region.MAIN, 0, visible=True)


def logins(site: Any) -> list[tuple[str, str, tuple[Channel, ...]]]:
    graph = site.graph()
    return [(graph.nodes[one.node].url, one.element.name, one.channels) for one in graph.promises]


@pytest.mark.parametrize(
    ("label", "channels"),
    [
        ("Live chat", (Channel.CHAT,)),
        ("Send us a message", (Channel.CHAT, Channel.FORM)),
        ("Contact form", (Channel.FORM,)),
        ("Request a callback", (Channel.CALLBACK,)),
        ("Log in", ()),
        ("Contact", SCORED_CHANNELS),
        ("Contact lenses", ()),
    ],
)
def test_a_label_promises_a_channel_in_the_channels_own_words(
    site: Any, label: str, channels: tuple[Channel, ...]
) -> None:
    site.show("", site.link(label, "account"))
    site.show("account", forms=[LOGIN])
    assert logins(site) == ([(site.url(""), label, channels)] if channels else [])


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (LOGIN, True),
        (replace(LOGIN, visible=None), True),
        (replace(LOGIN, visible=False), False),
        (replace(LOGIN, fields=(replace(PASSWORD, visible=False),)), False),
        (replace(LOGIN, region=Region.HEADER), False),
        (replace(LOGIN, fields=(replace(PASSWORD, kind="text"),)), False),
    ],
)
def test_a_login_asks_for_a_password_in_the_content(site: Any, form: Form, found: bool) -> None:
    site.show("", site.link("Live chat", "account"))
    site.show("account", forms=[form])
    assert bool(logins(site)) is found


def test_a_page_that_only_answered_with_a_login_is_one_without_being_seen(site: Any) -> None:
    site.show("", site.link("Live chat", "account"))
    assert logins(site) == []
    site.statuses[site.url("account")] = PageStatus.LOGIN
    assert logins(site) == [(site.url(""), "Live chat", (Channel.CHAT,))]


def test_links_are_told_in_the_order_of_their_pages_and_buttons_that_were_pressed_are_not_links(site: Any) -> None:
    site.statuses[site.url("account")] = PageStatus.LOGIN
    site.show("help", site.link("Live chat", "account"))
    site.show("", site.button("Live chat"), site.link("Request a callback", "account"))
    site.press("", "button.Live chat", name="Live chat", navigated_to=site.url("account"))
    assert logins(site) == [
        (site.url(""), "Request a callback", (Channel.CALLBACK,)),
        (site.url("help"), "Live chat", (Channel.CHAT,)),
    ]


def test_contact_behind_a_login_is_not_denied_and_a_channel_named_there_is_gated(site: Any) -> None:
    site.show("", site.link("Contact", "account"), site.link("Live chat", "account"))
    site.show("account", forms=[LOGIN])
    told = {journey.channel: journey for journey in site.walk()}
    assert told[Channel.CHAT].outcome is Outcome.GATED
    assert (told[Channel.PHONE].outcome, told[Channel.PHONE].reason) == (
        Outcome.CANNOT_TELL,
        "\u201cContact\u201d leads to a login, and what stands behind it was not seen.",
    )
