"""Rules on evidence: one ruling a rule and place, one finding a problem."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model.audit import Finding
from auditor.model.terms import Severity, Verdict
from auditor.scoring.checks import Answer, Target
from auditor.scoring.checks.check import idle, unknown
from auditor.scoring.example import filled
from auditor.scoring.observed import Observed
from auditor.scoring.place import fingerprint
from auditor.scoring.rule import Need, Rule

_VERDICTS = (Verdict.FAIL, Verdict.CANNOT_TELL, Verdict.PASS, Verdict.NOT_APPLICABLE)
_SEVERITIES = tuple(Severity)
_UNMET = {
    "journeys": "No journeys were walked.",
    "signposts": "No signposts were read.",
    "contacts": "No contact options were looked for.",
    "rendering": "The pages were not shown in a browser, so places and sizes are not known.",
    "both_devices": "Only one device was looked at.",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer of one rule at one target; `advice` is how a failure is mended, "" if nothing known mends it."""

    rule: Rule
    target: Target
    answer: Answer
    advice: str = ""

    @property
    def finding(self) -> Finding:
        """The ruling as the audit document has it: what was seen comes first in `why`."""
        rule, target, answer = self.rule, self.target, self.answer
        failed = answer.verdict is Verdict.FAIL
        return Finding(
            rule=rule.id,
            pack=rule.pack,
            title=rule.title,
            outcome=answer.verdict,
            severity=rule.severity,
            stage=target.stage,
            device=target.device,
            channel=answer.channel,
            pages=answer.pages,
            why=f"{answer.reason} {rule.why.text} ({rule.why.source})" if failed else answer.reason,
            fix=self.advice,
            evidence=answer.evidence,
            fingerprint=self.fingerprint,
        )

    @property
    def fingerprint(self) -> str:
        """The name of this problem over audits and hosts."""
        answer = self.answer
        return fingerprint(self.rule.id, answer.channel, self.target.stage, self.target.device, answer.place)


def apply_rules(rules: Iterable[Rule], observed: Observed) -> tuple[Ruling, ...]:
    """Every rule at every place of the site that it speaks about; one that fits nowhere gives one idle ruling."""
    return tuple(ruling for rule in rules for ruling in _rulings(rule, observed))


def _rulings(rule: Rule, observed: Observed) -> Sequence[Ruling]:
    unmet = next((need for need in rule.needs if not _met(need, observed)), None)
    if unmet is not None:
        return (Ruling(rule, Target(), unknown(_UNMET[unmet])),)
    found = [_ruling(rule, target, observed) for target in _targets(rule, observed)]
    spoken = [ruling for ruling in found if ruling.answer.verdict is not Verdict.NOT_APPLICABLE]
    if spoken:
        return spoken
    reason = found[0].answer if found else idle("The site has no such page among those seen.")
    return (Ruling(rule, Target(), reason),)


def _ruling(rule: Rule, target: Target, observed: Observed) -> Ruling:
    answer = rule.check.answer(observed, target)
    if answer.verdict is not Verdict.FAIL:
        return Ruling(rule, target, answer)
    channels = rule.fix.change.channels if rule.fix.change else rule.check.channels
    example = filled(rule.fix.example, observed, channels, target.device)
    return Ruling(rule, target, answer, f"{rule.fix.what} {example}".rstrip())


def _targets(rule: Rule, observed: Observed) -> Iterator[Target]:
    stages = [stage for stage in observed.stages if stage in rule.stages] if rule.stages else [None]
    devices = [device for device in observed.devices if device in rule.devices] if rule.devices else [None]
    return (Target(stage, device) for stage in stages for device in devices)


def _met(need: Need, observed: Observed) -> bool:
    match need:
        case "journeys":
            return bool(observed.journeys)
        case "signposts":
            return bool(observed.signposts)
        case "contacts":
            return bool(observed.contacts or observed.journeys)
        case "rendering":
            return observed.captured.rendered > 0
        case "both_devices":
            return len(observed.devices) > 1


def findings(rulings: Iterable[Ruling]) -> tuple[Finding, ...]:
    """The findings, failures first and the heaviest of them first, then by rule, stage and device."""
    stable = [ruling.finding for ruling in rulings]
    return tuple(sorted(stable, key=_rank))


def _rank(finding: Finding) -> tuple[int, int, str]:
    return _VERDICTS.index(finding.outcome), _SEVERITIES.index(finding.severity), finding.rule
