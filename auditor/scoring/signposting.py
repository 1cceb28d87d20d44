"""Signposting: is the way shown on each stage, in sight, under a clear name?"""

from collections.abc import Iterator

from auditor.model.audit import Signpost
from auditor.model.terms import SCORED_CHANNELS, Channel
from auditor.scoring.cell import cell_worth, cells
from auditor.scoring.findability import option_share
from auditor.scoring.observed import Observed
from auditor.scoring.part import Part, Worth, seen, unseen
from auditor.scoring.weights import Weights
from auditor.scoring.wording import place_text


def signposting(observed: Observed, weights: Weights) -> Iterator[Part]:
    """One part a stage and device; a sign to a bot alone or to a premium line is worth what that option is."""
    shares = {channel: _share(channel, observed, weights) for channel in SCORED_CHANNELS}
    for stage, device, weight in cells(observed, weights):
        signs = {
            c: _times(shares[c], sign_worth(observed.signpost(stage, c, device), c, weights)) for c in SCORED_CHANNELS
        }
        yield Part("signposting", place_text(stage, device), weight, cell_worth(signs, weights))


def _share(channel: Channel, observed: Observed, weights: Weights) -> float:
    return max((option_share(option, weights) for option in observed.offered((channel,))), default=1.0)


def _times(share: float, worth: Worth) -> Worth:
    if worth.known == 0:
        return worth
    return Worth(share * worth.value, worth.known, share * worth.low, share * worth.high)


def sign_worth(sign: Signpost | None, channel: Channel, weights: Weights) -> Worth:
    """The worth of one signpost; what of a present one was not measured is left out of its value."""
    best = weights.channels[channel].worth
    if sign is None or sign.present is None:
        return unseen(best)
    if not sign.present:
        return seen(0.0)
    fold = None if sign.above_fold is None else float(sign.above_fold)
    shares = (
        (weights.signpost.present, 1.0),
        (weights.signpost.above_fold, fold),
        (weights.signpost.scent, sign.scent),
    )
    known = [(share, figure) for share, figure in shares if figure is not None]
    whole, measured = sum(share for share, _ in shares), sum(share for share, _ in known)
    got = sum(share * figure for share, figure in known)
    return Worth(best * got / measured, 1.0, best * got / whole, best * (got + whole - measured) / whole)
