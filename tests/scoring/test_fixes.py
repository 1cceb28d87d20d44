"""Fixes are merged, weighed by what-if and ranked."""

from typing import Any

import pytest

from auditor.model.audit import Fix
from auditor.model.journey import Journey
from auditor.model.terms import Channel, FixKind, Gate, Outcome, Stage, Verdict
from auditor.scoring.judge import judge
from auditor.scoring.observed import Observed
from tests.scoring.build import MOBILE, grid, option, options_of, page, seen, signs_of, site, way

_C, _S = Channel, Stage


def _absent(stage: Stage) -> Journey:
    return way(stage=stage, device=MOBILE, outcome=Outcome.NOT_FOUND)


def _fixes(evidence: Observed) -> tuple[Fix, ...]:
    found = judge(evidence.journeys, evidence.signposts, evidence.contacts, evidence.pages, evidence.captured)
    return found.fixes


def test_the_same_fix_over_stages_and_devices_is_one() -> None:
    ways = grid({_C.PHONE: 2, _C.EMAIL: 2})
    signs = signs_of(grid({}))
    found = _fixes(seen(*ways, signs=signs, options=options_of(ways), pages=[page(s) for s in Stage]))
    links = [fix for fix in found if fix.what.startswith("Put a plainly named contact link")]
    assert len(links) == 1
    assert len(links[0].findings) > 8 and links[0].template_pages > 4
    assert "the cart" in links[0].where and links[0].where.endswith(" more")


def test_the_gain_is_that_of_the_score_and_never_negative() -> None:
    found = _fixes(site({_C.PHONE: 4, _C.FORM: 4}))
    gains = [fix.gain.score for fix in found]
    assert found and all(gain is not None and gain >= 0 for gain in gains)
    assert max(gain or 0 for gain in gains) > 1


def test_the_best_comes_first_and_policy_and_staffing_come_last() -> None:
    found = _fixes(site({_C.FORM: 4}))
    apart = [fix.kind in (FixKind.POLICY, FixKind.STAFFING) for fix in found]
    assert apart == sorted(apart) and any(apart) and not all(apart)
    nearer = [fix.gain.score or 0 for fix in found if fix.kind not in (FixKind.POLICY, FixKind.STAFFING)]
    assert nearer == sorted(nearer, reverse=True)
    assert [fix.id for fix in found] == [f"f{number}" for number in range(1, len(found) + 1)]


def test_a_link_saves_the_seconds_that_like_ways_of_the_site_take() -> None:
    ways = [way(_C.PHONE, 3, expert_seconds=30.0), way(_C.PHONE, 1, stage=Stage.HELP, expert_seconds=12.0)]
    found = _fixes(seen(*ways, options=[option()]))
    fix = next(fix for fix in found if fix.what.startswith("Link the page with the phone number"))
    assert fix.gain.seconds == pytest.approx(18.0)


def test_advice_that_changes_nothing_where_it_failed_is_not_given() -> None:
    """The number stands in the header on desktop; no page shows it on mobile, so no link leads to it there."""
    ways = [w for stage in (_S.HOME, _S.PRODUCT) for w in (way(clicks=0, stage=stage), _absent(stage))]
    evidence = seen(*ways, options=[option()], pages=[page(_S.HOME), page(_S.PRODUCT)])
    found = judge(evidence.journeys, (), evidence.contacts, evidence.pages, evidence.captured)
    advised = {finding.rule: finding.fix for finding in found.findings if finding.outcome is Verdict.FAIL}
    assert advised["phone-near-home"] == "" and advised["same-on-mobile"].startswith("Show on mobile")
    assert not any(fix.what.startswith("Link the page with the phone number") for fix in found.fixes)
    assert any(fix.what.startswith("Show on mobile what desktop shows") for fix in found.fixes)


def test_a_fix_names_the_device_on_which_alone_it_is_wanted() -> None:
    ways = [way(clicks=1), way(clicks=4, device=MOBILE), way(clicks=1, stage=_S.HELP, device=MOBILE)]
    fix = next(fix for fix in _fixes(seen(*ways, options=[option()])) if fix.what.startswith("Link the page with"))
    assert fix.where.endswith("; seen on the home page on mobile")


def test_without_a_score_there_is_no_gain_in_score() -> None:
    found = _fixes(seen(way(_C.PHONE, 3), way(_C.EMAIL, outcome=Outcome.CANNOT_TELL)))
    assert found and {fix.gain.score for fix in found} == {None}


def test_a_login_that_falls_is_a_gain() -> None:
    gated = [w.model_copy(update=_LOGIN) if w.channel is _C.FORM else w for w in grid({})]
    found = _fixes(seen(*gated, signs=signs_of(gated), options=[option(_C.FORM)], pages=[page(s) for s in Stage]))
    fix = next(fix for fix in found if fix.what.startswith("Show at least one contact option before any login"))
    assert fix.kind is FixKind.POLICY and (fix.gain.score or 0) > 10


_LOGIN: dict[str, Any] = {"outcome": Outcome.GATED, "gates": (Gate.LOGIN,), "clicks_at_most": 2}


def test_every_fix_can_be_checked() -> None:
    assert all(fix.acceptance.endswith(".") and fix.findings for fix in _fixes(site({_C.FORM: 4})))
