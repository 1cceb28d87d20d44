"""Price: an unknown price is no accusation."""

import pytest

from auditor.model.terms import Channel, Price, Stage, Verdict
from auditor.scoring.checks import Target
from auditor.scoring.checks.price import CheapFirst, PriceNotPremium
from tests.scoring.build import DESKTOP, option, seen, way

_PHONE = (Channel.PHONE,)


@pytest.mark.parametrize(
    ("prices", "verdict"),
    [
        ([], Verdict.NOT_APPLICABLE),
        ([Price.UNKNOWN], Verdict.PASS),
        ([Price.PREMIUM], Verdict.FAIL),
        ([Price.PREMIUM, Price.UNKNOWN], Verdict.CANNOT_TELL),
        ([Price.PREMIUM, Price.BASIC], Verdict.PASS),
        ([Price.SHARED], Verdict.PASS),
    ],
)
def test_price_not_premium(prices: list[Price], verdict: Verdict) -> None:
    options = [option(value=f"+44 {n}", id=f"c{n}", price=price) for n, price in enumerate(prices)]
    found = PriceNotPremium(channels=_PHONE).answer(seen(options=options), Target())
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("near", "far", "verdict"),
    [
        (Price.PREMIUM, Price.FREE, Verdict.FAIL),
        (Price.SHARED, Price.BASIC, Verdict.FAIL),
        (Price.FREE, Price.PREMIUM, Verdict.PASS),
        (Price.PREMIUM, Price.UNKNOWN, Verdict.NOT_APPLICABLE),
        (Price.BASIC, Price.FREE, Verdict.NOT_APPLICABLE),
    ],
)
def test_cheap_first(near: Price, far: Price, verdict: Verdict) -> None:
    options = [option(price=near), option(value="+44 9", id="c9", price=far, seen=())]
    found = CheapFirst(channels=_PHONE).answer(seen(way(), options=options), Target(Stage.HOME, DESKTOP))
    assert found.verdict is verdict
