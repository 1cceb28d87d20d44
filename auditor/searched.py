"""Searched: what came of asking the site's own search, and so where the journeys of that stage begin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.capture.records import PressRecord
from auditor.capture.urls import canonical_url
from auditor.model.page import Page
from auditor.model.terms import Action, Device, Outcome, PageStatus, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.site import Site
from auditor.visitor.asking import UNASKED, Asked, asked_of, finds, reads_alike
from auditor.visitor.missing import Missing

CLOSED = "robots.txt closes what the search finds to crawlers."
REFUSED = "The site did not let the crawler see what the search finds."
SILENT = "The search did not answer."
LEADS_ON = "The search led on to another page of the site."
UNCHANGED = "Words were typed into the search, and nothing new was seen."
_FAILED = "The search could not be used: {}."
_NOT_ASKED = {
    PageStatus.CLOSED: (Outcome.BLOCKED, CLOSED),
    PageStatus.BLOCKED: (Outcome.BLOCKED, REFUSED),
    PageStatus.ERROR: (Outcome.NOT_MEASURED, SILENT),
    PageStatus.NOT_HTML: (Outcome.NOT_MEASURED, SILENT),
}


@dataclass(frozen=True, slots=True)
class Searched:
    """`start` is the page that the search found for the first of its words, "" for none, and `missing` then says why.

    `states` are those of the start page that typing led to, by device, where what was found has no address of its own.
    `words` are those that it was asked for, as far as it answered, `found` the pages of what it found.
    `unanswered` are the pages that show the home page whatever was searched for.
    """

    start: str = ""
    missing: Missing | None = None
    states: Mapping[Device, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


def searched(site: Site, home: Page, stages: Mapping[str, Stage], vocabulary: Vocabulary) -> Searched:
    """What came of asking; `stages` gives the stage of each page by URL."""
    homes = [home, *(page for page in site.rendered if page.url == home.url and not page.state)]
    asked = asked_of(homes, vocabulary)
    typed = [press for press in site.presses if press.action is Action.SEARCH and not press.proof]
    alike = [
        page.url
        for page in site.fetched
        if page.url != home.url and finds(page.url, asked.words) and any(reads_alike(page, each) for each in homes)
    ]
    found = dict(_found(site, asked, typed, {url: stages[url] for url in stages.keys() - {home.url, *alike}}))
    if found:
        return Searched(next(iter(found.values())), None, {}, tuple(found), tuple(found.values()), tuple(alike))
    first = [press for press in typed if press.outcome == "changed" and press.name == asked.words[0]]
    if first:
        words = {press.name for press in typed if press.outcome == "changed"}
        states = {press.device: press.state_after for press in first}
        spoken = tuple(word for word in asked.words if word in words)
        return Searched(home.url, None, states, spoken, unanswered=tuple(alike))
    missing = _why(site, asked, typed)
    told = Missing(Outcome.NOT_MEASURED, UNCHANGED) if alike and missing.outcome is not Outcome.BLOCKED else missing
    return Searched(missing=told, unanswered=tuple(alike))


def _found(
    site: Site, asked: Asked, typed: Sequence[PressRecord], stages: Mapping[str, Stage]
) -> Iterator[tuple[str, str]]:
    """The words that were answered, each with the page of what was found, which is one of those in `stages`."""
    known, pages = site.page_of(), {page.url: page for page in site.fetched}
    led = [(press.name, press.navigated_to) for press in typed if press.outcome == "navigated"]
    addresses = [*zip(asked.words, asked.urls, strict=False), *led]
    for word in asked.words:
        for url in (canonical_url(address) for name, address in addresses if name == word):
            page = pages.get(known.get(url, ""))
            if page is None or page.status != 200 or page.url not in stages:
                continue
            if stages[page.url] in (Stage.SEARCH, Stage.OTHER) or finds(page.final_url, asked.words):
                yield word, page.url
                break


def _why(site: Site, asked: Asked, typed: Sequence[PressRecord]) -> Missing:
    """Why nothing is known of what the search finds."""
    if asked.reason:
        return Missing(Outcome.NOT_MEASURED, asked.reason)
    statuses = site.statuses()
    led = [press.navigated_to for press in typed if press.outcome == "navigated"]
    for url in (canonical_url(address) for address in (*asked.urls, *led)):
        outcome, reason = _NOT_ASKED.get(statuses.get(url, PageStatus.OK), (None, ""))
        if outcome is not None:
            return Missing(outcome, reason, url if outcome is Outcome.BLOCKED else "")
    if any(press.outcome == "nothing" for press in typed):
        return Missing(Outcome.NOT_MEASURED, UNCHANGED)
    failed = next((press.reason for press in typed if press.outcome == "failed"), "")
    if failed:
        return Missing(Outcome.NOT_MEASURED, _FAILED.format(failed))
    known = site.page_of()
    reason = LEADS_ON if any(canonical_url(url) in known for url in asked.urls) else UNASKED
    return Missing(Outcome.NOT_MEASURED, reason)
