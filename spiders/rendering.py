"""What the browser is asked to do: which pages are rendered and explored, chosen at round boundaries only.

Rendering runs beside the crawl, but its pages are handed over in the order in which they were chosen, at one place.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from auditor.capture.harvest import follows
from auditor.capture.layout import parse_snapshot
from auditor.capture.records import ACCEPTED, ConsentRecord, OverlayRecord, PressRecord, Snapshot, aside
from auditor.capture.urls import canonical_url
from auditor.model.errand import Errand
from auditor.model.errors import CaptureError
from auditor.model.guide import Link, Press
from auditor.model.page import Page
from auditor.model.proof import Proof
from auditor.model.terms import Consent, Device, Stage
from spiders.budget import EXPLORE_SHARE, RENDER_SHARE
from spiders.choice import Choice
from spiders.pressing import Plan, Task
from spiders.tools import Tools
from spiders.walls import wall_in, without_walls

#: Renderings of one site, both devices counted; with those shares of 120 s a slow site gets about so many. Whoever
#: gives more seconds gets more, but not without end. It is the seconds given that count, not those that a page takes:
#: what is rendered must not hang on the speed of a machine.
MAX_RENDERS, FOR_SECONDS = 48, 120.0
MOST_TIMES = 8
#: After so many walls a device is not shown to the site any more: it is not wanted there.
MAX_WALLS = 2
#: Pages on which a visitor who looks for contact stays until all is there.
PATIENT_STAGES = frozenset({Stage.HOME, Stage.CONTACT, Stage.HELP})
#: Seconds that must be left for a further look at a page with its consent banner accepted.
ACCEPT_SECONDS = 20.0


_T = TypeVar("_T")


class Rendering(Protocol):
    """What came of rendering a page."""

    @property
    def snapshot(self) -> Snapshot | None: ...
    @property
    def consent(self) -> ConsentRecord | None: ...
    @property
    def overlay(self) -> OverlayRecord | None: ...
    @property
    def ok(self) -> bool: ...
    @property
    def reason(self) -> str: ...


class Proven(Protocol):
    """What came of pressing a way."""

    @property
    def records(self) -> Sequence[PressRecord]: ...
    @property
    def end(self) -> Snapshot | None: ...


class Errands(Protocol):
    """What came of the one press that may send something."""

    @property
    def record(self) -> PressRecord: ...
    @property
    def to(self) -> str: ...
    @property
    def landed(self) -> str: ...


class Browser(Protocol):
    """What is asked of a browser session (spiders/browser/session.py)."""

    @property
    def refused(self) -> tuple[str, ...]: ...

    async def render(self, url: str, device: Device, *, patient: bool = False, shopper: bool = False) -> Rendering: ...

    async def accepted(self, url: str, device: Device) -> Snapshot | None: ...

    async def explore(
        self, url: str, device: Device, presses: Sequence[Press], *, shopper: bool = False
    ) -> tuple[list[PressRecord], list[Snapshot]]: ...

    async def send(self, errand: Errand, may: Callable[[str], bool]) -> Errands: ...

    async def prove(self, proof: Proof, *, shopper: bool = False) -> Proven: ...


@dataclass(frozen=True, slots=True)
class Job:
    """One page to be rendered on one device."""

    url: str
    device: Device


class Renderer:
    """Works off renderings in the background; `collect` hands the pages over."""

    def __init__(self, browser: Browser, tools: Tools) -> None:
        self._browser = browser
        self._capture = tools.capture
        self._guide = tools.guide
        self._devices = tools.settings.devices
        self._all = tools.settings.render == "always"
        self._most = sys.maxsize if self._all else most_renders(tools.settings.seconds)
        self._budget = tools.budget
        self._teller = tools.teller
        self._jobs: dict[Job, asyncio.Task[Page | None]] = {}
        self._handed: set[Job] = set()
        self._patient: set[str] = set()
        self._contact: list[str] = []
        self._choice = Choice(tools.guide.contact_like)
        self._stored = {(s.url, s.device, s.state): s for s in tools.capture.snapshots()}
        self._plan = Plan()
        self._failures: dict[str, str] = {}
        self._fed: set[tuple[str, Device, str]] = set()
        self._active = 0
        self._since = 0.0
        self.rendered = 0
        self.walls: dict[Device, list[str]] = {}

    def offer(self, pages: Iterable[Page], *, always: bool = False) -> None:
        """Render what is chosen of committed pages; `always` leaves no choice, as `--render always` does."""
        offered = list(pages)
        stages = {page.url: self._guide.stage(page) for page in offered}
        self._patient.update(url for url, stage in stages.items() if stage in PATIENT_STAGES)
        self._contact += [url for url, stage in stages.items() if stage is Stage.CONTACT]
        chosen = self._choice.at_once(offered)
        for url in [page.url for page in offered] if always or self._all else chosen:
            self._order(url)

    def add(self, urls: Iterable[str]) -> None:
        """Render pages that were committed, as far as there is room."""
        for url in urls:
            self._order(url)

    @property
    def room(self) -> int:
        """How many more pages can be rendered on all devices as a check: no more seconds make it more."""
        return max(0, MAX_RENDERS - len(self._jobs)) // len(self._devices)

    async def collect(self, share: float = RENDER_SHARE) -> list[Page]:
        """The pages rendered since the last call, in the order in which they were chosen."""
        for url in self._choice.waiting():
            self._order(url)
        waiting = {job: task for job, task in self._jobs.items() if job not in self._handed}
        if not waiting:
            return []
        _, late = await asyncio.wait(waiting.values(), timeout=self._budget.left(share))
        for task in late:
            task.cancel()
            self._budget.spent = True
        self._handed.update(waiting)
        if late:
            await asyncio.wait(late)
        done = (task.result() for task in waiting.values() if not task.cancelled())
        return [page for page in done if page is not None]

    async def stop(self) -> None:
        """Give up what is under way and record what could not be rendered."""
        for task in self._jobs.values():
            task.cancel()
        await asyncio.gather(*self._jobs.values(), return_exceptions=True)
        self._capture.put_fact("render_failures", self._failures)

    async def explore(self, pages: Sequence[Page], *, copies: bool = False) -> tuple[list[Page], list[Link]]:
        """Press what the guide names on rendered pages: the states that came to sight, and links that were opened.

        With `copies` then also, where that may tell more, the copies of controls that were pressed on other pages.
        """
        since = self._budget.now()
        pressed = await self._pressed(self._plan.new(pages, self._guide.presses))
        if copies:
            pressed += await self._pressed(self._plan.again(self._guide.untold))
        self._budget.charge("explore", since)
        places = dict.fromkeys((page.url, page.device) for page in (*pages, *pressed))
        states = [state for place in places for state in self._states_of(*place)]
        return states, [link for place in places for link in self._opened_from(*place)]

    async def accept(self, home: str) -> None:
        """Look once at the home page as those see it who accept its banner, on each device on which one was refused.

        Where there is time, at the first contact page too.
        """
        since = self._budget.now()
        told = (record for record in self._capture.consents() if record.found and record.choice is Consent.REJECT)
        refused = [device for device in self._devices if device in {record.device for record in told}]
        for number, url in enumerate(filter(None, (home, *self._contact[:1]))):
            if number == 0 or self._budget.left(EXPLORE_SHARE) > ACCEPT_SECONDS:
                await asyncio.gather(*[self._accept(url, device) for device in refused])
        self._budget.charge("render", since)

    async def _accept(self, url: str, device: Device) -> None:
        if (url, device, ACCEPTED) not in self._stored:
            snapshot = await self._in_time(self._browser.accepted(url, device), EXPLORE_SHARE)
            if snapshot is not None:
                self._capture.put_snapshot(snapshot)

    def _order(self, url: str) -> None:
        for device in self._devices:
            job = Job(url, device)
            if job not in self._jobs and len(self._jobs) < self._most:
                self._jobs[job] = asyncio.ensure_future(self._render(job))

    async def _render(self, job: Job) -> Page | None:
        snapshot = self._stored.get((job.url, job.device, ""))
        if snapshot is None:
            if len(self.walls.get(job.device, ())) >= MAX_WALLS:
                return None
            result = await self._timed(self._browser.render(job.url, job.device, patient=job.url in self._patient))
            if result.consent is not None:
                self._capture.put_consent(result.consent)
            if result.overlay is not None:
                self._capture.put_overlay(result.overlay)
            if not result.ok or result.snapshot is None:
                self._failures[f"{job.device} {job.url}"] = result.reason
                return None
            snapshot, page = result.snapshot, _page(result.snapshot)
            wall = wall_in(page, snapshot.payload) if page is not None else ""
            if wall:
                self._failures[f"{job.device} {job.url}"] = wall
                self.walls[job.device] = [*self.walls.get(job.device, ()), wall]
                return None
            self._capture.put_snapshot(snapshot)
        else:
            page = _page(snapshot)
        self.rendered += 1
        self._teller.tell(self._teller.phase, rendered=self.rendered)
        return page

    async def _timed(self, work: Awaitable[_T]) -> _T:
        """Count the time in which anything is being rendered, once however many run side by side."""
        if not self._active:
            self._since = self._budget.now()
        self._active += 1
        try:
            return await work
        finally:
            self._active -= 1
            if not self._active:
                self._budget.charge("render", self._since)

    async def _pressed(self, lanes: Mapping[Device, Sequence[Task]]) -> list[Page]:
        """Press what is to be pressed, the devices side by side; the pages on which that was."""
        await asyncio.gather(*[self._lane(tasks) for tasks in lanes.values()])
        return [task.page for tasks in lanes.values() for task in tasks]

    async def _lane(self, tasks: Sequence[Task]) -> None:
        """The presses of one device, one after the other; what the capture holds is not pressed again."""
        known = {
            (p.page, p.device, p.state_before, p.action, p.selector, p.name)
            for p in self._capture.presses()
            if not p.proof
        }
        for task in tasks:
            url, device = task.page.url, task.page.device
            fresh = [p for p in task.presses if (url, device, p.state, p.action, p.selector, p.name) not in known]
            if not fresh:
                continue
            done = await self._in_time(self._browser.explore(url, device, fresh), EXPLORE_SHARE)
            if done is None:
                return
            records, snapshots = without_walls([_page(snapshot) for snapshot in done[1]], *done)
            for snapshot in snapshots:
                self._capture.put_snapshot(snapshot)
                self._stored[snapshot.url, snapshot.device, snapshot.state] = snapshot
            for record in records:
                self._capture.put_press(record)

    def _states_of(self, url: str, device: Device) -> list[Page]:
        of_page = [key for key in self._stored if key[:2] == (url, device) and key[2] and not aside(key[2])]
        keys = [key for key in of_page if key not in self._fed]
        self._fed.update(keys)
        parsed = [_page(self._stored[key]) for key in sorted(keys)]
        return [state for state in parsed if state is not None]

    def _opened_from(self, url: str, device: Device) -> list[Link]:
        opened: list[Link] = []
        for record in self._capture.presses():
            if (record.page, record.device, record.outcome, record.proof) == (url, device, "navigated", ""):
                target = canonical_url(record.navigated_to)
                if target and follows(target):
                    opened.append(Link(target, record.name, "", url, 1))
        return opened

    async def _in_time(self, work: Awaitable[_T], share: float) -> _T | None:
        """The result of work in the browser, None when the time for it is up."""
        left = self._budget.left(share)
        try:
            return await asyncio.wait_for(work, left)
        except TimeoutError:
            self._budget.spent = True
            return None


def most_renders(seconds: float) -> int:
    """How many renderings an audit of so many seconds may make."""
    return int(MAX_RENDERS * min(MOST_TIMES, max(1.0, seconds / FOR_SECONDS)))


def _page(snapshot: Snapshot) -> Page | None:
    """A snapshot that cannot be read costs this page, not the run."""
    try:
        return parse_snapshot(snapshot.payload, url=snapshot.url, device=snapshot.device, state=snapshot.state)
    except CaptureError:
        return None
