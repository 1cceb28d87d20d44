"""Merging: one contact option for all the sightings of one channel and value."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.model.contact import ContactOption, Evidence, Place
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, Gate, Human, Price, Purpose

MAX_EVIDENCE = 3
FAX_ELSEWHERE = "Given as a fax number elsewhere."
_RANK = {ContactStatus.COUNTS: 0, ContactStatus.CANNOT_TELL: 1, ContactStatus.LISTED: 2}
_CHANNELS = {channel: index for index, channel in enumerate(Channel)}

_Found = tuple[Place, Sighting]


def merge(found: Sequence[_Found]) -> tuple[ContactOption, ...]:
    """Contact options c1, c2 … in the order of channel and first place of `found`.

    An option counts when it counts anywhere; its texts come from the best of its sightings (status, then shown before
    not shown, then confidence, then order). `seen` holds each place once, `evidence` the three best. A widget that is
    a messenger link is that link's option, whatever the name of its maker.
    """
    groups: dict[tuple[Channel, str], list[_Found]] = {}
    links = _links_of_widgets(found)
    for place, sighting in found:
        value = links.get(sighting.value, sighting.value) if sighting.channel is Channel.MESSENGER else sighting.value
        groups.setdefault((sighting.channel, value), []).append((place, sighting))
    faxes = {value for channel, value in groups if channel is Channel.FAX}
    ordered = sorted(groups.items(), key=lambda group: _CHANNELS[group[0][0]])  # stable: first place within a channel
    return tuple(_option(f"c{n}", _settled(group, faxes)) for n, (_, group) in enumerate(ordered, 1))


def _links_of_widgets(found: Sequence[_Found]) -> dict[str, str]:
    """By the name of its maker, the link that a messenger's widget is: both stand at one element."""
    addresses: dict[tuple[Place, str], str] = {}
    for place, sighting in found:
        if sighting.channel is Channel.MESSENGER and sighting.value != sighting.vendor:
            addresses.setdefault((place, sighting.selector), sighting.value)
    links: dict[str, str] = {}
    for place, sighting in found:
        address = addresses.get((place, sighting.selector))
        if address and sighting.channel is Channel.MESSENGER and sighting.value == sighting.vendor:
            links.setdefault(sighting.value, address)
    return links


def _settled(group: list[_Found], faxes: set[str]) -> list[_Found]:
    """A number without a label that is labelled as fax elsewhere is a fax number here too."""
    first = group[0][1]
    labelled = any(sighting.confidence >= 1.0 for _, sighting in group)
    if first.channel is not Channel.PHONE or first.value not in faxes or labelled:
        return group
    return [(place, replace(s, status=ContactStatus.LISTED, status_reason=FAX_ELSEWHERE)) for place, s in group]


def _option(identity: str, group: list[_Found]) -> ContactOption:
    best = sorted(group, key=lambda item: _rank(item[1]))
    sightings = [sighting for _, sighting in best]
    top = sightings[0]
    same = [sighting for sighting in sightings if sighting.status is top.status]
    return ContactOption(
        id=identity,
        channel=top.channel,
        value=top.value,
        display=top.display,
        purpose=next((s.purpose for s in same if s.purpose is not Purpose.UNKNOWN), Purpose.UNKNOWN),
        status=top.status,
        status_reason=top.status_reason,
        price=next((s.price for s in same if s.price is not Price.UNKNOWN), Price.UNKNOWN),
        human=next((s.human for s in same if s.human is not Human.UNKNOWN), Human.UNKNOWN),
        hours=next((s.hours for s in same if s.hours), ""),
        response_promise=next((s.response_promise for s in same if s.response_promise), ""),
        gates=_fewest_gates(same),
        region=top.region,
        vendor=next((s.vendor for s in sightings if s.vendor), ""),
        seen=_places(place for place, _ in group),
        devices=_devices(group),
        evidence=_evidence(best),
        confidence=max(s.confidence for s in same),
    )


def _rank(sighting: Sighting) -> tuple[int, bool, bool, float]:
    return _RANK[sighting.status], not sighting.reached, sighting.visible is False, -sighting.confidence


def _fewest_gates(same: Sequence[Sighting]) -> tuple[Gate, ...]:
    """The gates where fewest hold; a control that was not pressed yet knows nothing of those behind it."""
    reached = [s for s in same if s.reached or s.reached_touch] or same
    return min((_ordered(s.gates) for s in reached), key=lambda gates: (len(gates), gates))


def _ordered(gates: tuple[Gate, ...]) -> tuple[Gate, ...]:
    return tuple(sorted(set(gates)))


def _places(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))


def _devices(group: list[_Found]) -> tuple[Device, ...]:
    """The devices on which an option is not hidden everywhere; what a control shows is not hidden."""
    shown = {place.device for place, sighting in group if sighting.visible is not False or sighting.revealed_by}
    return tuple(device for device in Device if device in shown)


def _evidence(best: list[_Found]) -> tuple[Evidence, ...]:
    """The best places, each selector of a page and state once, pages before further places on one page."""
    made = [Evidence(page=p.page, state=p.state, selector=s.selector, text=s.text[:240]) for p, s in best]
    distinct = list(dict.fromkeys(made))
    first: dict[tuple[str, str], Evidence] = {}
    for evidence in distinct:
        first.setdefault((evidence.selector, evidence.text), evidence)
    return tuple((list(first.values()) + [e for e in distinct if e not in first.values()])[:MAX_EVIDENCE])
