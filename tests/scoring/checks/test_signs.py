"""Signs: what was not measured is not denied."""

import pytest

from auditor.model.audit import Signpost
from auditor.model.terms import Channel, Region, Stage, Verdict
from auditor.scoring.checks import Check, Target
from auditor.scoring.checks.signs import AboveFold, LabelScent, NotOnlyIn, Signposted
from tests.scoring.build import DESKTOP, seen, sign, way

_MAIL = Channel.EMAIL
_FOOT = NotOnlyIn(regions=(Region.FOOTER,))


@pytest.mark.parametrize(
    ("check", "signs", "verdict"),
    [
        (Signposted(), [sign(present=False), sign(_MAIL)], Verdict.PASS),
        (Signposted(), [sign(present=False), sign(_MAIL, None)], Verdict.CANNOT_TELL),
        (Signposted(), [sign(present=False)], Verdict.FAIL),
        (Signposted(), [], Verdict.NOT_APPLICABLE),
        (AboveFold(), [sign(above_fold=False), sign(_MAIL)], Verdict.PASS),
        (AboveFold(), [sign(above_fold=False), sign(_MAIL, above_fold=None)], Verdict.CANNOT_TELL),
        (AboveFold(), [sign(above_fold=False)], Verdict.FAIL),
        (AboveFold(), [sign(present=False)], Verdict.NOT_APPLICABLE),
        (LabelScent(scent=0.5), [sign(scent=0.5)], Verdict.PASS),
        (LabelScent(scent=0.5), [sign(scent=0.4)], Verdict.FAIL),
        (LabelScent(scent=0.5), [sign(scent=0.4), sign(_MAIL, scent=None)], Verdict.CANNOT_TELL),
        (LabelScent(scent=0.5), [sign(present=False)], Verdict.NOT_APPLICABLE),
        (_FOOT, [sign(region=Region.FOOTER), sign(_MAIL, region=Region.MAIN)], Verdict.PASS),
        (_FOOT, [sign(region=Region.FOOTER)], Verdict.FAIL),
        (_FOOT, [sign(region=Region.FOOTER), sign(_MAIL, region=None)], Verdict.CANNOT_TELL),
        (_FOOT, [], Verdict.NOT_APPLICABLE),
    ],
)
def test_signs(check: Check, signs: list[Signpost], verdict: Verdict) -> None:
    assert check.answer(seen(way(), signs=signs), Target(Stage.HOME, DESKTOP)).verdict is verdict


def test_a_failure_quotes_the_label_and_points_at_the_page() -> None:
    found = LabelScent(scent=0.5).answer(
        seen(way(), signs=[sign(label="Company", scent=0.1)]), Target(Stage.HOME, DESKTOP)
    )
    assert found.reason == "The clearest label on the home page on desktop is “Company”."
    assert [(proof.page, proof.text) for proof in found.evidence] == [("p-home", "Company")]
