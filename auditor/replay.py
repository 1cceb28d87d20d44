"""Replay: the way of a journey of an audit, walked again in the browser before the eyes of a user.

It runs in the process of the command (docs/decisions/012).
"""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import PressRecord
from auditor.capture.urls import host_of
from auditor.contacts.detect import Detector
from auditor.model.audit import Audit
from auditor.model.domains import registrable_domain
from auditor.model.errors import CaptureError, GatherError, UsageError
from auditor.model.guide import Press
from auditor.model.journey import Journey
from auditor.model.proof import NEVER_PRESSED, REFUTING, Proof
from auditor.model.replay import Event, Replayed, Result, Seen, Sight
from auditor.model.sighting import SiteContext
from auditor.model.terms import Action, Channel, Device, Outcome, Stage
from auditor.walked import End, end_of

if TYPE_CHECKING:
    from spiders.browser.prove import Proven
    from spiders.browser.session import BrowserOptions, BrowserSession

Tell = Callable[[Event], None]
SIGHTS = {End.HELD: Sight.THERE, End.OTHER: Sight.OTHER, End.DEAD: Sight.MISSING}
#: A way is one to a channel: where a number takes turns with others, it still leads there.
RESULTS = {End.HELD: Result.WORKS, End.OTHER: Result.WORKS, End.DEAD: Result.BROKEN, End.LATE: Result.UNKNOWN}
#: Answers of a start page that say nothing of the way.
TURNED_AWAY = frozenset({401, 403, 407, 429})


@dataclass(frozen=True, slots=True)
class View:
    """How a replay is watched: in a window or not, with `seconds` to look at each control, with pictures in a folder.

    `resolve` are detours as in `--resolve`. With `private` the audit may name addresses inside of this network.
    """

    headed: bool = False
    seconds: float = 0.0
    out: Path | None = None
    browser: str = ""
    resolve: Sequence[str] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Which journeys to replay: one by its id, or all of a channel, stage and device; what is None is not said."""

    journey: str = ""
    channel: Channel | None = None
    stage: Stage | None = None
    device: Device | None = None


def replayable(audit: Audit) -> tuple[Journey, ...]:
    """The journeys whose way can be walked again: those that were reached, and need no search."""
    reached = (journey for journey in audit.journeys if journey.outcome is Outcome.REACHED)
    return tuple(j for j in reached if all(step.action is not Action.SEARCH for step in j.path))


def chosen(audit: Audit, wish: Wish) -> tuple[Journey, ...]:
    """The journeys that are wished for; from home on a desktop unless said otherwise, and of those that hold.

    Raises UsageError when there is none.
    """
    found = replayable(audit)
    if wish.journey:
        named = tuple(journey for journey in found if journey.id == wish.journey)
        if not named:
            raise UsageError(f"There is no way to replay called {wish.journey!r}.", "See which there are with --list.")
        return named
    stage, device = wish.stage or Stage.HOME, wish.device or Device.DESKTOP
    meant = [j for j in found if j.stage is stage and j.device is device and wish.channel in (None, j.channel)]
    held = [journey for journey in meant if journey.verified]
    if not meant:
        raise UsageError(
            f"No way on {device} from the {stage} page is known to {wish.channel or 'any channel'}.",
            "See which there are with --list.",
        )
    return tuple(held or meant) if wish.channel is None else tuple(meant)


def replay(audit: Audit, journeys: Sequence[Journey], view: View, tell: Tell) -> tuple[Replayed, ...]:
    """Walk journeys again, one after the other; `tell` hears of each way and step as it is made.

    Raises UsageError for a wrong browser, detour or address, and GatherError when there is no browser that starts.
    """
    with ExitStack() as stack:
        shots = view.out or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        return asyncio.run(_replayed(audit, journeys, view, _options(audit, view, shots), tell))


async def _replayed(
    audit: Audit, journeys: Sequence[Journey], view: View, options: "BrowserOptions", tell: Tell
) -> tuple[Replayed, ...]:
    from spiders.browser.session import BrowserSession

    async with BrowserSession(options) as browser:
        ended: list[Replayed] = []
        for journey in journeys:
            tell(journey)
            ended.append(await _Walk(audit, journey, view, tell).through(browser))
            tell(ended[-1])
        return tuple(ended)


def _options(audit: Audit, view: View, shots: Path) -> "BrowserOptions":
    from spiders.browser.find import find_browser
    from spiders.browser.session import BrowserOptions
    from spiders.detour import read_detour
    from spiders.guard import Guard, guard_for, is_loopback, is_private

    url, host = audit.settings.url, host_of(audit.settings.url)
    detours = tuple(read_detour(text) for text in view.resolve)
    guard = guard_for(url, detours)
    # An audit may come from anyone: what it names is not what the user has named.
    named = view.private or any(detour.host == guard.start_host for detour in detours)
    if not named and (is_loopback(host) or (_is_address(host) and is_private(host))):
        raise UsageError(
            f"The audit is of {host}, an address inside of this network.", "Add --private if that is meant."
        )
    choice = find_browser(view.browser)
    if choice is None:
        raise GatherError("No Chrome or Chromium was found.", "Name one with --browser.")
    trusted = guard if named else Guard("", frozenset(), detours)
    return BrowserOptions(choice.path, trusted, shots, audit.settings.consent, audit.site.language, view.headed)


def _is_address(host: str) -> bool:
    return host.strip("[]").replace(".", "").isdigit() or ":" in host


def proof_again(audit: Audit, journey: Journey) -> Proof:
    """The presses of a journey as an audit tells them."""
    urls = {page.id: page.url for page in audit.pages}
    path = (
        Press(urls.get(step.page, ""), step.state, journey.device, step.action, step.selector, step.label)
        for step in journey.path
    )
    evidence = (e for contact in audit.contacts if contact.id == journey.contact_id for e in contact.evidence)
    at_end = (e.selector for e in evidence if (e.page, e.state) == (journey.end_page, journey.end_state))
    return Proof(urls.get(journey.start, ""), journey.device, tuple(path), next(at_end, ""))


@dataclass(slots=True)
class _Walk:
    """One journey walked again."""

    audit: Audit
    journey: Journey
    view: View
    tell: Tell
    _last: int = field(default=0)

    async def through(self, browser: "BrowserSession") -> Replayed:
        from spiders.browser.audience import Audience

        proof = proof_again(self.audit, self.journey)
        proven = await browser.prove(proof, Audience(self._told, self.view.seconds, self.view.headed))
        last = proven.records[-1]
        if proven.status in TURNED_AWAY or proven.status >= 500:
            reason = f"the first page answered with {proven.status}"
            seen = Seen(self.journey, 1, None, Sight.LOST, proof.start, reason)
            self.tell(seen)
            return Replayed(Result.UNKNOWN, seen)
        if last.outcome == "failed" or proven.end is None:
            return Replayed(Result.BROKEN if last.reason in REFUTING else Result.UNKNOWN, self._seen(last))
        end = self._end(proven)
        seen = Seen(self.journey, len(proof.path) + 1, None, SIGHTS.get(end, Sight.LOST), last.page)
        self.tell(seen)
        return Replayed(RESULTS[end], seen)

    def _told(self, record: PressRecord) -> None:
        """Tell of a step; of the end is told when it was read."""
        again = record.step < self._last
        self._last = record.step
        if record.step < len(self.journey.path) or record.outcome == "failed":
            self.tell(self._seen(record, again=again))

    def _seen(self, record: PressRecord, *, again: bool = False) -> Seen:
        steps = self.journey.path[record.step : record.step + 1]
        sight = {"navigated": Sight.OPENED, "failed": Sight.FAILED}.get(record.outcome, Sight.CHANGED)
        if sight is Sight.FAILED and record.reason not in REFUTING and not record.reason.startswith(NEVER_PRESSED):
            sight = Sight.LOST
        place = record.navigated_to or record.page
        return Seen(self.journey, record.step + 1, next(iter(steps), None), sight, place, record.reason, again)

    def _end(self, proven: "Proven") -> End:
        """Whether the page as it stands at the end shows the option, as the detector reads it."""
        end, last = proven.end, proven.records[-1]
        url = next((page.url for page in self.audit.pages if page.id == self.journey.end_page), last.page)
        assert end is not None
        try:
            page = parse_snapshot(end.payload, url=url, device=end.device, state=last.state_before)
        except CaptureError:
            return End.LATE
        value = next((c.value for c in self.audit.contacts if c.id == self.journey.contact_id), None)
        found = Detector(_context(self.audit)).find(page)
        return end_of(found, self.journey.channel, value, self.journey.device)


def _context(audit: Audit) -> SiteContext:
    site = audit.site
    domain = registrable_domain(host_of(site.url))
    return SiteContext(site.url, domain, site.country, site.language, site.name, hosts=(host_of(site.url),))
