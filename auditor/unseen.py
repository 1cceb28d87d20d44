"""Unseen stages: those of which no page was read, such as the checkout while nothing is in the cart, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from auditor.capture.records import Fetch
from auditor.capture.shopping import Shopping
from auditor.model.guide import PROBE_PATH
from auditor.model.page import Page
from auditor.model.terms import Device, Outcome, PageStatus, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.searched import Searched
from auditor.site import Site
from auditor.visitor.missing import Missing, missing_stages
from auditor.visitor.stages import stage_of_address, stage_told

#: Stages that may be closed to those who have bought nothing or are not known.
_KEPT = frozenset({Stage.CART, Stage.CHECKOUT, Stage.ORDER_TRACKING})
_NAMES = {Stage.CART: "The cart", Stage.CHECKOUT: "The checkout", Stage.ORDER_TRACKING: "The order tracking"}
_LOGIN = "{} asks for a login first."
_LEADS = {
    Stage.CART: "{} leads to the cart while nothing is in it.",
    Stage.ACCOUNT: _LOGIN,
}
_AWAY = "{} leads to another page as long as nothing was bought."


#: A page of which nothing but the address is known.
_BARE = Page("", "", 200, Device.ANY, "", "", "", (), (), (), "")


def without_start(
    site: Site,
    home: Page,
    stages: Mapping[str, Stage],
    starts: Mapping[Stage, str],
    search: Searched,
    vocabulary: Vocabulary,
) -> Mapping[Stage, Missing]:
    """Why no journey begins at the stages of which no page was read."""

    def stage_at(url: str) -> Stage:
        return stage_told(replace(_BARE, url=url, final_url=url), home.url, vocabulary).stage

    seen = sum(fetch.page_status is PageStatus.OK and not fetch.alias_of for fetch in site.outcomes)
    found = dict(missing_stages(starts, site.statuses(), stage_at, seen))
    if Stage.SEARCH in found and search.missing is not None:
        found[Stage.SEARCH] = search.missing
    probes = [fetch for fetch in site.outcomes if urlsplit(fetch.url).path == PROBE_PATH]
    if Stage.NOT_FOUND in found and probes and probes[0].page_status in (PageStatus.OK, PageStatus.LOGIN):
        goes = "the home page" if probes[0].alias_of == home.url else "another page of the site"
        told = f"An address that does not exist leads to {goes}."
        found[Stage.NOT_FOUND] = Missing(Outcome.NOT_MEASURED, told)
    kept = unseen_stages(site.outcomes, stages, site.shopping, vocabulary)
    return {s: kept.get(s, each) if each.outcome is Outcome.NOT_MEASURED else each for s, each in found.items()}


def unseen_stages(
    outcomes: Sequence[Fetch], stages: Mapping[str, Stage], shopping: Sequence[Shopping], vocabulary: Vocabulary
) -> Mapping[Stage, Missing]:
    """The stages that a site keeps from a guest, each with the page that was shown instead."""
    seen = set(stages.values())
    found = [*_shopped(shopping), *_turned_away(outcomes, stages, vocabulary)]
    return {stage: unseen for stage, unseen in reversed(found) if stage not in seen}


def _shopped(shopping: Sequence[Shopping]) -> Iterator[tuple[Stage, Missing]]:
    """What was told when a product was put into the cart goes before what an empty cart showed."""
    for record in shopping:
        if not record.checkout and record.cart:
            yield Stage.CHECKOUT, Missing(Outcome.NOT_MEASURED, record.reason, record.cart)


def _turned_away(
    outcomes: Sequence[Fetch], stages: Mapping[str, Stage], vocabulary: Vocabulary
) -> Iterator[tuple[Stage, Missing]]:
    for fetch in outcomes:
        shown = stages.get(fetch.alias_of or fetch.url)
        asks = fetch.page_status is PageStatus.LOGIN
        if not asks and (not fetch.alias_of or shown is None):
            continue
        stage = stage_of_address(fetch.url, vocabulary)
        if stage in _KEPT and stage is not shown:
            told = _LOGIN if asks else _LEADS.get(shown or Stage.OTHER, _AWAY)
            yield stage, Missing(Outcome.NOT_MEASURED, told.format(_NAMES[stage]), fetch.alias_of or fetch.url)
