"""Is there a way at all?"""

from typing import ClassVar

from auditor.model.terms import Outcome, Verdict
from auditor.scoring.checks.check import Answer, Check, Target, passed, start_evidence, start_pages, unknown
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.wording import any_of, place_text, sentence


class Offered(Check):
    """Passes when one of the channels is reached, gated or not; fails when all journeys say that none was found."""

    name: ClassVar[str] = "offered"

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Passes also on a gated way: gates have rules of their own."""
        ways = observed.ways(self.channels, target.stage, target.device)
        where = place_text(target.stage, target.device)
        if any(observed.answered(way) or way.outcome is Outcome.GATED for way in ways):
            return passed(sentence(f"{any_of(self.channels)} is offered from {where}"))
        asked = ways if target.stage else observed.from_home(self.channels, target.device)
        if not asked or any(way.outcome not in KNOWN for way in asked):
            return unknown(sentence(f"not enough was seen to say whether {any_of(self.channels)} is offered"))
        reason = sentence(f"{any_of(self.channels)} was not found from {where}")
        return Answer(
            Verdict.FAIL, reason, self.channel, pages=start_pages(observed, asked), evidence=start_evidence(asked)
        )
