"""One ruling a place, one finding a problem, the heaviest first."""

from auditor.model.terms import Channel, Device, Outcome, Severity, Stage, Verdict
from auditor.scoring.apply import apply_rules, findings
from auditor.scoring.observed import Observed
from auditor.scoring.rule import load_rules
from tests.scoring.build import MOBILE, page, seen, sign, site, way

RULES = {rule.id: rule for rule in load_rules()}


def test_one_finding_for_all_pages_of_a_template() -> None:
    pages = [page(Stage.PRODUCT, id_=f"p{number}", template="t1") for number in (10, 2, 1)]
    rulings = apply_rules(
        [RULES["way-signposted"]],
        seen(
            way(outcome=Outcome.NOT_FOUND, stage=Stage.PRODUCT, start="p1"),
            signs=[sign(present=False, stage=Stage.PRODUCT)],
            pages=pages,
        ),
    )
    (finding,) = findings(rulings)
    assert finding.pages == ("p1", "p2", "p10")
    assert (finding.stage, finding.device, finding.outcome) == (Stage.PRODUCT, Device.DESKTOP, Verdict.FAIL)


def test_a_failure_says_what_was_seen_why_it_matters_and_how_to_mend_it() -> None:
    (finding,) = findings(apply_rules([RULES["phone-near-home"]], seen(way(Channel.PHONE, 4))))
    assert finding.why.startswith("A phone number is 4 clicks from the home page on desktop. ")
    assert "SYKES" in finding.why
    assert finding.fix.startswith("Link the page with the phone number")
    assert finding.channel is Channel.PHONE


def test_what_lacks_its_evidence_cannot_tell() -> None:
    found = apply_rules([RULES["way-above-fold"]], seen(way(), signs=[sign(above_fold=False)], rendered=0))
    assert [(r.answer.verdict, r.target.stage) for r in found] == [(Verdict.CANNOT_TELL, None)]


def test_a_rule_that_fits_nowhere_is_named_once() -> None:
    found = apply_rules([RULES["person-near-order-stages"]], seen(way()))
    assert [ruling.answer.verdict for ruling in found] == [Verdict.NOT_APPLICABLE]


def test_failures_come_first_and_the_heaviest_of_them_first() -> None:
    found = findings(apply_rules(load_rules(), site({Channel.PHONE: 5, Channel.FORM: 4})))
    outcomes = [list(Verdict).index(f.outcome) for f in found if f.outcome in (Verdict.FAIL, Verdict.PASS)]
    assert outcomes == sorted(outcomes)
    failed = [list(Severity).index(finding.severity) for finding in found if finding.outcome is Verdict.FAIL]
    assert failed == sorted(failed) and len(failed) > 3


def test_no_two_findings_share_a_fingerprint() -> None:
    found = findings(apply_rules(load_rules(), site({Channel.PHONE: 5, Channel.FORM: 4})))
    assert len({finding.fingerprint for finding in found}) == len(found)


def test_a_fault_on_one_device_keeps_its_fingerprint_when_the_other_is_mended() -> None:
    both = seen(way(Channel.PHONE, 4), way(Channel.PHONE, 4, device=MOBILE))
    one = seen(way(Channel.PHONE, 1), way(Channel.PHONE, 4, device=MOBILE))
    assert _failing(one) < _failing(both)


def _failing(evidence: Observed) -> set[str]:
    rulings = apply_rules([RULES["phone-near-home"]], evidence)
    return {ruling.fingerprint for ruling in rulings if ruling.answer.verdict is Verdict.FAIL}
