"""What-if on signposts that are there."""

from auditor.model.terms import Region, Stage
from auditor.scoring.changes import Scope
from auditor.scoring.changes.signs import Raise, Relabel
from tests.scoring.build import DESKTOP, seen, sign

_HOME = Scope(frozenset({(Stage.HOME, DESKTOP)}))
_HELP = sign(stage=Stage.HELP, scent=0.1, above_fold=False, region=Region.FOOTER)
_DIM = sign(scent=0.1, above_fold=False, region=Region.FOOTER)


def test_a_plain_label_is_clear() -> None:
    assert [s.scent for s in Relabel().apply(seen(signs=[_DIM, _HELP]), _HOME).signposts] == [1.0, 0.1]


def test_a_raised_sign_is_in_sight() -> None:
    found = Raise().apply(seen(signs=[_DIM, _HELP]), _HOME).signposts
    assert [(s.region, s.above_fold) for s in found] == [(Region.HEADER, True), (Region.FOOTER, False)]


def test_absent_signs_stay_absent() -> None:
    evidence = seen(signs=[sign(present=False)])
    assert Relabel().apply(evidence, _HOME) == Raise().apply(evidence, _HOME) == evidence
