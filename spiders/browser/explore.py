"""Exploring: each control pressed from the freshly loaded page, and what it brings to sight."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import PressRecord, Snapshot
from auditor.model.guide import Press
from auditor.model.terms import Action, Device
from spiders.browser.linger import linger_on
from spiders.browser.press import LATE_SECONDS, PROMISING, Effect, leave, press, step_back
from spiders.browser.settle import to_top
from spiders.browser.snapshot import keep, picture, shot_name, snapshot
from spiders.browser.states import Paths, Shown, brings, shown, state_key
from spiders.browser.tab import Tab
from spiders.browser.visit import Visit


class Explorer:
    """Presses controls of one page on one device; `visit` loads the page anew in a tab."""

    def __init__(self, shots: Path, paths: Paths, visit: Callable[[Tab], Awaitable[Visit]]) -> None:
        self._shots = shots
        self._paths = paths
        self._visit = visit
        self._state: str | None = None
        self._before: Shown = frozenset()
        self._status = 0
        self._tab: Tab | None = None

    async def explore(self, tab: Tab, wanted: Press) -> tuple[PressRecord, Snapshot | None]:
        """Press one control in its state. Raises PageLostError."""
        if tab is not self._tab:
            self._tab, self._state = tab, None
        url, device = wanted.page, wanted.device
        path = self._paths.to(url, device, wanted.state)
        if path is None:
            return record_of(wanted, Effect("failed", reason="how to reach the state before is not known")), None
        if self._state != wanted.state:
            reason = await self._arrive(tab, path, wanted)
            if reason:
                return record_of(wanted, Effect("failed", reason=reason)), None
        documents = tab.traffic.documents
        effect = await press(tab, wanted)
        if effect.outcome == "navigated":
            self._state = None
            if tab.traffic.documents == documents and not tab.popups:
                await self._go_back(tab, wanted)
        if effect.outcome != "nothing":
            return record_of(wanted, effect), None
        record, snapshot = await self._shown_anew(tab, wanted, effect)
        if snapshot is None and wanted.action in PROMISING:
            return await self._once_more(tab, wanted, effect)
        return record, snapshot

    async def _once_more(self, tab: Tab, wanted: Press, effect: Effect) -> tuple[PressRecord, Snapshot | None]:
        """Wait for a control that promises contact and did nothing; what is slow to start is pressed once more."""
        await linger_on(tab, LATE_SECONDS)
        record, snapshot = await self._shown_anew(tab, wanted, effect)
        if snapshot is not None or self._state is None:
            return record, snapshot
        effect = await press(tab, wanted)
        if effect.outcome == "navigated":
            self._state = None
        if effect.outcome != "nothing":
            return (record_of(wanted, effect) if effect.outcome == "navigated" else record), None
        return await self._shown_anew(tab, wanted, effect)

    async def _arrive(self, tab: Tab, path: tuple[Press, ...], wanted: Press) -> str:
        """Load the page and press what leads to a state; why that failed, "" when it did not."""
        visit = await self._visit(tab)
        self._state, self._status = "", visit.status
        payload = visit.payload
        for step in path:
            effect = await press(tab, step)
            self._state = None
            if effect.outcome != "nothing":
                return "the state before could not be reached again"
        if path:
            await to_top(tab.page)
            payload = await snapshot(tab, wanted.device, self._status, 0.0)
        self._state = wanted.state
        self._before = shown(parse_snapshot(payload, url=wanted.page, device=wanted.device, state=wanted.state))
        return ""

    async def _shown_anew(self, tab: Tab, wanted: Press, effect: Effect) -> tuple[PressRecord, Snapshot | None]:
        url, device = wanted.page, wanted.device
        state = state_key(wanted.state, wanted)
        # The picture shows what came to sight; the layout is that of a page that stands at its top.
        shot = await picture(tab)
        await to_top(tab.page)
        payload = await snapshot(tab, device, self._status, 0.0)
        after = shown(parse_snapshot(payload, url=url, device=device, state=state))
        if after != self._before:
            self._state = None
        if not brings(self._before, after):
            return record_of(wanted, effect), None
        self._paths.learn(url, wanted)
        name = keep(shot, self._shots, shot_name("p", url, device, state))
        if wanted.action is Action.HOVER:
            await self._leave(tab, wanted)
        elif effect.toggles and wanted.selector and wanted.action is not Action.SEARCH:
            await self._undo(tab, wanted)
        changed = Effect("changed", effect.role, effect.box)
        return record_of(wanted, changed, state, name), Snapshot(url, device, state, payload, name)

    async def _undo(self, tab: Tab, wanted: Press) -> None:
        """Close again what a press has opened: half the time of loading the page anew, if all is as before."""
        # Its name may have changed with it ("+ Shop", "- Shop"); its place has not.
        effect = await press(tab, replace(wanted, name=""))
        if effect.outcome == "nothing":
            await self._look_again(tab, wanted)

    async def _leave(self, tab: Tab, wanted: Press) -> None:
        """Take the mouse away from what it has opened."""
        await leave(tab)
        await self._look_again(tab, wanted)

    async def _go_back(self, tab: Tab, wanted: Press) -> None:
        """Return from a view that scripts alone have brought: less than half the time of loading the page anew."""
        if await step_back(tab):
            await to_top(tab.page)
            await self._look_again(tab, wanted)

    async def _look_again(self, tab: Tab, wanted: Press) -> None:
        payload = await snapshot(tab, wanted.device, self._status, 0.0)
        after = shown(parse_snapshot(payload, url=wanted.page, device=wanted.device, state=wanted.state))
        self._state = wanted.state if after == self._before else None


def record_of(wanted: Press, effect: Effect, state: str = "", shot: str = "") -> PressRecord:
    """The record of a press and its effect; `state` is the key of what it led to, if anything."""
    return PressRecord(
        page=wanted.page,
        device=Device(wanted.device),
        state_before=wanted.state,
        action=wanted.action,
        selector=wanted.selector,
        name=wanted.name,
        outcome=effect.outcome,
        state_after=state,
        role=effect.role,
        box=effect.box,
        screenshot=shot,
        navigated_to=effect.navigated_to,
        reason=effect.reason,
    )
