"""What the proofs of a session have in common: a press that was made for one way is not made again for another."""

from collections.abc import Sequence
from dataclasses import replace

from auditor.capture.records import PressRecord
from auditor.capture.urls import canonical_url
from auditor.model.guide import Press
from auditor.model.proof import REFUTING, Proof
from auditor.model.terms import Action, Device
from spiders.browser.tab import Tab

#: Device, page or template, state, and what is done to which control.
_Control = tuple[Device, str, str, Action, str, str]
Place = tuple[str, str]


class Proved:
    """Remembers the presses of proofs, by page and by template, and where the tab of each device stands after them."""

    def __init__(self) -> None:
        self._presses: dict[_Control, PressRecord] = {}
        self._stands: dict[Device, tuple[Tab, int, Place]] = {}

    def learn(self, proof: Proof, records: Sequence[PressRecord]) -> None:
        """Remember the steps of a proof that tell of the page; the first record of a control stays."""
        for step, record in enumerate(records[: len(proof.path)]):
            if record.outcome == "failed" and record.reason not in REFUTING:
                continue
            for place in (_page(record.page), *(t for t in proof.templates[step : step + 1] if t)):
                control = (record.device, place, record.state_before, record.action, record.selector, record.name)
                self._presses.setdefault(control, record)

    def press(self, proof: Proof, number: int, step: Press) -> PressRecord | None:
        """The record of a step that was pressed before on its page, or on another of its template to the same effect.

        One of another page has no picture.
        """
        known = self._presses.get((step.device, _page(step.page), step.state, step.action, step.selector, step.name))
        if known is None:
            template = next(iter(proof.templates[number : number + 1]), "")
            known = self._presses.get((step.device, template, step.state, step.action, step.selector, step.name))
            if known is None or not self._leads_alike(proof, number, known):
                return None
            known = replace(known, page=step.page, screenshot="", box=None, scrolled=0.0)
        return replace(known, proof=proof.key, step=number)

    def _leads_alike(self, proof: Proof, number: int, known: PressRecord) -> bool:
        """Whether what a press on another page led to is where this way goes on."""
        following = proof.path[number + 1 : number + 2]
        return bool(following) and known.outcome == "navigated" and _page(known.navigated_to) == following[0].page

    def stay(self, tab: Tab, device: Device, place: Place) -> None:
        """Remember where a tab stands, until it loads something else."""
        self._stands[device] = (tab, tab.loads, place)

    def stand(self, tab: Tab, device: Device) -> Place | None:
        """The page and state in which a tab stands since the last proof, None when it was used for something else."""
        known = self._stands.get(device)
        return known[2] if known is not None and known[:2] == (tab, tab.loads) and not tab.crashed else None


def _page(url: str) -> str:
    return canonical_url(url) or url
