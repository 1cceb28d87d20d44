"""Missing stages: those of which no page was read, each with the reason why nothing is known from there."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from auditor.model.terms import Outcome, PageStatus, Stage

#: What is told of a page that is there and was not shown, by what came of asking for it; what closes it goes first.
_REASONS = {
    PageStatus.CLOSED: (Outcome.BLOCKED, "robots.txt closes this page to crawlers."),
    PageStatus.BLOCKED: (Outcome.BLOCKED, "The site did not let the crawler see this page."),
    PageStatus.ERROR: (Outcome.NOT_MEASURED, "The page did not answer."),
}


class Missing(NamedTuple):
    """Why no journey begins at a stage; `start` is the address of a page that was closed, else ""."""

    outcome: Outcome
    reason: str
    start: str = ""


def missing_stages(
    found: Collection[Stage], statuses: Mapping[str, PageStatus], stage_at: Callable[[str], Stage], pages: int
) -> Mapping[Stage, Missing]:
    """What is told of each stage of which none of the `pages` pages seen is, in the order of stages.

    `statuses` tells what came of asking for each address, `stage_at` of which stage an address alone speaks.
    """
    told: dict[Stage, Missing] = {}
    for status, (outcome, reason) in _REASONS.items():
        for url in sorted((url for url, came in statuses.items() if came is status), key=lambda url: (len(url), url)):
            # A page that did not answer may not be there at all: then nothing begins at it.
            told.setdefault(stage_at(url), Missing(outcome, reason, url if outcome is Outcome.BLOCKED else ""))
    return {
        stage: told.get(stage) or Missing(Outcome.NOT_MEASURED, _none_of(pages))
        for stage in Stage
        if stage is not Stage.OTHER and stage not in found
    }


def _none_of(pages: int) -> str:
    seen = "one page" if pages == 1 else f"{pages:,} pages"
    return f"No page of this kind was found on the {seen} seen."
