"""Walking: from the first page of every stage the fewest clicks and seconds to every channel on a device.

Definitions: docs/counting.md. Of ways of equal clicks one through controls that were seen on the device goes before one
that was only read in the markup; `exact` needs a seen way, and every page and state nearer than the goal to be seen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditor.model.journey import ExtraClicks, Journey
from auditor.model.sighting import Sighting
from auditor.model.terms import SCORED_CHANNELS, Action, Channel, Gate, Outcome, PageStatus, Seen, Stage
from auditor.visitor.best import Best, Clicks, Finder
from auditor.visitor.coverage import coverage_of, depth_limit
from auditor.visitor.goals import Kind, goals
from auditor.visitor.graph import Graph
from auditor.visitor.missing import Missing
from auditor.visitor.nodes import Node, Views
from auditor.visitor.refuted import BESIDE, UNCONFIRMED
from auditor.visitor.steps import Names, steps_of

HIDDEN_LINK = "A link that leads there stands hidden in the code of a page; what shows it was not seen."
AFTER_CONSENT = "It is there only after cookies are accepted; they were refused here."
UNSEEN = "The page where this begins was not seen in a browser."
COVERED = "A layer lies over the page, and no way to close it was found."
_CLOSED = frozenset({PageStatus.BLOCKED, PageStatus.CLOSED})
_GATES = {Action.OPEN: Gate.MENU, Action.REVEAL: Gate.CLICK, Action.CHOOSE: Gate.TOPIC}


@dataclass(frozen=True, slots=True)
class Trip:
    """What a walk starts from.

    `starts` gives the first page of each stage, `statuses` what came of asking for each URL, `consent` the presses that
    dismiss the banner, by URL, `overlay` those that close a layer over the page, `covered` the pages on which none did.
    `after_consent` are the options of channels that a page shows only once its banner is accepted, `unconfirmed` those
    channels to which a way did not hold when it was pressed. `depth` is D of docs/counting.md, 0 for the usual one.
    `missing` tells why nothing starts at the other stages. `states` are those in which a start page is where it is not
    as loaded, `notes` what is added to the reasons of a stage.
    """

    starts: Mapping[Stage, str]
    statuses: Mapping[str, PageStatus]
    consent: Mapping[str, int]
    overlay: Mapping[str, int] = field(default_factory=dict)
    covered: frozenset[str] = frozenset()
    after_consent: Mapping[Channel, Sighting] = field(default_factory=dict)
    unconfirmed: frozenset[Channel] = frozenset()
    depth: int = 0
    missing: Mapping[Stage, Missing] = field(default_factory=dict)
    states: Mapping[Stage, str] = field(default_factory=dict)
    notes: Mapping[Stage, str] = field(default_factory=dict)

    def node(self, stage: Stage) -> Node:
        """Where the journeys of a stage begin."""
        return Node(self.starts.get(stage, ""), self.states.get(stage, ""))


def asked_for(words: Sequence[str]) -> str:
    """What is added where a search was asked and nothing was found from there."""
    return f"The search was asked for {' and '.join(f'“{word}”' for word in words)}."


def walk(
    views: Views, graph: Graph, sightings: Mapping[Node, Sequence[Sighting]], trip: Trip, names: Names
) -> tuple[Journey, ...]:
    """The journeys of one device, by stage and channel in the order of their terms, those of missing stages too."""
    walker = _Walker(views, graph, sightings, trip, names)
    stages = [stage for stage in Stage if stage in trip.starts or stage in trip.missing]
    return tuple(walker.journey(stage, channel) for stage in stages for channel in SCORED_CHANNELS)


class _Walker:
    """Shortest ways from all starts at once, and what they say of each channel."""

    def __init__(
        self, views: Views, graph: Graph, sightings: Mapping[Node, Sequence[Sighting]], trip: Trip, names: Names
    ) -> None:
        self._graph, self._trip, self._names = graph, trip, names
        self._depth = trip.depth or depth_limit()
        self._coverage = coverage_of(graph)
        seen = [stage for stage in Stage if trip.node(stage) in views.views]
        self._rows = {stage: row for row, stage in enumerate(seen)}
        self._static = {stage for stage in seen if views.views[trip.node(stage)].seen is Seen.STATIC}
        starts = [graph.index[trip.node(stage)] for stage in seen]
        self._finder = Finder(graph, starts, goals(graph, views, sightings)) if starts else None

    def journey(self, stage: Stage, channel: Channel) -> Journey:
        """The journey from the first page of a stage to a channel."""
        base = self._unmeasured(stage, channel)
        if self._finder is None or stage not in self._rows:
            return base
        row = self._rows[stage]
        far: Best | None = None
        for kind, outcome in ((Kind.REACHED, Outcome.REACHED), (Kind.GATED, Outcome.GATED)):
            found = self._finder.best(row, channel, kind)
            if found is not None and self._too_far(found, self._finder.reach[row]):
                far = far or found
            elif found is not None:
                return self._told(base, found, outcome, row)
        missed = self._missed(base, self._finder, channel, row, far)
        note = self._trip.notes.get(stage, "")
        return missed.model_copy(update={"reason": f"{missed.reason} {note}"}) if note else missed

    def _too_far(self, best: Best, distances: Clicks) -> bool:
        """Whether a way is longer than D clicks and all within D clicks was seen, so that no shorter one is left."""
        if best.clicks <= self._depth:
            return False
        return self._coverage.absence(distances, self._depth)[0] is Outcome.NOT_FOUND

    def _unmeasured(self, stage: Stage, channel: Channel) -> Journey:
        missing = self._missing(stage)
        start = missing.start
        return Journey(
            id=f"{stage}.{channel}.{self._graph.device}",
            stage=stage,
            device=self._graph.device,
            channel=channel,
            start=self._names.page(start) if start else "",
            outcome=missing.outcome,
            reason=missing.reason,
            extra_clicks=self._extra_clicks(start) if stage in self._trip.starts else ExtraClicks(),
        )

    def _missing(self, stage: Stage) -> Missing:
        """What holds of a stage as long as its start was not walked from."""
        start = self._trip.starts.get(stage)
        if start is None:
            return self._trip.missing[stage]
        if self._trip.statuses.get(start) in _CLOSED:
            return Missing(Outcome.BLOCKED, "The page is closed to the crawler.", start)
        return Missing(Outcome.NOT_MEASURED, "The page was not seen.", start)

    def _extra_clicks(self, start: str) -> ExtraClicks:
        return ExtraClicks(
            consent=self._of_start(self._trip.consent, start), overlay=self._of_start(self._trip.overlay, start)
        )

    def _of_start(self, presses: Mapping[str, int], start: str) -> int:
        """Presses on what covers the start page; where it met none, on that of the home page, which comes first."""
        home = self._trip.starts.get(Stage.HOME, "")
        return presses.get(start, presses.get(home, 0))

    def _told(self, base: Journey, best: Best, outcome: Outcome, row: int) -> Journey:
        assert self._finder is not None
        nearest = self._coverage.nearest(self._finder.reach[row])
        possible = self._finder.possible(row, base.channel)
        doubted = base.channel in self._trip.unconfirmed
        exact = best.sure and nearest >= best.clicks and (possible is None or possible >= best.clicks) and not doubted
        end = self._graph.nodes[best.goal.node]
        if self._trip.starts[base.stage] in self._trip.covered:
            return self._doubted(base, best, COVERED).model_copy(update={"gates": (Gate.OVERLAY,)})
        path = steps_of(self._graph, best.edges, best.goal, self._names)
        gates = {*best.goal.sighting.gates, *(_GATES[step.action] for step in path if step.action in _GATES)}
        told = best.goal.sighting.status_reason if outcome is Outcome.GATED else ""
        return base.model_copy(
            update={
                "outcome": outcome,
                "reason": told or ("" if exact else BESIDE if doubted else _doubt(best)),
                "contact_id": self._names.contact(best.goal.sighting),
                "exact": exact,
                "clicks": best.clicks if exact else None,
                "clicks_at_most": None if exact else best.clicks,
                "gates": tuple(gate for gate in Gate if gate in gates),
                "expert_seconds": round(best.seconds, 1),
                "path": path,
                "end_page": self._names.page(end.url),
                "end_state": end.state,
            }
        )

    def _doubted(self, base: Journey, best: Best, reason: str) -> Journey:
        end = self._graph.nodes[best.goal.node]
        return base.model_copy(
            update={
                "outcome": Outcome.CANNOT_TELL,
                "reason": reason,
                "contact_id": self._names.contact(best.goal.sighting),
                "end_page": self._names.page(end.url),
                "end_state": end.state,
            }
        )

    def _missed(self, base: Journey, finder: Finder, channel: Channel, row: int, far: Best | None = None) -> Journey:
        """A channel not reached: there after consent, suspected, absent within D clicks, or not looked for far enough.

        `far` is a way of more than D clicks; where it leads to what was suspected, nothing is left to suspect.
        """
        if far is None and channel in self._trip.after_consent:
            contact = self._names.contact(self._trip.after_consent[channel])
            update = {"outcome": Outcome.CANNOT_TELL, "reason": AFTER_CONSENT, "gates": (Gate.CONSENT,)}
            return base.model_copy(update={**update, "contact_id": contact})
        suspected = finder.best(row, channel, Kind.SUSPECTED)
        if suspected is not None and (far is None or suspected.goal.sighting.value != far.goal.sighting.value):
            reason = suspected.goal.sighting.status_reason or "A control for it was seen, but not what it opens."
            return self._doubted(base, suspected, reason)
        outcome, reason = self._coverage.absence(finder.reach[row], self._depth)
        possible = finder.possible(row, channel)
        if outcome is Outcome.NOT_FOUND and possible is not None and possible <= self._depth:
            reason = UNCONFIRMED if channel in self._trip.unconfirmed else HIDDEN_LINK
            return base.model_copy(update={"outcome": Outcome.CANNOT_TELL, "reason": reason})
        if outcome is Outcome.NOT_FOUND and base.stage in self._static:
            # A page that says that it is not there holds nothing for others; who begins at it sees what it shows.
            return base.model_copy(update={"outcome": Outcome.CANNOT_TELL, "reason": UNSEEN})
        if outcome is Outcome.NOT_FOUND and self._trip.starts[base.stage] in self._trip.covered:
            # Nothing was pressed on the page, so nobody knows what else it would have shown.
            update = {"outcome": Outcome.CANNOT_TELL, "reason": COVERED, "gates": (Gate.OVERLAY,)}
            return base.model_copy(update=update)
        if far is not None:
            reason = f"Not within {self._depth} clicks; the shortest way known takes {far.clicks}."
        return base.model_copy(update={"outcome": outcome, "reason": reason})


def _doubt(best: Best) -> str:
    """Why the clicks are only known to be enough."""
    if not best.sure:
        return "The way was read in the markup; not all of it was seen in a browser."
    return "Not every page and menu nearer than this was seen."
