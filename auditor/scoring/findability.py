"""Findability: how far is it from each stage to a person?"""

from collections.abc import Iterator

from auditor.model.contact import ContactOption
from auditor.model.journey import Journey
from auditor.model.terms import SCORED_CHANNELS, Channel, Human, Outcome
from auditor.scoring.cell import cell_worth, cells
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.part import Part, Worth, seen, unseen
from auditor.scoring.weights import Weights
from auditor.scoring.wording import place_text


def findability(observed: Observed, weights: Weights) -> Iterator[Part]:
    """One part a stage and device."""
    for stage, device, weight in cells(observed, weights):
        ways = {c: route_worth(observed.journey(stage, c, device), c, observed, weights) for c in SCORED_CHANNELS}
        yield Part("findability", place_text(stage, device), weight, cell_worth(ways, weights))


def route_worth(way: Journey | None, channel: Channel, observed: Observed, weights: Weights) -> Worth:
    """The worth of one way: 0 when gated or not found, else by clicks, price and who answers."""
    best = weights.channels[channel].worth
    if way is None or way.outcome not in KNOWN:
        return unseen(best)
    if way.outcome is not Outcome.REACHED:
        return seen(0.0)
    if way.best_clicks is None:
        return unseen(best)
    options = observed.options_at_end(way)
    value = max((_worth(way.best_clicks, option, channel, weights) for option in options), default=None)
    if value is None:
        value = _by_clicks(way.best_clicks, channel, weights)
    if way.exact:
        return seen(value)
    fewest = min(way.best_clicks, 1 if observed.laid_out(way.start, way.device) else 0)
    return Worth(value, 1.0, value, max(value, _by_clicks(fewest, channel, weights)))


def option_share(option: ContactOption, weights: Weights) -> float:
    """What price and who answers leave of the worth of an option, 0 to 1."""
    price: float = getattr(weights.prices, option.price.value)
    people: float = getattr(weights.people, option.human.value)
    return price * people


def _worth(clicks: int, option: ContactOption, channel: Channel, weights: Weights) -> float:
    on_top = weights.people.hybrid_clicks if option.human is Human.HYBRID else 0
    return option_share(option, weights) * _by_clicks(clicks + on_top, channel, weights)


def _by_clicks(clicks: int, channel: Channel, weights: Weights) -> float:
    """worth · 2^(-detour / half_after), where the clicks that belong to the channel are no detour."""
    mine = weights.channels[channel]
    detour = max(0, clicks - mine.own_clicks)
    return float(mine.worth * 2.0 ** (-detour / weights.clicks.half_after))
