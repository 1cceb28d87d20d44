"""Proofs: the best ways of an analysis as presses for the browser, and what the browser made of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.analysis import Analysis
from auditor.capture.records import PressRecord
from auditor.capture.urls import canonical_url
from auditor.model.guide import Press
from auditor.model.journey import BoxShape, Journey, Step
from auditor.model.page import Box
from auditor.model.proof import Proof
from auditor.model.terms import Device, Outcome, Stage
from auditor.visitor.nodes import Node

#: How a press says that it ran out of time, and what is said of a way that ended elsewhere.
LATE = "in time"
DEAD_END = "did not lead to its end"


def proofs_of(analysis: Analysis, *, all_stages: bool) -> tuple[Proof, ...]:
    """The ways to press: of every channel that is reached from home, or from all stages; each once."""
    wanted = (journey for journey in analysis.journeys if all_stages or journey.stage is Stage.HOME)
    found = (
        proof_of(journey, analysis)
        for journey in wanted
        if journey.outcome is Outcome.REACHED and not _begins_within(journey, analysis)
    )
    return tuple(dict.fromkeys(found))


def proof_of(journey: Journey, analysis: Analysis) -> Proof:
    """The presses of a journey, with the place of the option at its end."""
    urls = analysis.urls()
    presses = (
        Press(urls.get(step.page, ""), step.state, journey.device, step.action, step.selector, step.label)
        for step in journey.path
    )
    return Proof(urls.get(journey.start, ""), journey.device, tuple(presses), _end(journey, analysis, urls))


def _begins_within(journey: Journey, analysis: Analysis) -> bool:
    """Whether a journey begins in a state of the home page, to which no proof leads."""
    home = analysis.starts.get(Stage.HOME, "")
    return journey.stage is Stage.SEARCH and analysis.urls().get(journey.start) == home


def _end(journey: Journey, analysis: Analysis, urls: Mapping[str, str]) -> str:
    """The selector of the option where the journey ends, "" when it is not known."""
    node = Node(urls.get(journey.end_page, ""), journey.end_state)
    values = {(c.channel, c.value) for c in analysis.contacts if c.id == journey.contact_id}
    sightings = analysis.sightings[journey.device].get(node, ())
    matching = [s for s in sightings if (s.channel, s.value) in values]
    return next((s.selector for s in matching if s.visible), next((s.selector for s in matching), ""))


@dataclass(frozen=True, slots=True)
class Proofs:
    """The records of proved paths by key, each in order of its steps."""

    records: Mapping[str, Sequence[PressRecord]]

    @classmethod
    def of(cls, presses: Iterable[PressRecord]) -> "Proofs":
        """Those among all presses that belong to a proof."""
        found: dict[str, list[PressRecord]] = {}
        for press in presses:
            if press.proof:
                found.setdefault(press.proof, []).append(press)
        return cls({key: tuple(sorted(group, key=lambda press: press.step)) for key, group in found.items()})

    def shown(self, journey: Journey, analysis: Analysis) -> Journey:
        """The journey with its pictures, and whether pressing it led to its end; unchanged when it was not pressed."""
        proof = proof_of(journey, analysis)
        records = self.records.get(proof.key) if journey.outcome is Outcome.REACHED else None
        if not records:
            return journey
        steps = tuple(_pictured(step, record) for step, record in zip(journey.path, records, strict=False))
        whole = len(records) == len(journey.path) + 1 and all(record.outcome != "failed" for record in records)
        last = records[-1]
        verified = whole and _arrived(last, _addresses(journey, analysis), journey.device)
        doubt = {} if verified else _doubted(journey, last.reason)
        return journey.model_copy(
            update={
                **doubt,
                "path": (*steps, *journey.path[len(steps) :]),
                "end_screenshot": last.screenshot if whole else "",
                "end_box": _shape(last.box) if whole else None,
                "end_scrolled": last.scrolled if whole else 0.0,
                "verified": verified,
            }
        )


def _doubted(journey: Journey, why: str) -> dict[str, object]:
    """What changes when a way could not be walked; `why` is the reason of the step that failed, "" for none."""
    late = LATE in why
    reason = f"Pressed step by step in a browser, the way {'was not confirmed in time' if late else DEAD_END}."
    return {"exact": False, "clicks": None, "clicks_at_most": journey.best_clicks, "reason": reason}


def _pictured(step: Step, record: PressRecord) -> Step:
    box = record.box
    changes: dict[str, object] = {"screenshot": record.screenshot, "scrolled": record.scrolled}
    if box is not None:
        changes["box"] = _shape(box)
    return step.model_copy(update=changes)


def _shape(box: Box | None) -> BoxShape | None:
    return None if box is None else BoxShape(x=box.x, y=box.y, width=box.width, height=box.height)


def _addresses(journey: Journey, analysis: Analysis) -> frozenset[str]:
    """The addresses of the page where a journey ends: its own, and the one to which it leads on."""
    url = analysis.urls().get(journey.end_page, "")
    view = analysis.views[journey.device].views.get(Node(url))
    return frozenset({canonical_url(url), canonical_url(view.page.final_url if view is not None else url)})


def _arrived(last: PressRecord, addresses: frozenset[str], device: Device) -> bool:
    """Whether the last picture was taken on the page where the journey ends, with the option in sight."""
    there = last.device is device and canonical_url(last.page) in addresses and last.outcome != "failed"
    return there and (last.box is not None or not last.selector)
