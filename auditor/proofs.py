"""Proofs: the best ways of an analysis as presses for the browser, and the walk repeated on what came of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.analysis import Analysis
from auditor.capture.records import PressRecord
from auditor.model.guide import Press
from auditor.model.journey import BoxShape, Journey, Step
from auditor.model.page import Box, Page
from auditor.model.proof import NEVER_PRESSED, Proof
from auditor.model.terms import Action, Device, Outcome, Stage
from auditor.site import Site
from auditor.visitor.nodes import Node
from auditor.visitor.refuted import Refuted
from auditor.walked import End, Walked, walked

#: What is said of a way that was pressed, by how it ended.
WORDS: Mapping[End, str] = {
    End.LATE: "Pressed step by step in a browser, the way was not confirmed in time.",
    End.DEAD: "Pressed step by step in a browser, the way did not lead to its end.",
    End.OTHER: "Pressed step by step in a browser, the way led to another option of this kind.",
}


def proofs_of(analysis: Analysis, *, all_stages: bool) -> tuple[Proof, ...]:
    """The ways to press, those from home first: of every channel that is reached from there, or from all stages."""
    reached = [
        journey
        for journey in analysis.journeys
        if journey.outcome is Outcome.REACHED and _can_be_pressed(journey) and not _begins_within(journey, analysis)
    ]
    home = [journey for journey in reached if journey.stage is Stage.HOME]
    others = [journey for journey in reached if journey.stage is not Stage.HOME] if all_stages else []
    return tuple(dict.fromkeys(proof_of(journey, analysis) for journey in (*home, *others)))


def _can_be_pressed(journey: Journey) -> bool:
    """Whether each step of a way may be pressed: no search is sent."""
    return all(step.action is not Action.SEARCH for step in journey.path)


def proof_of(journey: Journey, analysis: Analysis) -> Proof:
    """The presses of a journey, with the place of the option at its end."""
    urls, seen = analysis.urls(), analysis.views[journey.device].views
    presses = tuple(
        Press(urls.get(step.page, ""), step.state, journey.device, step.action, step.selector, step.label)
        for step in journey.path
    )
    views = (seen.get(Node(press.page)) for press in presses)
    templates = tuple("" if view is None else view.page.template for view in views)
    end = _end(journey, analysis, urls)
    return Proof(urls.get(journey.start, ""), journey.device, presses, end, templates)


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
    """The records of proved paths by key, each in order of its steps, and the pages at their ends by key."""

    records: Mapping[str, Sequence[PressRecord]]
    ends: Mapping[str, Page]

    @classmethod
    def of(cls, site: Site) -> "Proofs":
        """Those among all presses that belong to a proof."""
        return cls.among(site.presses, site.proved)

    @classmethod
    def among(cls, presses: Iterable[PressRecord], ends: Mapping[str, Page]) -> "Proofs":
        """The same from presses, and from the pages at the ends of proofs by key."""
        found: dict[str, list[PressRecord]] = {}
        for press in presses:
            if press.proof:
                found.setdefault(press.proof, []).append(press)
        records = {key: tuple(sorted(group, key=lambda press: press.step)) for key, group in found.items()}
        return cls(records, ends)

    def held(self, analysis: Analysis) -> Analysis:
        """The analysis walked again, as often as needed, without what did not hold when it was pressed."""
        refuted = dict.fromkeys(analysis.views, Refuted())
        while self.records:
            more = {device: known | self._refuted(analysis, device) for device, known in refuted.items()}
            if more == refuted:
                break
            refuted, analysis = more, analysis.without(more)
        return analysis

    def _refuted(self, analysis: Analysis, device: Device) -> Refuted:
        """All that the ways of a device, as they are known now, did not hold at."""
        found = Refuted()
        for journey in analysis.journeys:
            if journey.device is device:
                made = self._walked(journey, analysis)
                found = found if made is None or made.refuted is None else found | made.refuted
        return found

    def _walked(self, journey: Journey, analysis: Analysis) -> Walked | None:
        """What came of pressing a journey, None when it was not pressed."""
        if journey.outcome is not Outcome.REACHED:
            return None
        proof = proof_of(journey, analysis)
        records = self.records.get(proof.key)
        if not records or records[-1].reason.startswith(NEVER_PRESSED):
            return None
        return walked(journey, proof, records, self.ends.get(proof.key), analysis)

    def shown(self, journey: Journey, analysis: Analysis) -> Journey:
        """The journey with its pictures, and whether pressing it led to its end; unchanged when it was not pressed."""
        made = self._walked(journey, analysis)
        if made is None:
            return journey
        records = made.records
        steps = tuple(_pictured(step, record) for step, record in zip(journey.path, records, strict=False))
        last = records[-1]
        doubt = {} if made.end is End.HELD else _doubted(journey, WORDS[made.end])
        return journey.model_copy(
            update={
                **doubt,
                "path": (*steps, *journey.path[len(steps) :]),
                "end_screenshot": last.screenshot if made.whole else "",
                "end_box": _shape(last.box) if made.whole else None,
                "end_scrolled": last.scrolled if made.whole else 0.0,
                "verified": made.end is End.HELD,
            }
        )


def _doubted(journey: Journey, reason: str) -> dict[str, object]:
    """What changes when a way could not be walked to its end."""
    return {"exact": False, "clicks": None, "clicks_at_most": journey.best_clicks, "reason": reason}


def _pictured(step: Step, record: PressRecord) -> Step:
    box = record.box
    changes: dict[str, object] = {"screenshot": record.screenshot, "scrolled": record.scrolled}
    if box is not None:
        changes["box"] = _shape(box)
    return step.model_copy(update=changes)


def _shape(box: Box | None) -> BoxShape | None:
    return None if box is None else BoxShape(x=box.x, y=box.y, width=box.width, height=box.height)
