"""Judge: the one way in. Journeys, signposts and contact options go in; findings, fixes and scores come out."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.audit import Captured, Finding, Fix, PageEntry, Scores, Signpost
from auditor.model.contact import ContactOption
from auditor.model.journey import Journey
from auditor.model.terms import CaptureStatus, Posture, SiteKind
from auditor.scoring.apply import apply_rules, findings
from auditor.scoring.fixes import fixes, without_idle_advice
from auditor.scoring.observed import Observed, observe
from auditor.scoring.posture import posture
from auditor.scoring.rule import Rule, load_rules
from auditor.scoring.score import score
from auditor.scoring.weights import Weights, load_weights

_NOT_MEASURED = {
    CaptureStatus.BLOCKED: "The site did not let a crawler in, so nothing is scored.",
    CaptureStatus.UNREACHABLE: "The site could not be reached, so nothing is scored.",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules and the score say of one site."""

    findings: tuple[Finding, ...]
    fixes: tuple[Fix, ...]
    scores: Scores


def judge(
    journeys: Sequence[Journey],
    signposting: Sequence[Signpost],
    contacts: Sequence[ContactOption],
    pages: Sequence[PageEntry],
    captured: Captured,
    *,
    kind: SiteKind | None = None,
    rules: Sequence[Rule] | None = None,
    weights: Weights | None = None,
) -> Judgement:
    """The judgement of one audit; pure, and the same for any order of the input.

    `rules` and `weights` default to the bundled ones. A blocked or unreachable site has no findings and no score.
    """
    observed = observe(journeys, signposting, contacts, pages, captured, kind)
    if not observed.measured:
        return Judgement((), (), Scores(because=(_why_not(captured),)))
    return _judge(observed, load_rules() if rules is None else rules, weights or load_weights())


def _judge(observed: Observed, rules: Sequence[Rule], weights: Weights) -> Judgement:
    rulings = apply_rules(rules, observed)
    scored = [rule for rule in rules if rule.id in weights.care]

    def rescore(changed: Observed) -> Scores:
        return score(changed, apply_rules(scored, changed), weights)

    points = score(observed, rulings, weights)
    rulings = without_idle_advice(rulings, observed)
    found = fixes(rulings, observed, points, rescore)
    return Judgement(findings(rulings), found, _with_posture(points, *posture(rulings, weights)))


def _with_posture(points: Scores, found: Posture | None, because: tuple[str, ...]) -> Scores:
    if points.overall is None:
        return points
    return points.model_copy(update={"posture": found, "because": (*points.because, *because)})


def _why_not(captured: Captured) -> str:
    said = _NOT_MEASURED[captured.status]
    return f"{said} Reason: {captured.reason}" if captured.reason else said


def score_version() -> str:
    """The version of weights and formula, apart from that of the program."""
    return load_weights().version
