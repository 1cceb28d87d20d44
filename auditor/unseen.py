"""Unseen stages: those that a site keeps from a guest, such as the checkout while nothing is in the cart, and why."""

from collections.abc import Iterator, Mapping, Sequence

from auditor.capture.records import Fetch
from auditor.capture.shopping import Shopping
from auditor.model.terms import Outcome, PageStatus, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.missing import Missing
from auditor.visitor.stages import stage_of_address

#: Stages that may be closed to those who have bought nothing or are not known.
_KEPT = frozenset({Stage.CART, Stage.CHECKOUT, Stage.ORDER_TRACKING})
_NAMES = {Stage.CART: "The cart", Stage.CHECKOUT: "The checkout", Stage.ORDER_TRACKING: "The order tracking"}
_LOGIN = "{} asks for a login first."
_LEADS = {
    Stage.CART: "{} leads to the cart while nothing is in it.",
    Stage.ACCOUNT: _LOGIN,
}
_AWAY = "{} leads to another page as long as nothing was bought."


def unseen_stages(
    outcomes: Sequence[Fetch], stages: Mapping[str, Stage], shopping: Sequence[Shopping], vocabulary: Vocabulary
) -> Mapping[Stage, Missing]:
    """The stages of which an address is known and no page was seen, each with the page that was shown instead."""
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
