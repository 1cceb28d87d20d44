"""Every rule of the packs passes on one piece of evidence and fails on another."""

import pytest

from auditor.model.terms import (
    Channel,
    ContactStatus,
    Gate,
    Human,
    Outcome,
    PageStatus,
    Price,
    Region,
    Stage,
    Verdict,
)
from auditor.scoring.apply import apply_rules
from auditor.scoring.observed import Observed
from auditor.scoring.rule import load_rules
from tests.scoring.build import DESKTOP, MOBILE, option, page, seen, sign, way

_NONE = Outcome.NOT_FOUND
_C = Channel

#: rule: (evidence on which it passes, evidence on which it fails)
CASES: dict[str, tuple[Observed, Observed]] = {
    "way-signposted": (
        seen(way(), signs=[sign()]),
        seen(way(), signs=[sign(present=False), sign(_C.EMAIL, present=False)]),
    ),
    "way-above-fold": (seen(way(), signs=[sign()]), seen(way(), signs=[sign(above_fold=False)])),
    "label-plain": (seen(way(), signs=[sign()]), seen(way(), signs=[sign(label="Company", scent=0.1)])),
    "spoken-way-offered": (
        seen(way(_C.CALLBACK, 3), way(outcome=_NONE)),
        seen(way(_C.CALLBACK, outcome=_NONE), way(outcome=_NONE)),
    ),
    "written-way-offered": (
        seen(way(_C.FORM, 2)),
        seen(*(way(c, outcome=_NONE) for c in (_C.EMAIL, _C.CHAT, _C.FORM, _C.MESSENGER))),
    ),
    "phone-near-home": (seen(way(_C.PHONE, 2)), seen(way(_C.PHONE, 3))),
    "writing-near-home": (seen(way(_C.EMAIL, 1), way(_C.FORM, 4)), seen(way(_C.EMAIL, 3), way(_C.FORM, 4))),
    "person-near-order-stages": (
        seen(way(_C.EMAIL, 1, stage=Stage.RETURNS)),
        seen(way(_C.EMAIL, 3, stage=Stage.RETURNS)),
    ),
    "same-on-mobile": (
        seen(way(), way(_C.PHONE, 2, device=MOBILE)),
        seen(way(), way(device=MOBILE, outcome=_NONE)),
    ),
    "hours-stated": (seen(way(), options=[option(hours="9 to 5")]), seen(way(), options=[option()])),
    "answer-time-stated": (
        seen(way(), options=[option(_C.FORM, response_promise="within a day")]),
        seen(way(), options=[option(_C.FORM)]),
    ),
    "contact-on-error-page": (
        seen(way(stage=Stage.NOT_FOUND), signs=[sign(stage=Stage.NOT_FOUND)]),
        seen(way(stage=Stage.NOT_FOUND), signs=[sign(present=False, stage=Stage.NOT_FOUND)]),
    ),
    "contact-in-help": (seen(way(stage=Stage.HELP)), seen(way(_C.PHONE, 2, stage=Stage.HELP))),
    "login-before-contact": (
        seen(way(), way(_C.FORM, outcome=Outcome.GATED, gates=(Gate.LOGIN,))),
        seen(way(outcome=_NONE), way(_C.FORM, outcome=Outcome.GATED, gates=(Gate.LOGIN,))),
    ),
    "topic-before-contact": (
        seen(way(), way(_C.CHAT, gates=(Gate.TOPIC,))),
        seen(way(outcome=_NONE), way(_C.CHAT, gates=(Gate.TOPIC,))),
    ),
    "bot-without-person": (
        seen(way(_C.CHAT), options=[option(_C.CHAT, human=Human.HYBRID)]),
        seen(way(_C.CHAT), options=[option(_C.CHAT, human=Human.BOT)]),
    ),
    "premium-number-only": (
        seen(way(), options=[option(price=Price.BASIC)]),
        seen(way(), options=[option(price=Price.PREMIUM)]),
    ),
    "dear-number-first": (
        seen(
            way(),
            options=[option(price=Price.FREE), option(value="+44 900", id="c2", price=Price.PREMIUM, seen=())],
        ),
        seen(
            way(),
            options=[option(price=Price.PREMIUM), option(value="+44 800", id="c2", price=Price.FREE, seen=())],
        ),
    ),
    "footer-only-on-mobile": (
        seen(way(device=MOBILE), signs=[sign(device=MOBILE, region=Region.NAV)]),
        seen(way(device=MOBILE), signs=[sign(device=MOBILE, region=Region.FOOTER)]),
    ),
    "dead-contact-page": (
        seen(way(), pages=[page(Stage.CONTACT)]),
        seen(way(), pages=[page(Stage.CONTACT, status=PageStatus.MISSING)]),
    ),
    "number-only-in-data": (
        seen(
            way(),
            options=[
                option(),
                option(value="+44 1", id="c2", status=ContactStatus.LISTED, gates=(Gate.MACHINE_ONLY,)),
            ],
        ),
        seen(way(), options=[option(status=ContactStatus.LISTED, gates=(Gate.MACHINE_ONLY,))]),
    ),
    "layer-over-way": (seen(way()), seen(way(overlay=1))),
}
RULES = {rule.id: rule for rule in load_rules()}


def test_every_rule_has_its_two_cases() -> None:
    assert sorted(CASES) == sorted(RULES)


@pytest.mark.parametrize("rule", CASES)
def test_rule_passes(rule: str) -> None:
    assert _verdicts(rule, CASES[rule][0]) == {Verdict.PASS}


@pytest.mark.parametrize("rule", CASES)
def test_rule_fails(rule: str) -> None:
    assert Verdict.FAIL in _verdicts(rule, CASES[rule][1])


@pytest.mark.parametrize("rule", CASES)
def test_nothing_seen_is_never_a_failure(rule: str) -> None:
    unseen = [
        way(channel, outcome=Outcome.CANNOT_TELL, device=device) for channel in Channel for device in (DESKTOP, MOBILE)
    ]
    assert Verdict.FAIL not in _verdicts(rule, seen(*unseen, signs=[sign(present=None)], rendered=0))


@pytest.mark.parametrize("rule", CASES)
def test_texts_say_what_was_seen(rule: str) -> None:
    finding = next(r.finding for r in apply_rules([RULES[rule]], CASES[rule][1]) if r.answer.verdict is Verdict.FAIL)
    reason = finding.why.split(RULES[rule].why.text)[0].strip()
    assert reason[0].isupper() and reason.endswith(".")
    assert not {"hides", "hiding", "deliberately", "wants"} & set(reason.lower().split())


def _verdicts(rule: str, evidence: Observed) -> set[Verdict]:
    return {ruling.answer.verdict for ruling in apply_rules([RULES[rule]], evidence)}
