"""Does a phone's screen show what a desktop's shows?"""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.journey import Journey
from auditor.model.terms import Channel, Device, Outcome, Verdict
from auditor.scoring.checks.check import Answer, Check, Target, idle, passed, start_evidence, start_pages, unknown
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.wording import CHANNELS, listed, place_text, sentence


class ReachedOnBothDevices(Check):
    """Each channel that a desktop reaches is reached on mobile too, with at most `more_clicks` more clicks."""

    name: ClassVar[str] = "reached_on_both_devices"
    more_clicks: Annotated[int, Field(ge=0, le=10)] = 1

    def answer(self, observed: Observed, target: Target) -> Answer:
        """Idle when nothing is reached on a desktop; cannot tell when mobile was not seen well enough."""
        where = place_text(target.stage, None)
        pairs = [pair for channel in self.channels if (pair := _pair(observed, target, channel))]
        if not pairs:
            return idle(sentence(f"nothing is reached on desktop from {where}"))
        lacking = [mobile for desktop, mobile in pairs if mobile and self._lacks(desktop, mobile)]
        if lacking:
            return self._fail(observed, lacking, where)
        if any(mobile is None or mobile.outcome not in KNOWN for _, mobile in pairs):
            return unknown(sentence(f"mobile was not seen well enough from {where}"))
        return passed(sentence(f"mobile reaches from {where} what desktop reaches"))

    def _lacks(self, desktop: Journey, mobile: Journey) -> bool:
        if mobile.outcome in (Outcome.GATED, Outcome.NOT_FOUND):
            return True
        known = mobile.exact and mobile.clicks is not None and desktop.best_clicks is not None
        return known and (mobile.clicks or 0) > (desktop.best_clicks or 0) + self.more_clicks

    def _fail(self, observed: Observed, lacking: list[Journey], where: str) -> Answer:
        ways = tuple(lacking)
        channel = ways[0].channel if len(ways) == 1 else None
        return Answer(
            Verdict.FAIL,
            sentence(f"from {where} {'; '.join(_told(ways))}"),
            channel,
            pages=start_pages(observed, ways),
            evidence=start_evidence(ways),
        )


def _told(ways: tuple[Journey, ...]) -> Iterator[str]:
    """What mobile lacks, and what it only has farther away."""
    absent = [CHANNELS[way.channel] for way in ways if way.outcome is not Outcome.REACHED]
    farther = [CHANNELS[way.channel] for way in ways if way.outcome is Outcome.REACHED]
    if absent:
        yield f"{listed(absent)} {'is' if len(absent) == 1 else 'are'} reached on desktop, but not on mobile"
    if farther:
        yield f"{listed(farther)} {'takes' if len(farther) == 1 else 'take'} more clicks on mobile than on desktop"


def _pair(observed: Observed, target: Target, channel: Channel) -> tuple[Journey, Journey | None] | None:
    if target.stage is None:
        return None
    desktop = observed.journey(target.stage, channel, Device.DESKTOP)
    if desktop is None or desktop.outcome is not Outcome.REACHED:
        return None
    return desktop, observed.journey(target.stage, channel, Device.MOBILE)
