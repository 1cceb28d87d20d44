"""Unshown: contact options that a page holds and no device was seen to show, nor any control to open them.

Something may show them that was not understood, so nobody may say that they are not there. One that is shown on the
other device is another matter: there the page itself decides not to show it here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device
from auditor.visitor.nodes import Node

Sightings = Mapping[Node, Sequence[Sighting]]
REASON = "It stands hidden in the code of the page; what shows it was not seen."

_Option = tuple[str, Channel, str]


def with_unshown(sightings: Mapping[Device, Sightings]) -> Mapping[Device, Sightings]:
    """The sightings with those turned to `cannot_tell` that are hidden on each device of their page."""
    shown = {
        _option(node, sighting)
        for by_node in sightings.values()
        for node, found in by_node.items()
        for sighting in found
        if sighting.visible is not False
    }
    return {
        device: {node: tuple(_told(node, sighting, shown) for sighting in found) for node, found in by_node.items()}
        for device, by_node in sightings.items()
    }


def _told(node: Node, sighting: Sighting, shown: set[_Option]) -> Sighting:
    hidden = sighting.visible is False and not sighting.revealed_by
    if not hidden or sighting.status is not ContactStatus.COUNTS or _option(node, sighting) in shown:
        return sighting
    return replace(sighting, status=ContactStatus.CANNOT_TELL, status_reason=REASON)


def _option(node: Node, sighting: Sighting) -> _Option:
    return node.url, sighting.channel, sighting.value
