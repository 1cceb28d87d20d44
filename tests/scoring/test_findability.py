"""The worth of a way falls with its clicks; gates, bots and premium lines take it."""

import pytest

from auditor.model.contact import ContactOption
from auditor.model.journey import Journey
from auditor.model.terms import Channel, Gate, Human, Outcome, Price, Stage
from auditor.scoring.findability import route_worth
from auditor.scoring.part import Worth, unseen
from auditor.scoring.part import seen as known
from auditor.scoring.weights import load_weights
from tests.scoring.build import option, page, seen, way

_HUMAN, _FORM, _CHAT = Channel.PHONE, Channel.FORM, Channel.CHAT


@pytest.mark.parametrize(
    ("journey", "options", "expected"),
    [
        (way(_HUMAN, 0), [], known(1.0)),
        (way(_HUMAN, 3), [], known(0.5)),
        (way(_HUMAN, 6), [], known(0.25)),
        (way(_FORM, 0), [], known(0.77)),
        (way(_CHAT, 1), [], known(0.76)),
        (way(_CHAT, 4), [], known(0.38)),
        (way(_HUMAN, outcome=Outcome.NOT_FOUND), [], known(0.0)),
        (way(_FORM, outcome=Outcome.GATED, gates=(Gate.LOGIN,)), [], known(0.0)),
        (way(_HUMAN, 0), [option(price=Price.PREMIUM)], known(0.0)),
        (way(_HUMAN, 0), [option(price=Price.SHARED)], known(0.7)),
        (way(_HUMAN, 0), [option(price=Price.PREMIUM), option(value="+44 2", id="c2")], known(1.0)),
        (way(_CHAT, 1), [option(_CHAT, human=Human.BOT)], known(0.0)),
        (way(_CHAT, 3), [option(_CHAT, human=Human.HYBRID)], known(0.38)),
        (way(_HUMAN, outcome=Outcome.CANNOT_TELL), [], unseen(1.0)),
        (way(_CHAT, outcome=Outcome.BLOCKED), [], unseen(0.76)),
        (way(_FORM, outcome=Outcome.NOT_MEASURED), [], unseen(0.77)),
        (None, [], unseen(1.0)),
    ],
)
def test_route_worth(journey: Journey | None, options: list[ContactOption], expected: Worth) -> None:
    channel = journey.channel if journey else _HUMAN
    found = route_worth(journey, channel, seen(options=options), load_weights())
    assert (found.value, found.known, found.high) == pytest.approx((expected.value, expected.known, expected.high))


@pytest.mark.parametrize(("home_was_rendered", "best"), [(True, 2 ** (-1 / 3)), (False, 1.0)])
def test_a_way_that_is_not_exact_may_be_shorter(home_was_rendered: bool, best: float) -> None:
    pages = [page(Stage.HOME)] if home_was_rendered else []
    found = route_worth(way(_HUMAN, 3, exact=False), _HUMAN, seen(pages=pages), load_weights())
    assert (found.value, found.low, found.high) == pytest.approx((0.5, 0.5, best))
