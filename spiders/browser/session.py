"""One browser for one audit: pages rendered, controls explored and paths proved, each within a limit."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from playwright.async_api import Error

from auditor.capture.records import ACCEPTED, FILLED, ConsentRecord, OverlayRecord, PressRecord, Snapshot
from auditor.model.errand import Errand
from auditor.model.guide import Press
from auditor.model.proof import Proof
from auditor.model.settings import Settings
from auditor.model.terms import Consent, Device
from spiders.browser.audience import Audience
from spiders.browser.chromium import PAGES_A_CONTEXT, Chromium, Visitor
from spiders.browser.errand import Sent, run_errand
from spiders.browser.explore import Explorer, record_of
from spiders.browser.linger import BRIEF, PATIENT
from spiders.browser.outsiders import Own
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


class BrowserDiedError(PageLostError):
    """The browser or its driver died under a page."""


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
    own: Own | None = None

    @classmethod
    def of(cls, settings: Settings, executable: Path, shots: Path, language: str = "", home: str = "") -> Self:
        """The options that follow from the settings of an audit, and from where its home page is.

        Raises UsageError for a wrong `--resolve`.
        """
        detours = tuple(read_detour(text) for text in settings.resolve)
        guard = guard_for(settings.url, detours)
        named = tuple(detour.host for detour in detours)
        own = Own.of((settings.url, home), named) if settings.block_third_party else None
        return cls(executable, guard, shots, settings.consent, language, own=own)


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

    def __init__(self, options: BrowserOptions, *, pages_a_context: int = PAGES_A_CONTEXT) -> None:
        self._options = options
        self._chromium = Chromium(
            options.executable,
            options.guard,
            options.language,
            own=options.own,
            headed=options.headed,
            pages_a_context=pages_a_context,
        )
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

    @property
    def refused(self) -> tuple[str, ...]:
        """The hosts of others that pages asked for and that were kept out as the user wished."""
        return self._chromium.refused

    def recall(self, records: Iterable[PressRecord]) -> None:
        """Learn from the presses of an earlier run how its states are reached."""
        for record in records:
            self._paths.recall(record)

    async def render(self, url: str, device: Device, *, patient: bool = False, shopper: bool = False) -> Rendered:
        """Load a page, answer its consent banner, scroll through it, and take its snapshot and picture.

        A `patient` visitor stays longer for what comes late; a `shopper` is one who fills a cart.
        """
        async with self._turn(device):
            try:
                state = FILLED if shopper else ""
                seen = await self._done(
                    Visitor(device, shopper),
                    RENDER_SECONDS,
                    lambda tab: self._visit(tab, url, device, patient=patient, state=state),
                )
            except PageLostError as lost:
                return Rendered(None, None, ok=False, reason=self._chromium.reason(url, str(lost)))
        snapshot = Snapshot(url, device, "", seen.payload, seen.screenshot, seen.seconds)
        return Rendered(snapshot, seen.consent, True, "", seen.status, seen.final_url, seen.overlay)

    async def accepted(self, url: str, device: Device) -> Snapshot | None:
        """A page as those see it who accept its consent banner, None when it could not be seen."""
        async with self._turn(device):
            try:
                seen = await self._done(Visitor(device), RENDER_SECONDS, lambda _: self._accept(url, device))
            except (PageLostError, OSError):
                return None
        if not seen.consent.found or seen.consent.choice is not Consent.ACCEPT:
            return None
        return Snapshot(url, device, ACCEPTED, seen.payload)

    async def _accept(self, url: str, device: Device) -> Visit:
        async with self._chromium.stranger(device) as tab:
            return await visit(tab, url, device, Consent.ACCEPT, None, PATIENT)

    async def explore(
        self, url: str, device: Device, presses: Sequence[Press], *, shopper: bool = False
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
                record, snapshot = await self._explored(explorer, replace(press, page=url, device=device), shopper)
                records.append(record)
                snapshots += [snapshot] if snapshot else []
        return records, snapshots

    async def prove(self, proof: Proof, audience: Audience | None = None, *, shopper: bool = False) -> Proven:
        """Press a path from its start page on, with a picture before each press and one more record for its end.

        The last record has the outcome "nothing", no selector but `end`, and a picture with that element in sight.
        What an earlier proof pressed is taken from there. A way that does not hold is walked once more, whole and from
        its first page on; if it breaks again it ends with its failed step. An `audience` sees each step pressed.
        """
        proven = Proven()
        for fresh in (audience is not None, True):
            proven = await self._walked(proof, audience or Audience(), fresh=fresh, shopper=shopper)
            if proven.final:
                break
        self._proved.learn(proof, proven.records)
        return proven

    async def _walked(self, proof: Proof, audience: Audience, *, fresh: bool, shopper: bool) -> Proven:
        proven, device = Proven(), proof.device
        async with self._turn(device):
            try:
                limit = RENDER_SECONDS + (PRESS_SECONDS + audience.seconds) * (len(proof.path) + 1)
                walk = partial(self._walk, proof=proof, proven=proven, audience=audience, fresh=fresh)
                await self._done(Visitor(device, shopper), limit, walk)
            except PageLostError as lost:
                reason = str(lost) if proven.records else self._chromium.reason(proof.start, str(lost))
                proven.records.append(broken(proof, reason, len(proven.records)))
                audience.told(proven.records[-1])
        return proven

    async def send(self, errand: Errand, may: Callable[[str], bool]) -> Sent:
        """Press the one control that the owner of a shop allows, on a page loaded anew; first make its choices.

        Of all that this would send, one form goes out, to an address that `may` allows. It is never tried twice.
        """
        wanted = errand.press

        async def run(tab: Tab) -> Sent:
            visiting = self._visit(tab, wanted.page, wanted.device, picture=False)
            return await run_errand(tab, errand, may, visiting)

        async with self._turn(wanted.device):
            try:
                return await self._tried(Visitor(wanted.device, shopper=True), RENDER_SECONDS + PRESS_SECONDS, run)
            except PageLostError as lost:
                return Sent(record_of(wanted, Effect("failed", reason=str(lost))))

    async def _walk(self, tab: Tab, *, proof: Proof, proven: Proven, audience: Audience, fresh: bool) -> None:
        proven.records.clear()
        proven.end, proven.status, proven.told = None, 0, False
        visiting = partial(self._visit, tab, device=proof.device, picture=False)
        consent, shots = self._options.consent, self._options.shots
        walker = Walker(tab, shots, proof, visiting, self._proved, consent, fresh, audience)
        await walker.walk(proven)

    @asynccontextmanager
    async def _turn(self, device: Device) -> AsyncIterator[None]:
        """One piece of work at a time on a device; what is cut off leaves no tab in the middle of something."""
        async with self._turns[device]:
            try:
                await self._chromium.renew(device)
                yield
            except asyncio.CancelledError:
                self._chromium.abandon(device)
                raise

    async def _explored(self, explorer: Explorer, press: Press, shopper: bool) -> tuple[PressRecord, Snapshot | None]:
        try:
            visitor = Visitor(press.device, shopper)
            return await self._done(visitor, PRESS_SECONDS, lambda tab: explorer.explore(tab, press))
        except PageLostError as lost:
            return record_of(press, Effect("failed", reason=str(lost))), None

    async def _visit(
        self, tab: Tab, url: str, device: Device, *, picture: bool = True, patient: bool = False, state: str = ""
    ) -> Visit:
        shots = self._options.shots if picture else None
        return await visit(tab, url, device, self._options.consent, shots, PATIENT if patient else BRIEF, state)

    async def _done(self, visitor: Visitor, seconds: float, work: Callable[[Tab], Coroutine[Any, Any, _T]]) -> _T:
        """The result of work in the tab of a visitor, tried once more when browser or driver died meanwhile.

        Raises PageLostError; the tab is dropped then.
        """
        try:
            return await self._tried(visitor, seconds, work)
        except BrowserDiedError:
            return await self._tried(visitor, seconds, work)

    async def _tried(self, visitor: Visitor, seconds: float, work: Callable[[Tab], Coroutine[Any, Any, _T]]) -> _T:
        tab = await self._chromium.tab(visitor.device, shopper=visitor.shopper)
        begun = self._chromium.generation
        try:
            return await _within(seconds, tab, work(tab))
        except PageLostError as lost:
            if not await self._chromium.answers(begun):
                raise BrowserDiedError("the browser died") from lost
            await self._chromium.drop(visitor.device)
            raise


async def _within(seconds: float, tab: Tab, work: Coroutine[Any, Any, _T]) -> _T:
    """The result of work in a tab. Raises PageLostError when it takes too long, crashes or goes away."""
    # What is asked of a page that has crashed may never be answered.
    working, crash = asyncio.ensure_future(work), asyncio.ensure_future(tab.crash.wait())
    try:
        await asyncio.wait({working, crash}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
    except Error as error:
        crashed = tab.crashed or "crashed" in error.message
        raise PageLostError("the page crashed" if crashed else "the page went away") from error
    finally:
        for task in (working, crash):
            task.cancel()
        await asyncio.gather(working, crash, return_exceptions=True)
    raise PageLostError("the page crashed" if tab.crashed else "the page did not come to rest in time")
