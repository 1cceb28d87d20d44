"""Choice: can people who cannot take every way still reach somebody?"""

from collections.abc import Iterator

from auditor.model.terms import Channel, Device, Outcome
from auditor.scoring.findability import option_share
from auditor.scoring.observed import KNOWN, Observed
from auditor.scoring.part import Part, Worth, seen, unseen
from auditor.scoring.weights import Person, Weights


def choice(observed: Observed, weights: Weights) -> Iterator[Part]:
    """One part a person and device."""
    for name, person in weights.choice.persons.items():
        for device in observed.devices:
            weight = person.weight * weights.devices[device].weight
            yield Part("choice", f"{name} on {device.value}", weight, _person(person, device, observed, weights))


def _person(person: Person, device: Device, observed: Observed, weights: Weights) -> Worth:
    """The best channel that the person can take; known by the preference for those that were seen."""
    found = [(weights.channels[c].preference, _channel(c, person, device, observed, weights)) for c in person.channels]
    total = sum(preference for preference, _ in found)
    return Worth(
        max(worth.value for _, worth in found),
        sum(preference * worth.known for preference, worth in found) / total,
        max(worth.low for _, worth in found),
        max(worth.high for _, worth in found),
    )


def _channel(channel: Channel, person: Person, device: Device, observed: Observed, weights: Weights) -> Worth:
    """Whether a channel is there at all, from any stage; how far it is belongs to findability."""
    best = weights.channels[channel].worth
    ways = observed.ways((channel,), None, device)
    known = [way for way in ways if way.outcome in KNOWN]
    if not known:
        return unseen(best)
    shares = [0.0]
    for way in known:
        if way.outcome is Outcome.REACHED:
            options = observed.options_at_end(way)
            shares.append(max((option_share(option, weights) for option in options), default=1.0))
        elif way.outcome is Outcome.GATED and not person.ungated:
            shares.append(weights.choice.gated)
    value = best * max(shares)
    return seen(value) if len(known) == len(ways) else Worth(value, 1.0, value, best)
