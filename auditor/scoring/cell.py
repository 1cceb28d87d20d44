"""Cell: one stage on one device; the better of the spoken and the written way counts more than the other."""

from collections.abc import Mapping

from auditor.model.terms import SCORED_CHANNELS, CaptureStatus, Channel, Device, SiteKind, Stage
from auditor.scoring.observed import Observed
from auditor.scoring.part import Worth
from auditor.scoring.weights import Kinds, Weights

_SHOPS = (SiteKind.SHOP, SiteKind.MARKETPLACE)
_SHOP_STAGES = (Stage.PRODUCT, Stage.CART, Stage.CHECKOUT)


def cells(observed: Observed, weights: Weights) -> tuple[tuple[Stage, Device, float], ...]:
    """The stages that the site has, or that a partial capture may have missed, on each device with their weight."""
    wanted = set(observed.stages) | _missed(observed, weights)
    return tuple(
        (stage, device, weights.stages[stage].weight * weights.devices[device].weight)
        for stage in Stage
        if stage in wanted and weights.stages[stage].weight > 0
        for device in observed.devices
    )


def _missed(observed: Observed, weights: Weights) -> set[Stage]:
    if observed.captured.status is CaptureStatus.MEASURED:
        return {Stage.HOME}
    shop = observed.kind in _SHOPS or any(stage in _SHOP_STAGES for stage in observed.stages)
    return set(weights.expected.shop if shop else weights.expected.any)


def cell_worth(channels: Mapping[Channel, Worth], weights: Weights) -> Worth:
    """The worth of a cell from the worth of each channel in it.

    A kind (spoken, written) is worth its best channel, and is known by the preference for those of its channels
    that were seen.
    """
    spoken = _kind_worth("spoken", channels, weights)
    written = _kind_worth("written", channels, weights)
    low = _mixed(spoken.low, written.low, weights.kinds)
    high = _mixed(spoken.high, written.high, weights.kinds)
    return Worth(_seen_mix(spoken, written, weights.kinds), (spoken.known + written.known) / 2, low, high)


def _kind_worth(kind: str, channels: Mapping[Channel, Worth], weights: Weights) -> Worth:
    mine = [(weights.channels[c].preference, channels[c]) for c in SCORED_CHANNELS if weights.channels[c].kind == kind]
    total = sum(preference for preference, _ in mine)
    return Worth(
        max(worth.value for _, worth in mine),
        sum(preference * worth.known for preference, worth in mine) / total,
        max(worth.low for _, worth in mine),
        max(worth.high for _, worth in mine),
    )


def _mixed(one: float, two: float, kinds: Kinds) -> float:
    return kinds.best * max(one, two) + kinds.other * min(one, two)


def _seen_mix(one: Worth, two: Worth, kinds: Kinds) -> float:
    """The mix in which each kind counts by how much of it was seen."""
    first, second = (one, two) if one.value >= two.value else (two, one)
    weight = kinds.best * first.known + kinds.other * second.known
    if weight == 0:
        return 0.0
    return (kinds.best * first.known * first.value + kinds.other * second.known * second.value) / weight
