"""Care: named rules, each worth what `rules/score.yaml` says."""

from collections.abc import Iterator, Sequence

from auditor.model.terms import Verdict
from auditor.scoring.apply import Ruling
from auditor.scoring.part import Part, mean, seen, unseen
from auditor.scoring.weights import Weights

_WORTH = {Verdict.PASS: seen(1.0), Verdict.FAIL: seen(0.0), Verdict.CANNOT_TELL: unseen()}


def care(rulings: Sequence[Ruling], weights: Weights) -> Iterator[Part]:
    """One part a rule; one that speaks about nothing on this site has no part, and its weight goes to the others."""
    for rule, weight in weights.care.items():
        found = [_WORTH[r.answer.verdict] for r in rulings if r.rule.id == rule and r.answer.verdict in _WORTH]
        if found:
            yield Part("care", rule, weight.weight, mean((1.0, worth) for worth in found))
