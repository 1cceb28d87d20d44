"""Choice: can people who cannot take every way still reach somebody?"""

from collections.abc import Iterator, Sequence

from auditor.model.journey import Journey
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
    """The best channel that the person can take; known by the preference for those that were seen.

    It is wholly known when the best that was seen is as good as any that was not seen could be.
    """
    found = [(weights.channels[c].preference, _channel(c, person, device, observed, weights)) for c in person.channels]
    value, high = max(worth.value for _, worth in found), max(worth.high for _, worth in found)
    total = sum(preference for preference, _ in found)
    known = 1.0 if value >= high else sum(preference * worth.known for preference, worth in found) / total
    return Worth(value, known, max(worth.low for _, worth in found), high)


def _channel(channel: Channel, person: Person, device: Device, observed: Observed, weights: Weights) -> Worth:
    """Whether a channel is there at all, from any stage; how far it is belongs to findability.

    That it is reached from one stage is known for good. That it is lacking is known as far as stages were seen.
    """
    best = weights.channels[channel].worth
    ways = observed.ways((channel,), None, device)
    known = [way for way in ways if way.outcome in KNOWN]
    if not known:
        return unseen(best)
    if len(known) == len(ways):
        return seen(best * max(_share(way, person, observed, weights) for way in known))
    share = max(_share(way, person, observed, weights) for way in known)
    reached = any(_share(way, person, observed, weights) > 0 for way in known if way.outcome is Outcome.REACHED)
    return Worth(best * share, 1.0 if reached else _seen_share(known, ways, weights), best * share, best)


def _share(way: Journey, person: Person, observed: Observed, weights: Weights) -> float:
    """What is left of a channel for a person at the end of one way, 0 to 1."""
    if way.outcome is Outcome.REACHED:
        return max((option_share(option, weights) for option in observed.options_at_end(way)), default=1.0)
    return weights.choice.gated if way.outcome is Outcome.GATED and not person.ungated else 0.0


def _seen_share(known: Sequence[Journey], ways: Sequence[Journey], weights: Weights) -> float:
    """The weight of the stages that are known beside that of all; 0 when none of them has any."""
    whole = sum(weights.stages[way.stage].weight for way in ways)
    return sum(weights.stages[way.stage].weight for way in known) / whole if whole else 0.0
