"""Site: all that a capture tells, read into memory for the stages that are pure functions of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from auditor.capture.pages import CapturedPages
from auditor.capture.records import ACCEPTED, PROVED, ConsentRecord, Fetch, OverlayRecord, PressRecord, Snapshot, aside
from auditor.capture.scope import scope_of
from auditor.capture.store import Capture
from auditor.capture.torn import FILE, ROWS, told_when_torn
from auditor.capture.urls import canonical_url
from auditor.model.page import Page
from auditor.model.settings import Settings
from auditor.model.terms import Device, PageStatus

#: The facts of a run that the audit document needs.
FACTS = ("status", "reason", "robots", "locale", "browser", "phases", "started", "sitemap")


def _home_as_rendered(outcomes: Sequence[Fetch], fetched: Sequence[Page], rendered: Sequence[Page]) -> tuple[Page, ...]:
    """The home page of a site that shows it to a browser only, in place of the one that the server did not send."""
    if not outcomes or any(page.url == outcomes[0].url for page in fetched):
        return ()
    shown = (page for page in rendered if page.url == outcomes[0].url and not page.state)
    return tuple(replace(page, device=Device.ANY) for page in list(shown)[:1])


def _translated(fetched: tuple[Page, ...]) -> frozenset[str]:
    """The pages of other locales that only their language gave away."""
    scope = scope_of(fetched[0]) if fetched else None
    return frozenset(page.url for page in fetched if scope is not None and scope.speaks_other(page))


@dataclass(frozen=True, slots=True)
class Site:
    """What was gathered of a site.

    `outcomes` are all answers without bodies in commit order, `fetched` the pages as the server sent them, `rendered`
    the pages and states as laid out, `snapshots` the same without payloads (for their pictures and measured loads).
    `accepted` are pages as those see them who accept the consent banner, `translated` are the URLs of pages of other
    locales, which are in none of these. `proved` are the pages at the ends of proved ways, by the keys of proofs.
    """

    settings: Settings
    outcomes: tuple[Fetch, ...]
    fetched: tuple[Page, ...]
    rendered: tuple[Page, ...]
    accepted: tuple[Page, ...]
    proved: Mapping[str, Page]
    translated: frozenset[str]
    snapshots: tuple[Snapshot, ...]
    presses: tuple[PressRecord, ...]
    consents: tuple[ConsentRecord, ...]
    overlays: tuple[OverlayRecord, ...]
    facts: Mapping[str, Any]

    @classmethod
    def read(cls, capture: Capture) -> "Site":
        """Read a capture. Raises CaptureError when it is torn."""
        with told_when_torn(*ROWS):
            pages = CapturedPages(capture)
            settings = capture.settings
            outcomes = tuple(capture.outcomes())
            snapshots = tuple(key for key in capture.snapshot_keys() if not aside(key.state))
            presses = tuple(capture.presses())
            consents = tuple(capture.consents())
            overlays = tuple(capture.overlays())
            facts = {name: capture.fact(name) for name in FACTS}
        with told_when_torn(*FILE):
            fetched, rendered = tuple(pages.fetched()), tuple(pages.rendered())
        fetched = (*_home_as_rendered(outcomes, fetched, rendered), *fetched)
        translated = _translated(fetched)
        return cls(
            settings=settings,
            outcomes=outcomes,
            fetched=tuple(page for page in fetched if page.url not in translated),
            rendered=tuple(p for p in rendered if not aside(p.state) and p.url not in translated),
            accepted=tuple(page for page in rendered if page.state == ACCEPTED),
            proved={p.state.removeprefix(PROVED): p for p in rendered if p.state.startswith(PROVED)},
            translated=translated,
            snapshots=snapshots,
            presses=presses,
            consents=consents,
            overlays=overlays,
            facts=facts,
        )

    @property
    def home(self) -> Page | None:
        """The home page as the server sent it, None when there is none."""
        if not self.outcomes or not self.fetched or self.outcomes[0].page_status is not PageStatus.OK:
            return None
        return self.fetched[0]

    def page_of(self) -> Mapping[str, str]:
        """Which page an address leads to: asked, final and redirected addresses to the URL of the page."""
        known: dict[str, str] = {}
        for fetch in self.outcomes:
            page = fetch.alias_of or fetch.url
            for address in (fetch.url, fetch.final_url, *fetch.redirects):
                known.setdefault(canonical_url(address) or address, page)
        return known

    def statuses(self) -> Mapping[str, PageStatus]:
        """What came of asking for each URL."""
        return {fetch.url: fetch.page_status for fetch in self.outcomes}
