"""Unshown: contact options that a page holds and no device was seen to show, nor any control to open them.

Something may show them that was not understood, so nobody may say that they are not there. One that is shown on the
other device is another matter: there the page itself decides not to show it here. But what has a place here, and is
only folded up or out of sight, may well be opened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, Seen
from auditor.visitor.nodes import Node, View, Views

Sightings = Mapping[Node, Sequence[Sighting]]
REASON = "It stands hidden in the code of the page; what shows it was not seen."

_Option = tuple[str, Channel, str]


def with_unshown(sightings: Mapping[Device, Sightings], views: Mapping[Device, Views]) -> Mapping[Device, Sightings]:
    """The sightings with those turned to `cannot_tell` that are hidden on each device of their page, or folded up."""
    shown = {
        _option(node, sighting)
        for by_node in sightings.values()
        for node, found in by_node.items()
        for sighting in found
        if sighting.visible is not False
    }
    return {
        device: {
            node: tuple(_told(node, sighting, shown, views[device].views.get(node)) for sighting in found)
            for node, found in by_node.items()
        }
        for device, by_node in sightings.items()
    }


def _told(node: Node, sighting: Sighting, shown: set[_Option], view: View | None) -> Sighting:
    hidden = sighting.visible is False and not sighting.revealed_by
    if not hidden or sighting.status is not ContactStatus.COUNTS:
        return sighting
    if _option(node, sighting) in shown and not _has_place(sighting, view):
        return sighting
    return replace(sighting, status=ContactStatus.CANNOT_TELL, status_reason=REASON)


def _has_place(sighting: Sighting, view: View | None) -> bool:
    """Whether the page keeps a place for what it does not show, as a folded section does."""
    elements = view.page.elements if view is not None and view.seen is Seen.RENDERED else ()
    return any(e.selector == sighting.selector and e.box is not None for e in elements)


def _option(node: Node, sighting: Sighting) -> _Option:
    return node.url, sighting.channel, sighting.value
