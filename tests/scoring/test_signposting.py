"""A signpost is worth what is known of it."""

import pytest

from auditor.model.audit import Signpost
from auditor.model.terms import Channel
from auditor.scoring.part import Worth, unseen
from auditor.scoring.part import seen as known
from auditor.scoring.signposting import sign_worth
from auditor.scoring.weights import load_weights
from tests.scoring.build import sign


@pytest.mark.parametrize(
    ("signpost", "expected"),
    [
        (sign(scent=1.0), known(1.0)),
        (sign(scent=0.0), known(0.7)),
        (sign(scent=1.0, above_fold=False), known(0.7)),
        (sign(scent=1.0, above_fold=None), Worth(1.0, 1.0, 0.7, 1.0)),
        (sign(scent=None, above_fold=None), Worth(1.0, 1.0, 0.4, 1.0)),
        (sign(scent=0.5, above_fold=None), Worth(0.55 / 0.7, 1.0, 0.55, 0.85)),
        (sign(present=False), known(0.0)),
        (sign(present=None), unseen(1.0)),
        (None, unseen(1.0)),
    ],
)
def test_sign_worth(signpost: Signpost | None, expected: Worth) -> None:
    found = sign_worth(signpost, Channel.PHONE, load_weights())
    got = (found.value, found.known, found.low, found.high)
    assert got == pytest.approx((expected.value, expected.known, expected.low, expected.high))
