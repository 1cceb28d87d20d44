"""Fewest clicks on small sites, counted by hand after docs/counting.md."""

import random
from typing import Any

import pytest

from auditor.model.page import Block, Field, Form
from auditor.model.terms import (
    Action,
    Channel,
    ContactStatus,
    Device,
    Gate,
    Outcome,
    PageStatus,
    Region,
    Stage,
)
from auditor.visitor.missing import Missing
from auditor.visitor.steps import Names
from auditor.visitor.walk import AFTER_CONSENT, COVERED, UNSEEN, Trip, walk
from tests.visitor.conftest import HOME


def test_a_number_on_the_start_page_is_zero_clicks_away_and_exact(site: Any) -> None:
    site.show("", site.text("Call 020 7946 0000"))
    site.sight("")
    journey = site.journey()
    assert (journey.outcome, journey.exact, journey.clicks, journey.path) == (Outcome.REACHED, True, 0, ())
    assert journey.end_page == "home"


def test_each_link_is_a_click(site: Any) -> None:
    site.show("", site.link("Help", "help"))
    site.show("help", site.link("Contact", "contact"), site.link("Home", ""))
    site.show("contact")
    site.sight("contact")
    journey = site.journey()
    assert (journey.exact, journey.clicks) == (True, 2)
    assert [(step.page, step.action, step.label) for step in journey.path] == [
        ("home", Action.FOLLOW, "Help"),
        ("help", Action.FOLLOW, "Contact"),
    ]


def test_the_shortest_of_several_ways_is_taken(site: Any) -> None:
    site.show("", site.link("Help", "help"), site.link("Contact", "contact", region=Region.FOOTER))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    assert site.journey().clicks == 1


def test_a_menu_that_has_to_be_opened_costs_a_click(site: Any) -> None:
    site.show("", site.button("Menu"))
    site.show("", site.button("Menu"), site.link("Contact", "contact"), state="/m")
    site.press("", "button.Menu", name="Menu", state_after="/m")
    site.show("contact")
    site.sight("contact")
    journey = site.journey()
    assert (journey.exact, journey.clicks, journey.gates) == (True, 2, (Gate.MENU,))
    assert [(step.state, step.label) for step in journey.path] == [("", "Menu"), ("/m", "Contact")]


@pytest.mark.parametrize(("device", "clicks"), [(Device.DESKTOP, 1), (Device.MOBILE, 2)])
def test_hovering_costs_no_click_with_a_mouse(site: Any, device: Device, clicks: int) -> None:
    site.show("", site.button("Service"), device=device)
    site.show("", site.button("Service"), site.link("Contact", "contact"), state="/h", device=device)
    site.press("", "button.Service", name="Service", state_after="/h", action=Action.HOVER, device=device)
    site.show("contact", device=device)
    site.sight("contact")
    assert site.journey(device=device).clicks == clicks


def test_the_launcher_of_a_chat_is_one_click(site: Any) -> None:
    site.show("", site.button("Chat", region=Region.FLOATING))
    site.show("", site.button("Chat", region=Region.FLOATING), state="/c")
    site.press("", "button.Chat", name="Chat", state_after="/c", action=Action.LAUNCH)
    site.sight("", Channel.CHAT, state="/c")
    journey = site.journey(Channel.CHAT)
    assert (journey.exact, journey.clicks, journey.end_state) == (True, 1, "/c")


def test_a_launcher_whose_window_was_not_seen_cannot_be_told(site: Any) -> None:
    site.show("", site.button("Chat", region=Region.FLOATING))
    site.sight("", Channel.CHAT, reached=False, reached_touch=False)
    assert site.journey(Channel.CHAT).outcome is Outcome.CANNOT_TELL


@pytest.mark.parametrize(("device", "outcome"), [(Device.DESKTOP, Outcome.NOT_FOUND), (Device.MOBILE, Outcome.REACHED)])
def test_a_dialling_link_without_a_number_reaches_on_touch_only(site: Any, device: Device, outcome: Outcome) -> None:
    site.show("", site.link("Call us", "tel:+442079460000"), device=device)
    site.sight("", reached=False, reached_touch=True)
    assert site.journey(device=device).outcome is outcome


def test_a_number_behind_a_control_that_was_not_pressed_is_one_more_click_at_most(site: Any) -> None:
    site.show("", site.button("Show number"))
    site.sight("", visible=False, revealed_by="button.Show number")
    journey = site.journey()
    assert (journey.exact, journey.clicks_at_most, journey.path[-1].action) == (False, 1, Action.REVEAL)


def test_a_hidden_number_that_nothing_shows_is_not_reached(site: Any) -> None:
    site.show("")
    site.sight("", visible=False)
    assert site.journey().outcome is Outcome.NOT_FOUND


def test_a_link_in_a_closed_menu_is_two_clicks_at_most(site: Any) -> None:
    hidden = site.link("Contact", "contact", visible=False, selector="#menu > a:nth-of-type(1)")
    site.show("", site.button("Menu", attributes=(("aria-controls", "menu"), ("aria-expanded", "false"))), hidden)
    site.show("contact")
    site.sight("contact")
    journey = site.journey()
    assert (journey.exact, journey.clicks_at_most) == (False, 2)
    assert [step.action for step in journey.path] == [Action.OPEN, Action.FOLLOW]


def test_without_rendering_nothing_is_exact(site: Any) -> None:
    site.send("", site.text("Call 020 7946 0000"))
    site.sight("", visible=None)
    journey = site.journey()
    assert (journey.outcome, journey.exact, journey.clicks, journey.clicks_at_most) == (Outcome.REACHED, False, None, 0)


def test_a_nearer_page_that_was_not_seen_makes_clicks_at_most(site: Any) -> None:
    site.show("", site.link("Help", "help"), site.link("News", "news"))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    assert site.journey().clicks_at_most == 2
    site.statuses[site.url("news")] = PageStatus.MISSING
    assert site.journey().clicks == 2


def test_a_control_that_nobody_tried_makes_clicks_at_most(site: Any) -> None:
    site.show("", site.link("Help", "help"), site.button("Chat"))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    assert site.journey().clicks_at_most == 2
    site.press("", "button.Chat", name="Chat")
    assert site.journey().clicks == 2


def test_a_shorter_way_in_the_markup_is_taken_but_is_not_exact(site: Any) -> None:
    site.show("", site.link("Help", "help"), site.link("Old", "old"))
    site.send("old", site.text("020"))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    site.sight("old", visible=None)
    journey = site.journey()
    assert (journey.exact, journey.clicks_at_most, journey.end_page) == (False, 1, "old")


def test_of_equal_clicks_the_seen_way_is_taken(site: Any) -> None:
    site.show("", site.link("Old", "a"), site.link("Contact", "contact"))
    site.send("a", site.text("020"))
    site.show("contact")
    site.sight("a", visible=None)
    site.sight("contact")
    assert (site.journey().exact, site.journey().end_page) == (True, "contact")


@pytest.mark.parametrize("gate", [Gate.LOGIN, Gate.ORDER_NUMBER, Gate.MEMBERSHIP])
def test_an_option_behind_a_credential_is_gated(site: Any, gate: Gate) -> None:
    site.show("", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact", gates=(gate,))
    journey = site.journey()
    assert (journey.outcome, journey.gates) == (Outcome.GATED, (gate,))


def test_a_link_that_promises_a_channel_and_leads_to_a_login_is_its_gate(site: Any) -> None:
    password = Field("password", "pw", "Password", visible=True)
    login = Form("form", "", "post", (password,), "Log in", "", Region.MAIN, 0, visible=True)
    site.show("", site.link("Contact", "contact"), site.link("Log in", "account"))
    site.show("contact", site.link("Log in to send a message", "account"))
    site.show("account", forms=[login])
    journey = site.journey(Channel.FORM)
    assert (journey.outcome, journey.clicks, journey.gates) == (Outcome.GATED, 1, (Gate.LOGIN,))
    assert journey.reason == "“Log in to send a message” leads to a login."
    assert site.journey(Channel.PHONE).outcome is Outcome.NOT_FOUND


def test_a_layer_over_the_start_costs_extra_presses_and_one_that_stays_is_a_gate(site: Any) -> None:
    site.show("", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    free, stuck = site.walk(overlay={HOME: 1})[0], site.walk(covered={HOME})[0]
    assert (free.clicks, free.extra_clicks.overlay, free.gates) == (1, 1, ())
    assert (stuck.outcome, stuck.gates, stuck.reason) == (Outcome.CANNOT_TELL, (Gate.OVERLAY,), COVERED)


def test_what_only_those_see_who_accept_cookies_is_not_denied(site: Any) -> None:
    site.show("")
    told = {journey.channel: journey for journey in site.walk(after_consent=[Channel.CHAT])}
    chat = told[Channel.CHAT]
    assert (chat.outcome, chat.reason, chat.gates) == (Outcome.CANNOT_TELL, AFTER_CONSENT, (Gate.CONSENT,))
    assert (chat.contact_id, told[Channel.PHONE].outcome) == ("c1", Outcome.NOT_FOUND)


def test_what_is_there_after_consent_is_surer_than_a_suspicion_and_no_surer_than_a_way(site: Any) -> None:
    site.show("", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact", Channel.CHAT, status=ContactStatus.CANNOT_TELL, status_reason="It did not load.")
    site.sight("contact", Channel.PHONE)
    told = {journey.channel: journey for journey in site.walk(after_consent=[Channel.CHAT, Channel.PHONE])}
    assert told[Channel.CHAT].reason == AFTER_CONSENT
    assert (told[Channel.PHONE].outcome, told[Channel.PHONE].gates) == (Outcome.REACHED, ())


def test_presses_on_a_consent_banner_are_kept_apart(site: Any) -> None:
    site.show("", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    journey = site.walk(consent={site.url(""): 2})[0]
    assert (journey.clicks, journey.extra_clicks.consent) == (1, 2)


def test_an_inherited_footer_is_as_good_as_a_seen_one(site: Any) -> None:
    footer = Block("footer", Region.FOOTER, "footer")
    contact = site.link("Contact", "contact", region=Region.FOOTER, block=1)
    site.show("", site.link("Shoes", "shoes"), site.link("Hats", "hats"), contact, blocks=(footer,))
    site.show("shoes", contact, blocks=(footer,))
    for path in ("", "shoes", "hats"):
        site.send(path, contact, blocks=(footer,))
    site.show("contact", site.link("Number", "number"))
    site.show("number")
    site.sight("number")
    assert (site.journey().exact, site.journey().clicks) == (True, 2)


def test_the_order_of_pages_and_presses_changes_nothing(site: Any) -> None:
    site.show("", site.link("A", "a"), site.link("B", "b"), site.button("Menu"))
    site.show("", site.button("Menu"), site.link("C", "c"), state="/m")
    site.press("", "button.Menu", name="Menu", state_after="/m")
    for path in "abc":
        site.show(path, site.link("Goal", "goal"))
        site.send(path, site.link("Goal", "goal"))
    site.show("goal")
    for channel in (Channel.PHONE, Channel.EMAIL):
        site.sight("goal", channel)
    first = site.walk()
    draw = random.Random(7)
    for _ in range(5):
        for items in (site.static, site.rendered, site.presses):
            draw.shuffle(items)
        site.sightings = dict(reversed(site.sightings.items()))
        assert site.walk() == first


def test_seconds_grow_with_the_way(site: Any) -> None:
    site.show("", site.link("Help", "help"), site.text("mail"))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("", Channel.EMAIL)
    site.sight("contact")
    email, phone = site.journey(Channel.EMAIL), site.journey(Channel.PHONE)
    assert email.expert_seconds is not None
    assert phone.expert_seconds is not None
    # Two steps of thinking (1.2) and pressing (.2) at the least, beside loading and pointing.
    assert phone.expert_seconds >= email.expert_seconds + 2 * 1.4


def test_a_hint_in_the_content_of_an_inherited_page_is_a_doubt(site: Any) -> None:
    site.send("")
    site.show("", site.link("Help", "help"), site.link("Shoes", "shoes"))
    site.send("shoes", site.text("020"))
    site.show("help", site.link("Contact", "contact"))
    site.show("contact")
    site.sight("contact")
    assert (site.journey().exact, site.journey().clicks) == (True, 2)
    site.sight("shoes", visible=None)
    assert (site.journey().exact, site.journey().clicks_at_most) == (False, 1)


def test_behind_a_layer_that_nothing_closes_nothing_is_denied(site: Any) -> None:
    site.show("")
    free = next(journey for journey in site.walk() if journey.channel is Channel.CHAT)
    stuck = next(journey for journey in site.walk(covered={HOME}) if journey.channel is Channel.CHAT)
    assert free.outcome is Outcome.NOT_FOUND
    assert (stuck.outcome, stuck.gates) == (Outcome.CANNOT_TELL, (Gate.OVERLAY,))


def test_stages_that_were_not_found_have_their_journeys_with_the_reason(site: Any) -> None:
    site.show("")
    views, graph = site.views(), site.graph()
    names = Names(page=lambda url: url.removeprefix(HOME) or "home", contact=lambda sighting: "c1")
    missing = {
        Stage.CART: Missing(Outcome.BLOCKED, "closed", f"{HOME}cart"),
        Stage.HELP: Missing(Outcome.NOT_MEASURED, "none"),
    }
    trip = Trip({Stage.HOME: HOME}, {}, {HOME: 1}, missing=missing, notes={Stage.HOME: "Noted."})
    made = walk(views, graph, {}, trip, names)
    told = [(j.stage, j.outcome, j.reason, j.start, j.extra_clicks.consent) for j in made[::6]]
    assert told == [
        (Stage.HOME, Outcome.NOT_FOUND, "Not within 4 clicks. Noted.", "home", 1),
        (Stage.CART, Outcome.BLOCKED, "closed", "cart", 0),
        (Stage.HELP, Outcome.NOT_MEASURED, "none", "", 0),
    ]


def test_a_stage_may_begin_in_a_state_of_a_page(site: Any) -> None:
    site.show("", site.button("Search"))
    site.show("", site.button("Search"), site.link("Contact", "contact"), state="/s")
    site.press("", "button.Search", name="contact", state_after="/s", action=Action.SEARCH)
    site.show("contact")
    site.sight("contact")
    names = Names(page=lambda url: url.removeprefix(HOME) or "home", contact=lambda sighting: "c1")
    trip = Trip({Stage.HOME: HOME, Stage.SEARCH: HOME}, {}, {}, states={Stage.SEARCH: "/s"})
    made = walk(site.views(), site.graph(), site.sightings, trip, names)
    assert [(j.stage, j.clicks) for j in made[::6]] == [(Stage.HOME, 2), (Stage.SEARCH, 1)]


def test_a_start_that_was_not_seen_in_a_browser_denies_nothing(site: Any) -> None:
    site.send("", status=404)
    assert (site.journey().outcome, site.journey().reason) == (Outcome.CANNOT_TELL, UNSEEN)
