"""Proving a path: the same presses as a visitor's, one after the other, with a picture of each."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor.capture.records import PROVED, PressRecord, Snapshot
from auditor.model.guide import Press
from auditor.model.page import Box
from auditor.model.proof import COVERED, NEVER_PRESSED, Proof
from auditor.model.terms import Action, Consent, Device
from spiders.browser.audience import Audience
from spiders.browser.consent import answer_consent
from spiders.browser.explore import record_of
from spiders.browser.linger import PATIENT, linger, stir
from spiders.browser.locate import Found, locate
from spiders.browser.overlay import close_layers
from spiders.browser.press import Effect, come, into_view, press
from spiders.browser.proved import Place, Proved
from spiders.browser.settle import scroll_through, to_top
from spiders.browser.snapshot import keep, picture, shot_name, snapshot
from spiders.browser.states import state_key
from spiders.browser.tab import Tab
from spiders.browser.visit import Visit

#: Why a press that stands in the middle of a page could not be made.
LOST_STATE = "the state before could not be reached again"


@dataclass(slots=True)
class Proven:
    """What came of a proof: a record a step, one for the end, and the page as it stood at the end, None if lost.

    `status` is the last answer to asking for a page, 0 when none was asked for. `told` is whether the step at which it
    broke was known from another proof.
    """

    records: list[PressRecord] = field(default_factory=list)
    end: Snapshot | None = None
    status: int = 0
    told: bool = False

    @property
    def held(self) -> bool:
        """Whether each step was pressed, and the end, if it has a place of its own, came in sight."""
        last = self.records[-1] if self.records else None
        return last is not None and last.outcome != "failed" and (last.box is not None or not last.selector)

    @property
    def final(self) -> bool:
        """Whether another try would end no better: what is never pressed, or was tried twice, is not pressed then."""
        never = bool(self.records) and self.records[-1].reason.startswith(NEVER_PRESSED)
        return self.held or self.told or never


def broken(proof: Proof, reason: str, step: int) -> PressRecord:
    """The record of a path that could not be gone on with at a step (its length: at its end)."""
    path = proof.path
    at = path[step] if step < len(path) else Press(proof.start, "", proof.device, Action.OPEN, proof.end, "")
    return replace(record_of(at, Effect("failed", reason=reason)), proof=proof.key, step=step)


@dataclass(slots=True)
class Walker:
    """Walks a path in a tab and writes its pictures into a folder; `visit` loads a page in that tab as a guest does.

    What is `known` from other proofs is not pressed again, unless the walk is to be a `fresh` one.
    """

    tab: Tab
    shots: Path
    proof: Proof
    visit: Callable[[str], Awaitable[Visit]]
    known: Proved
    consent: Consent = Consent.REJECT
    fresh: bool = False
    audience: Audience = field(default_factory=Audience)
    _at: Place | None = None
    _status: int = 0
    _before: tuple[Press, ...] = ()

    async def walk(self, proven: Proven) -> None:
        """Add a record a step to `proven` and one for the end; a failed step is the last. Raises PageLostError."""
        self._at = None if self.fresh else self.known.stand(self.tab, self.proof.device)
        page, state = self.proof.start, ""
        for number, meant in enumerate(self.proof.path):
            step = replace(meant, page=page, state=state)
            known = None if self.fresh else self.known.press(self.proof, number, step)
            record = known or await self._record(step, number)
            self._add(proven, record)
            if record.outcome == "failed":
                proven.told = known is not None
                return
            self._before = () if record.navigated_to else (*self._before, step)
            page, state = record.navigated_to or page, record.state_after
        await self._end(Press(page, state, self.proof.device, Action.OPEN, self.proof.end, ""), proven)
        self.known.stay(self.tab, self.proof.device, (page, state))

    def _add(self, proven: Proven, record: PressRecord) -> None:
        proven.records.append(record)
        proven.status = self._status
        self.audience.told(record)

    async def _record(self, step: Press, number: int) -> PressRecord:
        if not await self._come_to((step.page, step.state)):
            return replace(record_of(step, Effect("failed", reason=LOST_STATE)), proof=self.proof.key, step=number)
        record = await self._step(step, number)
        if self.tab.popups:
            await self.tab.load(self.tab.popups[0])
        if record.navigated_to:
            # Much comes only to those who move.
            await stir(self.tab, step.device)
        self._at = (record.navigated_to or step.page, record.state_after)
        return record

    async def _come_to(self, place: Place) -> bool:
        """Bring the tab to where the way goes on, if it does not stand there; whether that could be done."""
        if self._at != place:
            self._at = None
            self._status = (await self.visit(place[0])).status
            for step in self._before:
                if (await press(self.tab, step)).outcome != "nothing":
                    return False
            self._at = place
        return True

    async def _step(self, step: Press, number: int) -> PressRecord:
        found = await self._sight(step)
        shot, scrolled, _ = await self._picture(found, step, f"{number}")
        await self.audience.look(found)
        effect = await press(self.tab, step)
        if effect.reason == COVERED and await self._cleared(step.device):
            effect = await press(self.tab, step)
        # Nothing else is known to have changed here: whether it did is told by the next step, and by the walk.
        state = state_key(step.state, step) if effect.outcome == "nothing" else ""
        effect = replace(effect, outcome="changed") if state else effect
        record = record_of(step, effect, state, shot)
        return replace(record, proof=self.proof.key, step=number, scrolled=scrolled)

    async def _end(self, last: Press, proven: Proven) -> None:
        number = len(self.proof.path)
        if not await self._come_to((last.page, last.state)):
            self._add(proven, broken(self.proof, LOST_STATE, number))
            return
        found = await self._sight(last)
        # The layout is that of a page that stands at its top.
        await to_top(self.tab.page)
        payload = await snapshot(self.tab, last.device, 200, 0.0)
        shot, scrolled, box = await self._picture(found, last, "end")
        await self.audience.look(found)
        record = record_of(last, Effect("nothing", box=box if found is not None and found.visible else None), "", shot)
        proven.end = Snapshot(last.page, last.device, f"{PROVED}{self.proof.key}", payload)
        self._add(proven, replace(record, proof=self.proof.key, step=number, scrolled=scrolled))

    async def _sight(self, step: Press) -> Found | None:
        """A control, waited for; what is not there at first may come to those who scroll and stay."""
        if not step.selector and not step.name:
            await linger(self.tab, PATIENT)
            return None
        found = await come(self.tab, step)
        if found is None or not found.visible:
            await scroll_through(self.tab.page, self.tab.traffic)
            await linger(self.tab, PATIENT)
            found = await locate(self.tab.page, step) or found
        return found

    async def _cleared(self, device: Device) -> bool:
        """Whether a banner or a layer that came later could be put out of the way, as a visitor would."""
        url = self.tab.page.url
        banner = await answer_consent(self.tab, url, device, self.consent)
        layer = await close_layers(self.tab, url, device)
        return (banner.found and banner.choice is not Consent.LEAVE) or (layer is not None and layer.closed)

    async def _picture(self, found: Found | None, step: Press, mark: str) -> tuple[str, float, Box | None]:
        """The file name of a picture with a control in sight, how far the page was scrolled, and where it stands."""
        if found is not None:
            await into_view(found)
        name = shot_name("s", step.page, step.device, f"{self.proof.key}/{mark}")
        scrolled = float(await self.tab.page.evaluate("window.scrollY"))
        shot = keep(await picture(self.tab), self.shots, name)
        return shot, round(scrolled, 1), None if found is None else found.box
