"""Where a channel is reached, nearly reached or only suspected."""

from typing import Any

import pytest

from auditor.model.page import Box, Field, Form
from auditor.model.terms import Channel, ContactStatus, Device, Gate, Region
from auditor.visitor.goals import Goal, Kind, goals
from auditor.visitor.times import reading_seconds
from auditor.visitor.unshown import REASON


def found(site: Any, device: Device = Device.DESKTOP) -> list[Goal]:
    graph, views = site.graph(device), site.views(device)
    return [goal for entries in goals(graph, views, site.sightings).values() for goal in entries]


@pytest.mark.parametrize(
    ("sighted", "desktop", "mobile"),
    [
        ({}, Kind.REACHED, Kind.REACHED),
        ({"gates": (Gate.HOURS, Gate.TOPIC)}, Kind.REACHED, Kind.REACHED),
        ({"gates": (Gate.TOPIC, Gate.LOGIN)}, Kind.GATED, Kind.GATED),
        ({"gates": (Gate.LOGIN,), "reached": False}, Kind.GATED, Kind.GATED),
        ({"status": ContactStatus.CANNOT_TELL, "gates": (Gate.LOGIN,)}, Kind.SUSPECTED, Kind.SUSPECTED),
        ({"status": ContactStatus.LISTED}, None, None),
        ({"reached": False}, None, Kind.REACHED),
        ({"reached_touch": False}, Kind.REACHED, None),
        ({"channel": Channel.CHAT, "reached": False}, Kind.SUSPECTED, Kind.REACHED),
        ({"channel": Channel.CALLBACK, "reached_touch": False}, Kind.REACHED, Kind.SUSPECTED),
        ({"channel": Channel.MESSENGER, "reached": False, "reached_touch": False}, None, None),
        ({"channel": Channel.SOCIAL}, None, None),
    ],
)
def test_how_sure_a_sighting_makes_of_its_channel(
    site: Any, sighted: dict[str, Any], desktop: Kind | None, mobile: Kind | None
) -> None:
    for device in (Device.DESKTOP, Device.MOBILE):
        site.show("", device=device)
    site.sight("", **sighted)
    kinds = [next((goal.kind for goal in found(site, device)), None) for device in (Device.DESKTOP, Device.MOBILE)]
    assert kinds == [desktop, mobile]


@pytest.mark.parametrize(
    ("visible", "control", "clicks"),
    [
        (True, None, 0),
        (None, None, 0),
        (False, None, None),
        (False, True, 1),
        (False, None, None),
        (False, False, None),
    ],
)
def test_what_is_hidden_takes_a_press_on_a_control_that_can_be_seen(
    site: Any, visible: bool | None, control: bool | None, clicks: int | None
) -> None:
    buttons = [] if control is None else [site.button("Show", visible=control)]
    site.show("", *buttons)
    site.sight("", visible=visible, revealed_by="button.Show")
    assert [goal.clicks for goal in found(site)] == ([] if clicks is None else [clicks])


@pytest.mark.parametrize(("visible", "sure"), [(True, True), (None, False), (False, False)])
def test_a_goal_is_sure_when_it_was_seen(site: Any, visible: bool | None, sure: bool) -> None:
    site.show("", site.button("Show"))
    site.sight("", visible=visible, revealed_by="button.Show")
    (goal,) = found(site)
    assert (goal.sure, goal.via is None) == (sure, visible is not False)


def test_what_a_press_did_not_show_is_only_suspected(site: Any) -> None:
    site.show("", site.button("Show"))
    site.sight("", visible=False, revealed_by="button.Show")
    site.press("", "button.Show", name="Show")
    (goal,) = found(site)
    assert (goal.kind, goal.clicks, goal.via, goal.sighting.status_reason) == (Kind.SUSPECTED, 0, None, REASON)


def test_a_suspected_option_that_is_hidden_is_still_one(site: Any) -> None:
    site.show("")
    site.sight("", visible=False, status=ContactStatus.CANNOT_TELL)
    assert [(goal.kind, goal.clicks) for goal in found(site)] == [(Kind.SUSPECTED, 0)]


def test_reading_takes_as_long_as_scrolling_to_the_place(site: Any) -> None:
    far = site.text("Call", box=Box(0, 3000, 200, 20))
    form = Form(
        "#f", "/send", "post", (Field("textarea", "t", ""),), "", "", Region.MAIN, 0, box=Box(0, 700, 400, 3000)
    )
    site.show("", far, forms=[form])
    site.sight("", selector="p")
    site.sight("", Channel.FORM, selector="#f")
    site.sight("", Channel.EMAIL, selector="#gone")
    seconds = {goal.channel: goal.seconds for goal in found(site)}
    top = site.text("", box=Box(0, 700, 400, 100))
    assert seconds == {
        Channel.PHONE: reading_seconds(far, Device.DESKTOP),
        Channel.FORM: reading_seconds(top, Device.DESKTOP),
        Channel.EMAIL: reading_seconds(None, Device.DESKTOP),
    }


def test_goals_stand_in_order_of_nodes_and_of_sightings(site: Any) -> None:
    for path in ("b", "a", ""):
        site.show(path)
        site.sight(path, value=f"1{path}")
        site.sight(path, value=f"2{path}")
    site.sight("unseen")
    assert [(goal.node, goal.sighting.value) for goal in found(site)] == [
        *((0, "1"), (0, "2")),
        *((1, "1a"), (1, "2a")),
        *((2, "1b"), (2, "2b")),
    ]


def test_a_link_to_a_login_is_a_gate_where_it_stands(site: Any) -> None:
    site.show("", site.link("Live  chat\n", "account", visible=None))
    site.show("account", forms=[Form("f", "", "post", (Field("password", "p", ""),), "", "", Region.MAIN, 0)])
    (goal,) = found(site)
    assert (goal.kind, goal.channel, goal.node, goal.sure) == (Kind.GATED, Channel.CHAT, 0, False)
    assert (goal.sighting.gates, goal.sighting.status_reason) == ((Gate.LOGIN,), "“Live chat” leads to a login.")
