"""Unshown: contact options that a page holds and no device was seen to show, nor any control to open them.

Something may show them that was not understood, so nobody may say that they are not there. One that is shown on the
other device is another matter: there the page itself decides not to show it here. But what has a place here, and is
only folded up or out of sight, may well be opened; and a place that reads otherwise here may read the same in a moment.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.model.page import Element
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, Seen
from auditor.visitor.nodes import Node, View, Views

Sightings = Mapping[Node, Sequence[Sighting]]
REASON = "It stands hidden in the code of the page; what shows it was not seen."
TURNS = "On the other device it was seen at a place that shows other words here; they may take turns."

_Option = tuple[str, Channel, str]


def with_unshown(sightings: Mapping[Device, Sightings], views: Mapping[Device, Views]) -> Mapping[Device, Sightings]:
    """The sightings with those turned to `cannot_tell` that are hidden on each device of their page, or folded up.

    So are those that the other device shows where this one shows other words.
    """
    shown = {
        _option(node, sighting)
        for by_node in sightings.values()
        for node, found in by_node.items()
        for sighting in found
        if sighting.visible is not False
    }
    return {
        device: {
            node: (
                *(_told(node, sighting, shown, views[device].views.get(node)) for sighting in found),
                *_taking_turns(node, found, _of_others(sightings, device, node), views[device].views.get(node)),
            )
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


def _of_others(sightings: Mapping[Device, Sightings], device: Device, node: Node) -> Iterator[Sighting]:
    for other, by_node in sightings.items():
        if other is not device:
            yield from by_node.get(node, ())


def _taking_turns(
    node: Node, found: Sequence[Sighting], others: Iterable[Sighting], view: View | None
) -> Iterator[Sighting]:
    """What other devices show at a place that reads otherwise here, and that is found nowhere else on the page."""
    here = {_option(node, sighting) for sighting in found}
    elements = view.page.elements if view is not None and view.seen is Seen.RENDERED else ()
    for sighting in others:
        counts = sighting.visible and sighting.status is ContactStatus.COUNTS
        if not counts or _option(node, sighting) in here:
            continue
        here.add(_option(node, sighting))
        if any(e.selector == sighting.selector and e.visible and _reads_otherwise(e, sighting) for e in elements):
            yield replace(sighting, status=ContactStatus.CANNOT_TELL, status_reason=TURNS)


def _reads_otherwise(element: Element, sighting: Sighting) -> bool:
    text = " ".join(element.text.split())
    return bool(text) and not text.startswith(sighting.text)


def _has_place(sighting: Sighting, view: View | None) -> bool:
    """Whether the page keeps a place for what it does not show, as a folded section does."""
    elements = view.page.elements if view is not None and view.seen is Seen.RENDERED else ()
    return any(e.selector == sighting.selector and e.box is not None for e in elements)


def _option(node: Node, sighting: Sighting) -> _Option:
    return node.url, sighting.channel, sighting.value
