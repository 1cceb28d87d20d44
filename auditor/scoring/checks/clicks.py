"""How many clicks is it away?"""

from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.journey import Journey
from auditor.model.terms import Outcome, Verdict
from auditor.scoring.checks.check import Answer, Check, Target, idle, passed, start_evidence, start_pages, unknown
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.wording import any_of, clicks_text, place_text, sentence


class ClicksAtMost(Check):
    """The nearest of the channels is answered by a person and at most `clicks` away; a premium line if `any_price`."""

    name: ClassVar[str] = "clicks_at_most"
    clicks: Annotated[int, Field(ge=0, le=10)]
    any_price: bool = False

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Cannot tell when a shorter way may exist that was not seen; idle when the site offers none at all."""
        outcomes = {way.outcome for way in observed.ways(self.channels)}
        if outcomes <= {Outcome.NOT_FOUND}:
            return idle(sentence(f"{any_of(self.channels)} was not seen anywhere"))
        ways = observed.ways(self.channels, target.stage, target.device)
        useful = observed.answered if self.any_price else observed.worthwhile
        reached = [way for way in ways if useful(way) and way.best_clicks is not None]
        best = min((way.best_clicks or 0 for way in reached), default=None)
        sure = any(way.exact and way.best_clicks == best for way in reached)
        where = place_text(target.stage, target.device)
        if best is not None and best <= self.clicks:
            at_most = "" if sure else "at most "
            return passed(sentence(f"{any_of(self.channels)} is {at_most}{clicks_text(best)} from {where}"), exact=sure)
        if not ways or any(_may_be_nearer(way) for way in ways):
            return unknown(sentence(f"a shorter way from {where} may exist that was not seen"))
        return self._fail(observed, ways, best, where)

    def _fail(self, observed: Observed, ways: tuple[Journey, ...], best: int | None, where: str) -> Answer:
        wanted = any_of(self.channels)
        seen = (
            f"{wanted} was not reached from {where}"
            if best is None
            else (f"{wanted} is {clicks_text(best)} from {where}")
        )
        return Answer(
            Verdict.FAIL,
            sentence(seen),
            self.channel,
            pages=start_pages(observed, ways),
            evidence=start_evidence(ways),
            lacking=best is None,
        )


def _may_be_nearer(way: Journey) -> bool:
    return way.outcome not in KNOWN or (way.outcome is Outcome.REACHED and not way.exact)
