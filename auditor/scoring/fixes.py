"""Fixes: what to change, where, and what the score would gain; the best first, those of policy and people apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.model.audit import Fix, Gain, Scores
from auditor.model.terms import Effort, FixKind, Outcome, Severity, Stage
from auditor.scoring.apply import Ruling
from auditor.scoring.changes import Scope
from auditor.scoring.observed import Observed
from auditor.scoring.rule import Remedy, Rule
from auditor.scoring.wording import STAGES, listed

Rescore = Callable[[Observed], Scores]
#: How many stages of a fix are called by their names; the findings tell of all.
NAMED_STAGES = 3
_APART = (FixKind.POLICY, FixKind.STAFFING)
_EFFORTS = tuple(Effort)
_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class _Group:
    """Failing rulings that one change mends; the first is the heaviest."""

    rulings: tuple[Ruling, ...]

    @property
    def rule(self) -> Rule:
        return self.rulings[0].rule

    @property
    def remedy(self) -> Remedy:
        return self.rule.fix

    @property
    def scope(self) -> Scope:
        return Scope(frozenset((ruling.target.stage, ruling.target.device) for ruling in self.rulings))


def without_idle_advice(rulings: Sequence[Ruling], observed: Observed) -> tuple[Ruling, ...]:
    """The rulings without the advice that changes nothing where they failed.

    A link, for one, leads nobody to a number that the device does not show.
    """
    idle = {ruling.fingerprint for group in _groups(rulings) for ruling in _unmended(group, observed)}
    return tuple(
        replace(ruling, advice="") if ruling.advice and ruling.fingerprint in idle else ruling for ruling in rulings
    )


def _unmended(group: _Group, observed: Observed) -> Iterator[Ruling]:
    """The rulings of a group that say the same once its change is made."""
    if group.remedy.change is None:
        return
    after = group.remedy.change.apply(observed, group.scope)
    for ruling in group.rulings:
        answer = ruling.rule.check.answer(after, ruling.target)
        if (answer.verdict, answer.reason) == (ruling.answer.verdict, ruling.answer.reason):
            yield ruling


def fixes(rulings: Sequence[Ruling], observed: Observed, before: Scores, rescore: Rescore) -> tuple[Fix, ...]:
    """One fix a change that would mend failing rulings, of those with advice; ids f1, f2 … in order of worth."""
    found = [(group, _fix(group, observed, before, rescore)) for group in _groups(rulings)]
    ranked = sorted(found, key=lambda pair: _rank(*pair))
    return tuple(fix.model_copy(update={"id": f"f{number}"}) for number, (_, fix) in enumerate(ranked, 1))


def _groups(rulings: Sequence[Ruling]) -> list[_Group]:
    """The same remedy over stages, devices and rules is one fix."""
    failing = [ruling for ruling in rulings if ruling.advice]
    failing.sort(key=lambda ruling: (_SEVERITIES.index(ruling.rule.severity), ruling.rule.id))
    by_remedy: dict[tuple[str, FixKind], list[Ruling]] = {}
    for ruling in failing:
        by_remedy.setdefault((ruling.rule.fix.what, ruling.rule.kind), []).append(ruling)
    return [_Group(tuple(group)) for group in by_remedy.values()]


def _fix(group: _Group, observed: Observed, before: Scores, rescore: Rescore) -> Fix:
    pages = {page for ruling in group.rulings for page in ruling.answer.pages}
    return Fix(
        id="",
        what=group.remedy.what,
        where=_where(group, observed),
        kind=group.rule.kind,
        effort=group.rule.effort,
        template_pages=len(pages),
        gain=_gain(group, observed, before, rescore),
        acceptance=group.remedy.acceptance,
        findings=tuple(dict.fromkeys(ruling.fingerprint for ruling in group.rulings)),
    )


def _where(group: _Group, observed: Observed) -> str:
    stages = [stage for stage in Stage if any(ruling.target.stage is stage for ruling in group.rulings)]
    named = [STAGES[stage] for stage in stages]
    if len(named) > NAMED_STAGES + 1:
        named = [*named[:NAMED_STAGES], f"{len(named) - NAMED_STAGES} more"]
    devices = {ruling.target.device for ruling in group.rulings}
    device = devices.pop() if len(devices) == 1 and len(observed.devices) > 1 else None
    names = f"{listed(named)} on {device}" if named and device else listed(named)
    return f"{group.remedy.where}; seen on {names}" if names else group.remedy.where


def _gain(group: _Group, observed: Observed, before: Scores, rescore: Rescore) -> Gain:
    """Predicted by what-if: the score and the expert seconds with the evidence changed as the fix would change it."""
    if group.remedy.change is None:
        return Gain()
    after = group.remedy.change.apply(observed, group.scope)
    points = rescore(after).overall
    both = points is not None and before.overall is not None
    return Gain(
        score=round((points or 0.0) - (before.overall or 0.0), 1) if both else None,
        seconds=_seconds_saved(observed, after),
    )


def _seconds_saved(before: Observed, after: Observed) -> float | None:
    """The mean over shortened ways of the expert seconds saved; new ways take as long as like ones on this site."""
    saved = []
    for old, new in zip(before.journeys, after.journeys, strict=True):
        if old.outcome is not Outcome.REACHED or old.expert_seconds is None or old.best_clicks == new.best_clicks:
            continue
        like = [
            way.expert_seconds
            for way in before.ways((old.channel,), None, old.device)
            if way.outcome is Outcome.REACHED and way.expert_seconds is not None and way.best_clicks == new.best_clicks
        ]
        if like:
            saved.append(max(0.0, old.expert_seconds - min(like)))
    return round(sum(saved) / len(saved), 1) if saved else None


def _rank(group: _Group, fix: Fix) -> tuple[bool, float, int, int, str]:
    gain = fix.gain.score if fix.gain.score is not None else 0.0
    severity = _SEVERITIES.index(group.rule.severity)
    return fix.kind in _APART, -gain, _EFFORTS.index(fix.effort), severity, group.rule.id
