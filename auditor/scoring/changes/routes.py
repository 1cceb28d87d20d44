"""Changes that shorten ways: a link, a screen that matches, a gate that falls, a channel that is new."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from auditor.model.audit import Signpost
from auditor.model.contact import ContactOption
from auditor.model.journey import Journey
from auditor.model.terms import (
    SCORED_CHANNELS,
    Channel,
    ContactStatus,
    Device,
    Gate,
    Human,
    Outcome,
    Price,
    Region,
)
from auditor.scoring.changes.change import EVERYWHERE, Change, Scope
from auditor.scoring.observed import Observed

#: Clicks of a way that is opened anew, where no like way on the site says how many: a link to its page.
_NEW_WAY_CLICKS = 1


def _nearest(observed: Observed) -> Mapping[tuple[Channel, Device], Journey]:
    """The reached journey of each channel and device that needs the fewest presses on the page where it ends."""
    found: dict[tuple[Channel, Device], Journey] = {}
    for way in observed.journeys:
        if not observed.answered(way):
            continue
        best = found.get((way.channel, way.device))
        if best is None or _presses_at_end(way) < _presses_at_end(best):
            found[way.channel, way.device] = way
    return found


def _presses_at_end(way: Journey) -> int:
    """The presses that remain for somebody who has opened the page on which the option stands."""
    on_end = sum(step.page == way.end_page for step in way.path) if way.end_page else 0
    return min(on_end, way.best_clicks or 0)


def _shortened(way: Journey, clicks: int, *, contact_id: str, end_page: str = "", end_state: str = "") -> Journey:
    """The way with at most `clicks` to a given option; a way that is gated or not known is left alone."""
    if way.outcome is Outcome.REACHED and way.best_clicks is not None and way.best_clicks <= clicks:
        return way
    if way.outcome not in (Outcome.REACHED, Outcome.NOT_FOUND):
        return way
    figures = {"outcome": Outcome.REACHED, "clicks": clicks, "clicks_at_most": None, "exact": True, "gates": ()}
    return way.model_copy(
        update={**figures, "contact_id": contact_id, "end_page": end_page, "end_state": end_state},
    )


def _like(way: Journey, like: Journey, clicks: int) -> Journey:
    """The way with at most `clicks`, ending where another one ends."""
    ends = {"contact_id": like.contact_id, "end_page": like.end_page, "end_state": like.end_state}
    return _shortened(way, clicks, **ends)


def _marked(sign: Signpost) -> Signpost:
    return sign.model_copy(update={"present": True, "region": Region.HEADER, "above_fold": True, "scent": 1.0})


class Link(Change):
    """A plainly named link, on the first screen, to the page where each channel stands.

    `everywhere`: it is put into a part that all pages share, so that it helps beyond the stages that failed.
    """

    name: ClassVar[str] = "link"
    everywhere: bool = False

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Clicks become min(clicks, 1 + presses on that page); channels that the site lacks stay lacking."""
        nearest = _nearest(observed)
        scope = EVERYWHERE if self.everywhere else scope

        def journey(way: Journey) -> Journey:
            like = nearest.get((way.channel, way.device))
            if like is None or way.channel not in self.channels or not scope.holds(way.stage, way.device):
                return way
            return _like(way, like, 1 + _presses_at_end(like))

        def signpost(sign: Signpost) -> Signpost:
            there = (sign.channel, sign.device) in nearest and sign.channel in self.channels
            seen = there and sign.present is not None and scope.holds(sign.stage, sign.device)
            return _marked(sign) if seen else sign

        return observed.changed(journey=journey, signpost=signpost)


class MatchDesktop(Change):
    """Mobile shows what desktop shows."""

    name: ClassVar[str] = "match_desktop"

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Journeys on mobile take no more clicks than on a desktop."""

        def journey(way: Journey) -> Journey:
            desktop = observed.journey(way.stage, way.channel, Device.DESKTOP)
            held = way.device is Device.MOBILE and way.channel in self.channels and scope.holds(way.stage, way.device)
            if not held or desktop is None or desktop.outcome is not Outcome.REACHED or desktop.best_clicks is None:
                return way
            return _like(way, desktop, desktop.best_clicks)

        return observed.changed(journey=journey)


class Ungate(Change):
    """The named gates fall; the way keeps its clicks."""

    name: ClassVar[str] = "ungate"
    gates: Annotated[tuple[Gate, ...], Field(min_length=1)]

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Gated journeys are reached; a choice of topic that falls saves one click."""

        def journey(way: Journey) -> Journey:
            gated = set(way.gates) & set(self.gates)
            if way.channel not in self.channels or not gated or not scope.holds(way.stage, way.device):
                return way
            left = tuple(gate for gate in way.gates if gate not in self.gates)
            clicks = way.best_clicks if way.best_clicks is not None else _NEW_WAY_CLICKS + 1
            saved = 1 if Gate.TOPIC in gated and clicks > 1 else 0
            update = {"outcome": Outcome.REACHED, "gates": left, "clicks": clicks - saved, "exact": True}
            return way.model_copy(update={**update, "clicks_at_most": None})

        return observed.changed(journey=journey)


class Offer(Change):
    """The first of the channels is offered anew, as near as the nearest other way of each stage."""

    name: ClassVar[str] = "offer"

    def apply(self, observed: Observed, scope: Scope) -> Observed:
        """Journeys that found none reach a person, at an ordinary rate, after the clicks of the best other way."""
        channel = self.channels[0]
        option = ContactOption(
            id=f"new-{channel.value}",
            channel=channel,
            value=channel.value,
            display="",
            status=ContactStatus.COUNTS,
            price=Price.BASIC,
            human=Human.HUMAN,
            region=Region.MAIN,
            seen=(),
            evidence=(),
            confidence=1.0,
        )

        def journey(way: Journey) -> Journey:
            if way.channel is not channel or way.outcome is not Outcome.NOT_FOUND:
                return way
            near = [w for w in observed.ways(SCORED_CHANNELS, way.stage, way.device) if observed.answered(w)]
            clicks = min((other.best_clicks or 0 for other in near), default=_NEW_WAY_CLICKS)
            return _shortened(way, clicks, contact_id=option.id)

        changed = observed.changed(journey=journey)
        return Observed(
            changed.journeys,
            changed.signposts,
            (*changed.contacts, option),
            changed.pages,
            changed.captured,
            changed.kind,
        )
