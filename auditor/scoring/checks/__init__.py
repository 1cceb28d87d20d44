"""The library of named checks. A new check: one class, and its line here."""

from auditor.scoring.checks.answers import PageAnswers
from auditor.scoring.checks.check import Answer, Check, Target
from auditor.scoring.checks.clicks import ClicksAtMost
from auditor.scoring.checks.devices import ReachedOnBothDevices
from auditor.scoring.checks.gates import NotGatedBy, NothingOver
from auditor.scoring.checks.offered import Offered
from auditor.scoring.checks.people import AnsweredByPerson, ShownToPeople
from auditor.scoring.checks.price import CheapFirst, PriceNotPremium
from auditor.scoring.checks.signs import AboveFold, LabelScent, NotOnlyIn, Signposted
from auditor.scoring.checks.stated import Stated

CHECKS: dict[str, type[Check]] = {
    check.name: check
    for check in (
        AboveFold,
        AnsweredByPerson,
        CheapFirst,
        ClicksAtMost,
        LabelScent,
        NotGatedBy,
        NotOnlyIn,
        NothingOver,
        Offered,
        PageAnswers,
        PriceNotPremium,
        ReachedOnBothDevices,
        ShownToPeople,
        Signposted,
        Stated,
    )
}

__all__ = ["CHECKS", "Answer", "Check", "Target"]
