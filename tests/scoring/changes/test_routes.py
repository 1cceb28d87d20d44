"""What-if on ways: nearer where it can be known, untouched where it cannot."""

import pytest

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Outcome, Stage
from auditor.scoring.changes import Change, Scope
from auditor.scoring.changes.routes import Link, MatchDesktop, Offer, Ungate
from tests.scoring.build import DESKTOP, MOBILE, seen, sign, way

_ALL = Scope(frozenset({(None, None)}))
_HELP = way(clicks=1, stage=Stage.HELP)
_FOLDED = way(clicks=2, stage=Stage.HELP, presses_at_end=1)


def _home(change: Change, scope: Scope, *ways: Journey) -> Journey:
    found = change.apply(seen(*ways), scope).journey(Stage.HOME, ways[0].channel, ways[0].device)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("home", "other", "clicks"),
    [
        (way(clicks=4), _HELP, 1),
        (way(clicks=4), _FOLDED, 1),
        (way(clicks=4, presses_at_end=1), way(Channel.EMAIL), 2),
        (way(clicks=0), _HELP, 0),
        (way(outcome=Outcome.NOT_FOUND), _HELP, 1),
        (way(outcome=Outcome.NOT_FOUND), _FOLDED, 2),
    ],
)
def test_a_link_leads_to_the_page_of_the_option(home: Journey, other: Journey, clicks: int) -> None:
    found = _home(Link(), _ALL, home, other)
    assert (found.outcome, found.best_clicks) == (Outcome.REACHED, clicks)


@pytest.mark.parametrize("outcome", [Outcome.GATED, Outcome.CANNOT_TELL, Outcome.BLOCKED])
def test_a_link_opens_no_gate_and_tells_nothing_that_was_not_seen(outcome: Outcome) -> None:
    assert _home(Link(), _ALL, way(outcome=outcome), _HELP).outcome is outcome


def test_a_link_brings_no_channel_that_the_site_lacks() -> None:
    assert _home(Link(), _ALL, way(outcome=Outcome.NOT_FOUND)).outcome is Outcome.NOT_FOUND


def test_a_link_stands_only_where_it_is_put() -> None:
    cart = Scope(frozenset({(Stage.CART, DESKTOP)}))
    assert _home(Link(), cart, way(clicks=4), _HELP).best_clicks == 4


def test_a_link_in_a_shared_header_stands_on_all_stages() -> None:
    cart = Scope(frozenset({(Stage.CART, DESKTOP)}))
    assert _home(Link(everywhere=True), cart, way(clicks=4), _HELP).best_clicks == 1


def test_a_link_is_a_signpost() -> None:
    found = Link().apply(seen(way(clicks=3), signs=[sign(present=False)]), _ALL).signposts[0]
    assert (found.present, found.above_fold, found.scent) == (True, True, 1.0)


def test_mobile_shows_what_desktop_shows() -> None:
    mobile = way(device=MOBILE, outcome=Outcome.NOT_FOUND)
    assert _home(MatchDesktop(), _ALL, mobile, way(clicks=2)).best_clicks == 2


@pytest.mark.parametrize(
    ("home", "outcome", "clicks"),
    [
        (way(outcome=Outcome.GATED, gates=(Gate.LOGIN,)), Outcome.REACHED, 2),
        (way(clicks=3, gates=(Gate.LOGIN, Gate.TOPIC)), Outcome.REACHED, 2),
        (way(clicks=3, gates=(Gate.MENU,)), Outcome.REACHED, 3),
        (way(outcome=Outcome.NOT_FOUND), Outcome.NOT_FOUND, None),
    ],
)
def test_gates_fall(home: Journey, outcome: Outcome, clicks: int | None) -> None:
    found = _home(Ungate(gates=(Gate.LOGIN, Gate.TOPIC)), _ALL, home)
    assert (found.outcome, found.best_clicks) == (outcome, clicks)


@pytest.mark.parametrize(
    ("other", "clicks"), [(way(Channel.EMAIL, 2), 2), (way(Channel.CHAT, outcome=Outcome.NOT_FOUND), 1)]
)
def test_a_new_channel_is_as_near_as_the_nearest_other(other: Journey, clicks: int) -> None:
    evidence = Offer(channels=(Channel.PHONE,)).apply(seen(way(outcome=Outcome.NOT_FOUND), other), _ALL)
    found = evidence.journey(Stage.HOME, Channel.PHONE, DESKTOP)
    assert found is not None and found.best_clicks == clicks and evidence.worthwhile(found)
