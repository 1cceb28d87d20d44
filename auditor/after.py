"""What is there only after cookies are accepted: told by a second look at pages whose banner was refused."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.capture.records import ACCEPTED
from auditor.contacts.detect import Detector
from auditor.model.contact import ContactOption, Place
from auditor.model.page import Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, Gate
from auditor.visitor.nodes import Node

#: By device and URL: what a page shows after consent, and no page without it.
After = Mapping[tuple[Device, str], tuple[Sighting, ...]]
Key = tuple[Channel, str]

ONLY_ACCEPTED = "Only after cookies are accepted."


def after_consent(
    accepted: Iterable[Page], detector: Detector, sightings: Mapping[Device, Mapping[Node, Sequence[Sighting]]]
) -> After:
    """What pages show to those who accept their banner, and no page of the same device to those who refuse it."""
    found: dict[tuple[Device, str], tuple[Sighting, ...]] = {}
    for page in accepted:
        known = _best(sightings.get(page.device, {}))
        only = (s for s in detector.find(page) if _shown(s) and _better(s, known.get((s.channel, s.value))))
        found[page.device, page.url] = tuple(replace(s, gates=(*s.gates, Gate.CONSENT)) for s in only)
    return found


def placed(after: After, ids: Mapping[str, str]) -> Iterator[tuple[Place, Sighting]]:
    """What is there after consent with its places; none of it counts for those who refuse."""
    for (device, url), sightings in after.items():
        for s in sightings:
            reason = ONLY_ACCEPTED if s.status is ContactStatus.COUNTS else s.status_reason
            doubted = replace(s, status=ContactStatus.CANNOT_TELL, status_reason=reason)
            yield Place(page=ids.get(url, ""), state=ACCEPTED, device=device), doubted


def marked(contacts: Iterable[ContactOption], after: After) -> tuple[ContactOption, ...]:
    """Contact options, those marked that nobody is sure of who refuses, and that stand there after consent."""
    keys = {key for sightings in after.values() for key in _keys(sightings)}
    return tuple(_marked(option) if (option.channel, option.value) in keys else option for option in contacts)


def by_channel(after: After, device: Device) -> Mapping[Channel, Sighting]:
    """The first option of each channel that a device shows only after consent."""
    found: dict[Channel, Sighting] = {}
    for (shown_on, _), sightings in after.items():
        for sighting in sightings if shown_on is device else ():
            found.setdefault(sighting.channel, sighting)
    return found


def _marked(option: ContactOption) -> ContactOption:
    if option.status is not ContactStatus.CANNOT_TELL:
        return option
    gates = tuple(sorted({*option.gates, Gate.CONSENT}))
    return option.model_copy(update={"gates": gates, "status_reason": ONLY_ACCEPTED})


def _best(sightings: Mapping[Node, Sequence[Sighting]]) -> Mapping[Key, ContactStatus]:
    """By option: the best that is known of it without consent."""
    known: dict[Key, ContactStatus] = {}
    for found in sightings.values():
        for s in found:
            if known.get((s.channel, s.value)) is not ContactStatus.COUNTS:
                known[s.channel, s.value] = s.status
    return known


def _better(sighting: Sighting, known: ContactStatus | None) -> bool:
    """Whether a page tells more of an option with consent than any without."""
    if sighting.status is ContactStatus.COUNTS:
        return known is not ContactStatus.COUNTS
    return sighting.status is ContactStatus.CANNOT_TELL and known is None


def _shown(sighting: Sighting) -> bool:
    return sighting.visible is not False or bool(sighting.revealed_by)


def _keys(sightings: Iterable[Sighting]) -> Iterator[Key]:
    for sighting in sightings:
        yield sighting.channel, sighting.value
