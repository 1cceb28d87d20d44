"""Proving a path: the same presses as a visitor's, one after the other, with a picture of each."""

from collections.abc import Awaitable
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.capture.records import PressRecord
from auditor.model.guide import Press
from auditor.model.page import Box
from auditor.model.proof import Proof
from auditor.model.terms import Action
from spiders.browser.explore import record_of
from spiders.browser.press import Effect, come, into_view, press
from spiders.browser.snapshot import keep, picture, shot_name
from spiders.browser.states import state_key
from spiders.browser.tab import Tab
from spiders.browser.visit import Visit


def broken(proof: Proof, reason: str, step: int) -> PressRecord:
    """The record of a path that could not be gone on with at a step (its length: at its end)."""
    path = proof.path
    at = path[step] if step < len(path) else Press(proof.start, "", proof.device, Action.OPEN, proof.end, "")
    return replace(record_of(at, Effect("failed", reason=reason)), proof=proof.key, step=step)


@dataclass(frozen=True, slots=True)
class Walker:
    """Walks a path in a tab and writes its pictures into a folder."""

    tab: Tab
    shots: Path
    proof: Proof

    async def walk(self, visiting: Awaitable[Visit], records: list[PressRecord]) -> None:
        """Add a record a step to `records` and one for the end; a failed step is the last. Raises PageLostError."""
        await visiting
        page, state = self.proof.start, ""
        for number, step in enumerate(self.proof.path):
            record = await self._step(replace(step, page=page, state=state), number)
            records.append(record)
            if record.outcome == "failed":
                return
            page, state = record.navigated_to or page, record.state_after
            if self.tab.popups:
                await self.tab.load(self.tab.popups[0])
        records.append(await self._end(Press(page, state, self.proof.device, Action.OPEN, self.proof.end, "")))

    async def _step(self, step: Press, number: int) -> PressRecord:
        shot, scrolled, _ = await self._picture(step, f"{number}")
        effect = await press(self.tab, step)
        # Nothing else is known to have changed here: whether it did is told by the next step, and by the walk.
        state = state_key(step.state, step) if effect.outcome == "nothing" else ""
        effect = replace(effect, outcome="changed") if state else effect
        record = record_of(step, effect, state, shot)
        return replace(record, proof=self.proof.key, step=number, scrolled=scrolled)

    async def _end(self, last: Press) -> PressRecord:
        shot, scrolled, box = await self._picture(last, "end")
        record = record_of(last, Effect("nothing", box=box), "", shot)
        return replace(record, proof=self.proof.key, step=len(self.proof.path), scrolled=scrolled)

    async def _picture(self, step: Press, mark: str) -> tuple[str, float, Box | None]:
        """The file name of a picture with a control in sight, how far the page was scrolled, and where it stands."""
        found = await come(self.tab, step) if step.selector or step.name else None
        if found is not None:
            await into_view(found)
        name = shot_name("s", step.page, step.device, f"{self.proof.key}/{mark}")
        scrolled = float(await self.tab.page.evaluate("window.scrollY"))
        shot = keep(await picture(self.tab), self.shots, name)
        return shot, round(scrolled, 1), None if found is None else found.box
