"""Posture: what the signs that were observed show taken together; never a claim of intent."""

from collections.abc import Sequence

from auditor.model.terms import Posture, Verdict
from auditor.scoring.apply import Ruling
from auditor.scoring.weights import Sign, Weights

_SIDES = {Posture.CARE: "Signs of care", Posture.COST_TO_SERVE: "Signs of cost to serve"}
#: As many as a reader takes in at once.
_SENTENCES = 3


def posture(rulings: Sequence[Ruling], weights: Weights) -> tuple[Posture | None, tuple[str, ...]]:
    """The posture and its three strongest signs; (None, ()) when none or too few were decided."""
    rules = weights.posture
    signs = [(sign, reason) for sign in rules.signs if (reason := _shown(sign, rulings))]
    if not signs or len({sign.rule for sign in rules.signs if _decided(sign, rulings)}) < rules.least_signs:
        return None, ()
    care = sum(sign.weight for sign, _ in signs if sign.side is Posture.CARE)
    cost = sum(sign.weight for sign, _ in signs if sign.side is Posture.COST_TO_SERVE)
    if care - cost >= rules.from_:
        found = Posture.CARE
    elif cost - care >= rules.from_:
        found = Posture.COST_TO_SERVE
    else:
        found = Posture.NEUTRAL
    mine = [pair for pair in signs if found in (Posture.NEUTRAL, pair[0].side)]
    strongest = sorted(mine, key=lambda pair: -pair[0].weight)[:_SENTENCES]
    return found, tuple(f"{_SIDES[sign.side]}: {reason[:1].lower()}{reason[1:]}" for sign, reason in strongest)


def _of(sign: Sign, rulings: Sequence[Ruling]) -> list[Ruling]:
    return [ruling for ruling in rulings if ruling.rule.id == sign.rule]


def _decided(sign: Sign, rulings: Sequence[Ruling]) -> bool:
    found = _of(sign, rulings)
    return any(ruling.answer.verdict in (Verdict.PASS, Verdict.FAIL) and _firm(ruling, found) for ruling in found)


def _firm(ruling: Ruling, found: Sequence[Ruling]) -> bool:
    """Whether a ruling rests on what was observed exactly.

    What one device alone lacks is a matter of its layout, not a sign: the other device has to lack it as well.
    """
    if not ruling.answer.exact:
        return False
    same_stage = (other for other in found if other.target.stage is ruling.target.stage)
    return not ruling.answer.lacking or all(other.answer.verdict is Verdict.FAIL for other in same_stage)


def _shown(sign: Sign, rulings: Sequence[Ruling]) -> str:
    """What was seen when the sign holds, "" when it does not: one failure is enough, a pass must hold everywhere."""
    found = _of(sign, rulings)
    holding = [ruling for ruling in found if ruling.answer.verdict is sign.outcome and _firm(ruling, found)]
    everywhere = sign.outcome is Verdict.FAIL or len(holding) == len(found)
    return holding[0].answer.reason if holding and everywhere else ""
