"""Walked: what the presses of one proof say of its way, and what did not hold if it did not lead to its end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from auditor.analysis import Analysis
from auditor.capture.records import PressRecord
from auditor.capture.urls import canonical_url
from auditor.model.journey import Journey
from auditor.model.page import Page
from auditor.model.proof import REFUTING, Proof
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, Device
from auditor.visitor.goals import Kind, kind_of
from auditor.visitor.nodes import Node
from auditor.visitor.refuted import Control, Refuted


class End(StrEnum):
    """How a way ended that was pressed: at its option, nowhere, too late to tell, or at another option of its kind."""

    HELD = "held"
    DEAD = "dead"
    LATE = "late"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of a way; `refuted` is what did not hold, None when no such thing can be said.

    `whole` says that each step was pressed and the end looked at.
    """

    records: Sequence[PressRecord]
    whole: bool
    end: End
    refuted: Refuted | None = None


def walked(
    journey: Journey, proof: Proof, records: Sequence[PressRecord], page: Page | None, analysis: Analysis
) -> Walked | None:
    """What the records of a proof say of its journey; `page` is the page as it stood at the end, None if unknown.

    None when they say nothing: nobody looked at the end.

    A press that failed for want of time, or because the browser or the network did, refutes nothing.
    """
    last = records[-1]
    whole = len(records) == len(proof.path) + 1 and all(record.outcome != "failed" for record in records)
    if not whole:
        if last.outcome != "failed" or last.reason not in REFUTING:
            return Walked(records, whole, End.LATE)
        return Walked(records, whole, End.DEAD, _at(journey, proof, records, analysis))
    if page is None:
        return None
    end = shown_at_end(analysis, journey, replace(page, url=_end_node(journey, analysis).url, state=last.state_before))
    refuted = _at(journey, proof, records, analysis) if end is End.DEAD else None
    return Walked(records, whole, end, refuted)


def shown_at_end(analysis: Analysis, journey: Journey, page: Page) -> End:
    """Whether a page shows the option of a journey to its visitor, another one of the channel, or none."""
    option = next((c for c in analysis.contacts if c.id == journey.contact_id), None)
    return end_of(
        analysis.detector.find(page), journey.channel, None if option is None else option.value, journey.device
    )


def end_of(sightings: Sequence[Sighting], channel: Channel, value: str | None, device: Device) -> End:
    """What sightings of the last page say of a way to an option; without a `value` any of the channel will do."""
    values = [s.value for s in sightings if s.channel is channel and s.visible and kind_of(s, device) is Kind.REACHED]
    if not values:
        return End.DEAD
    return End.HELD if value is None or value in values else End.OTHER


def _at(journey: Journey, proof: Proof, records: Sequence[PressRecord], analysis: Analysis) -> Refuted:
    """What did not hold: the step that led elsewhere, the one that could not be made, or the option at the end."""
    last = records[-1]
    node, channels = _end_node(journey, analysis), frozenset({journey.channel})
    steps = proof.path
    expected = steps[len(records) - 1].page if len(records) <= len(steps) else node.url
    strayed = canonical_url(last.page) not in _addresses(expected, journey.device, analysis)
    number = len(records) - (2 if strayed else 1)
    if steps and number < len(steps):
        step = steps[max(0, number)]
        return Refuted(frozenset({Control(step.page, step.selector, step.name)}), channels=channels)
    value = next((c.value for c in analysis.contacts if c.id == journey.contact_id), "")
    return Refuted(options=frozenset({(node, journey.channel, value)}), channels=channels)


def _end_node(journey: Journey, analysis: Analysis) -> Node:
    return Node(analysis.urls().get(journey.end_page, ""), journey.end_state)


def _addresses(url: str, device: Device, analysis: Analysis) -> frozenset[str]:
    """The addresses of a page: its own, and the one to which it leads on."""
    view = analysis.views[device].views.get(Node(url))
    return frozenset({canonical_url(url), canonical_url(view.page.final_url if view is not None else url)})
