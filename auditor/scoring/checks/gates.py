"""What stands in the way: gates, and layers that cover the page."""

from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.terms import Gate, Outcome, Verdict
from auditor.scoring.checks.check import Answer, Check, Target, idle, passed, start_evidence, start_pages, unknown
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.wording import clicks_text, end_of, place_text, sentence

_WORDS = {
    Gate.CLICK: "a control that must be pressed",
    Gate.MENU: "a closed menu",
    Gate.TOPIC: "a choice of topic",
    Gate.LOGIN: "a login",
    Gate.ORDER_NUMBER: "an order number",
    Gate.MEMBERSHIP: "a membership",
    Gate.CONSENT: "a consent banner",
    Gate.OVERLAY: "a layer over the page",
    Gate.HOURS: "opening hours",
    Gate.MACHINE_ONLY: "data that no visitor sees",
}


class NotGatedBy(Check):
    """At least one way to the channels has none of the named gates."""

    name: ClassVar[str] = "not_gated_by"
    gates: Annotated[tuple[Gate, ...], Field(min_length=1)]

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle when no way is known; cannot tell when a way that was not seen may have no gate."""
        ways = observed.ways(self.channels, target.stage, target.device)
        found = tuple(way for way in ways if way.outcome in (Outcome.REACHED, Outcome.GATED))
        where = place_text(target.stage, target.device)
        if not found:
            return idle(sentence(f"no way to {end_of(self.channels)} was seen from {where}"))
        if any(not set(way.gates) & set(self.gates) for way in found):
            return passed(sentence(f"a way from {where} to {end_of(self.channels)} is free of {self._gates}"))
        asked = ways if target.stage else observed.from_home(self.channels, target.device)
        if any(way.outcome not in KNOWN for way in asked):
            return unknown(sentence(f"not all ways from {where} were seen"))
        seen = f"every way seen from {where} to {end_of(self.channels)} leads through {self._gates}"
        pages, evidence = start_pages(observed, found), start_evidence(found)
        exact = all(way.exact or way.outcome is Outcome.GATED for way in found)
        return Answer(Verdict.FAIL, sentence(seen), self.channel, pages=pages, evidence=evidence, exact=exact)

    @property
    def _gates(self) -> str:
        return " or ".join(_WORDS[gate] for gate in self.gates)


class NothingOver(Check):
    """No overlay but the consent banner must be dismissed on the way."""

    name: ClassVar[str] = "nothing_over"

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle when no way is known."""
        ways = observed.ways(self.channels, target.stage, target.device)
        found = tuple(way for way in ways if way.outcome is Outcome.REACHED)
        where = place_text(target.stage, target.device)
        if not found:
            return idle(sentence(f"no way to {end_of(self.channels)} was seen from {where}"))
        covered = tuple(way for way in found if way.extra_clicks.overlay)
        if len(covered) < len(found):
            return passed(sentence(f"a way from {where} is covered by nothing"))
        extra = min(way.extra_clicks.overlay for way in covered)
        seen = f"a layer over {where} takes {clicks_text(extra)} to dismiss before the way is free"
        pages, evidence = start_pages(observed, covered), start_evidence(covered)
        return Answer(Verdict.FAIL, sentence(seen), self.channel, pages=pages, evidence=evidence)
