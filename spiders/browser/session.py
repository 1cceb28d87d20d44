"""One browser for one audit: pages rendered, controls explored and paths proved, each within a limit."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from playwright.async_api import Error

from auditor.capture.records import ACCEPTED, ConsentRecord, OverlayRecord, PressRecord, Snapshot
from auditor.model.guide import Press
from auditor.model.proof import Proof
from auditor.model.settings import Settings
from auditor.model.terms import Consent, Device
from spiders.browser.audience import Audience
from spiders.browser.chromium import Chromium
from spiders.browser.explore import Explorer, record_of
from spiders.browser.linger import BRIEF, PATIENT
from spiders.browser.press import Effect
from spiders.browser.prove import Proven, Walker, broken
from spiders.browser.proved import Proved
from spiders.browser.states import Paths
from spiders.browser.tab import PageLostError, Tab
from spiders.browser.visit import Visit, visit
from spiders.detour import read_detour
from spiders.guard import Guard, guard_for

#: Seconds from asking for a page to its snapshot, and for one press with all that leads to it.
RENDER_SECONDS = 30.0
PRESS_SECONDS = 25.0

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class BrowserOptions:
    """How to browse: the program, what may be reached, where pictures go, and whether in a window.

    `language` is the one that sites are asked for, a BCP 47 tag.
    """

    executable: Path
    guard: Guard
    shots: Path
    consent: Consent = Consent.REJECT
    language: str = ""
    headed: bool = False

    @classmethod
    def of(cls, settings: Settings, executable: Path, shots: Path, language: str = "") -> Self:
        """The options that follow from the settings of an audit. Raises UsageError for a wrong `--resolve`."""
        guard = guard_for(settings.url, tuple(read_detour(text) for text in settings.resolve))
        return cls(executable, guard, shots, settings.consent, language)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as loaded; `snapshot` is None when it could not be rendered, and `reason` then says why."""

    snapshot: Snapshot | None
    consent: ConsentRecord | None
    ok: bool
    reason: str = ""
    status: int = 0
    final_url: str = ""
    overlay: OverlayRecord | None = None


class BrowserSession:
    """A Chromium with one context a device; use as an async context manager.

    Pages of one device are worked on one after the other, so that what a site remembers of a visitor does not depend
    on which answer came first. A page that hangs or crashes costs that page; a browser that dies is started again.
    """

    def __init__(self, options: BrowserOptions) -> None:
        self._options = options
        self._chromium = Chromium(options.executable, options.guard, options.language, headed=options.headed)
        self._turns = {device: asyncio.Lock() for device in Device}
        self._paths = Paths()
        self._proved = Proved()

    async def __aenter__(self) -> Self:
        await self._chromium.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._chromium.stop()

    def recall(self, records: Iterable[PressRecord]) -> None:
        """Learn from the presses of an earlier run how its states are reached."""
        for record in records:
            self._paths.recall(record)

    async def render(self, url: str, device: Device, *, patient: bool = False) -> Rendered:
        """Load a page, answer its consent banner, scroll through it, and take its snapshot and picture.

        A `patient` visitor stays longer for what comes late.
        """
        async with self._turn(device):
            try:
                tab = await self._chromium.tab(device)
                seen = await self._within(RENDER_SECONDS, self._visit(tab, url, device, patient=patient))
            except PageLostError as lost:
                await self._chromium.drop(device)
                return Rendered(None, None, ok=False, reason=self._chromium.reason(url, str(lost)))
        snapshot = Snapshot(url, device, "", seen.payload, seen.screenshot, seen.seconds)
        return Rendered(snapshot, seen.consent, True, "", seen.status, seen.final_url, seen.overlay)

    async def accepted(self, url: str, device: Device) -> Snapshot | None:
        """A page as those see it who accept its consent banner, None when it could not be seen."""
        async with self._turn(device):
            try:
                seen = await self._within(RENDER_SECONDS, self._accept(url, device))
            except (PageLostError, OSError):
                return None
        if not seen.consent.found or seen.consent.choice is not Consent.ACCEPT:
            return None
        return Snapshot(url, device, ACCEPTED, seen.payload)

    async def _accept(self, url: str, device: Device) -> Visit:
        async with self._chromium.stranger(device) as tab:
            return await visit(tab, url, device, Consent.ACCEPT, None, PATIENT)

    async def explore(
        self, url: str, device: Device, presses: Sequence[Press]
    ) -> tuple[list[PressRecord], list[Snapshot]]:
        """Press controls one after the other, each in its own state of the freshly loaded page.

        A press in a state is preceded by the presses that lead there. Records are in the order of `presses`; each
        that brought something to sight has its snapshot.
        """
        records: list[PressRecord] = []
        snapshots: list[Snapshot] = []
        explorer = Explorer(self._options.shots, self._paths, lambda tab: self._visit(tab, url, device, picture=False))
        async with self._turn(device):
            for press in presses:
                record, snapshot = await self._explored(explorer, replace(press, page=url, device=device))
                records.append(record)
                snapshots += [snapshot] if snapshot else []
        return records, snapshots

    async def prove(self, proof: Proof, audience: Audience | None = None) -> Proven:
        """Press a path from its start page on, with a picture before each press and one more record for its end.

        The last record has the outcome "nothing", no selector but `end`, and a picture with that element in sight.
        What an earlier proof pressed is taken from there. A way that does not hold is walked once more, whole and from
        its first page on; if it breaks again it ends with its failed step. An `audience` sees each step pressed.
        """
        proven = Proven()
        for fresh in (audience is not None, True):
            proven = await self._walked(proof, audience or Audience(), fresh=fresh)
            if proven.final:
                break
        self._proved.learn(proof, proven.records)
        return proven

    async def _walked(self, proof: Proof, audience: Audience, *, fresh: bool) -> Proven:
        proven, device = Proven(), proof.device
        async with self._turn(device):
            try:
                tab = await self._chromium.tab(device)
                visiting = partial(self._visit, tab, device=device, picture=False)
                consent, shots = self._options.consent, self._options.shots
                walker = Walker(tab, shots, proof, visiting, self._proved, consent, fresh, audience)
                limit = RENDER_SECONDS + (PRESS_SECONDS + audience.seconds) * (len(proof.path) + 1)
                await self._within(limit, walker.walk(proven))
            except PageLostError as lost:
                await self._chromium.drop(device)
                reason = str(lost) if proven.records else self._chromium.reason(proof.start, str(lost))
                proven.records.append(broken(proof, reason, len(proven.records)))
                audience.told(proven.records[-1])
        return proven

    @asynccontextmanager
    async def _turn(self, device: Device) -> AsyncIterator[None]:
        """One piece of work at a time on a device; what is cut off leaves no tab in the middle of something."""
        async with self._turns[device]:
            try:
                yield
            except asyncio.CancelledError:
                self._chromium.abandon(device)
                raise

    async def _explored(self, explorer: Explorer, press: Press) -> tuple[PressRecord, Snapshot | None]:
        try:
            tab = await self._chromium.tab(press.device)
            return await self._within(PRESS_SECONDS, explorer.explore(tab, press))
        except PageLostError as lost:
            await self._chromium.drop(press.device)
            return record_of(press, Effect("failed", reason=str(lost))), None

    async def _visit(self, tab: Tab, url: str, device: Device, *, picture: bool = True, patient: bool = False) -> Visit:
        shots = self._options.shots if picture else None
        return await visit(tab, url, device, self._options.consent, shots, PATIENT if patient else BRIEF)

    async def _within(self, seconds: float, work: Coroutine[Any, Any, _T]) -> _T:
        """The result of work on a page. Raises PageLostError when it takes too long, crashes or the browser dies."""
        try:
            return await asyncio.wait_for(work, seconds)
        except TimeoutError as error:
            raise PageLostError("the page did not come to rest in time") from error
        except Error as error:
            raise PageLostError(self._cause(error)) from error

    def _cause(self, error: Error) -> str:
        if not self._chromium.alive:
            return "the browser died"
        return "the page crashed" if "crashed" in error.message else "the page went away"
