"""Posture follows from signs, and is null when they are few."""

from typing import Any

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Outcome, Posture, Stage
from auditor.scoring.apply import apply_rules
from auditor.scoring.observed import Observed
from auditor.scoring.posture import posture
from auditor.scoring.rule import load_rules
from auditor.scoring.weights import load_weights
from tests.scoring.build import MOBILE, grid, options_of, page, seen, signs_of, site, way


def _posture(evidence: Observed) -> tuple[Posture | None, tuple[str, ...]]:
    return posture(apply_rules(load_rules(), evidence), load_weights())


def test_few_signs_are_too_thin() -> None:
    assert _posture(seen(way(outcome=Outcome.CANNOT_TELL), pages=[page(Stage.CONTACT)])) == (None, ())


def test_signs_of_both_sides_are_neutral() -> None:
    found, because = _posture(site({Channel.PHONE: 3, Channel.EMAIL: 2}))
    assert found is Posture.NEUTRAL
    assert {sentence.split(":")[0] for sentence in because} == {"Signs of care", "Signs of cost to serve"}


def test_the_heaviest_signs_come_first() -> None:
    _, because = _posture(site({}))
    assert because[0] == "Signs of cost to serve: a phone number or a call-back was not found from the site."


def _signs(*ways: Journey) -> str:
    pages = [page(Stage.HOME), page(Stage.CONTACT), page(Stage.HELP)]
    return " ".join(_posture(seen(*ways, signs=signs_of(ways), options=options_of(ways), pages=pages))[1])


def _ways(mobile: Journey, desktop: Journey) -> tuple[Journey, ...]:
    rest = [w for w in grid({Channel.EMAIL: 1}, stages=(Stage.HOME, Stage.HELP)) if w.channel is not Channel.PHONE]
    return (*rest, mobile, desktop)


def test_what_one_device_alone_lacks_is_no_sign() -> None:
    lacks, has = way(device=MOBILE, outcome=Outcome.NOT_FOUND), way(clicks=0)
    assert "phone number was not reached" not in _signs(*_ways(lacks, has))
    unsure = way(outcome=Outcome.CANNOT_TELL)
    assert "phone number was not reached" not in _signs(*_ways(lacks, unsure))


def test_what_both_devices_lack_is_a_sign() -> None:
    ways = _ways(way(device=MOBILE, outcome=Outcome.NOT_FOUND), way(outcome=Outcome.NOT_FOUND))
    found = _signs(*ways, way(stage=Stage.HELP, clicks=4))
    assert "Signs of cost to serve: a phone number was not reached from the home page on desktop." in found


def test_what_is_far_on_one_device_is_a_sign_for_it_was_seen_there() -> None:
    found = _signs(*_ways(way(device=MOBILE, clicks=4), way(clicks=1)))
    assert "Signs of cost to serve: a phone number is 4 clicks from the home page on mobile." in found


def test_clicks_at_most_are_no_sign() -> None:
    sure, unsure = way(device=MOBILE), way(exact=False)
    assert "phone number is" not in _signs(*_ways(sure, unsure))
    assert "phone number is 1 click from the home page" in _signs(*_ways(sure, way()))


def test_without_any_sign_there_is_no_posture() -> None:
    ways = tuple(w.model_copy(update=_AT_MOST) for w in grid({Channel.PHONE: 0, Channel.EMAIL: 0}))
    options = options_of(ways)
    assert _posture(seen(*ways, options=options, pages=[page(stage) for stage in Stage])) == (None, ())


_AT_MOST: dict[str, Any] = {"exact": False, "clicks": None, "clicks_at_most": 0}
