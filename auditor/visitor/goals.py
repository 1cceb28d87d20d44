"""Goals: the places where a channel is reached, nearly reached or only suspected on a device."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from auditor.model.page import Box, Element, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import SCORED_CHANNELS, Action, Channel, ContactStatus, Device, ElementKind, Gate
from auditor.visitor.controls import was_tried
from auditor.visitor.graph import Graph
from auditor.visitor.nodes import Node, Views
from auditor.visitor.promises import Promise, quoted
from auditor.visitor.times import press_seconds, reading_seconds, wait_seconds
from auditor.visitor.unshown import REASON as UNSHOWN

#: Gates that stop a visitor who lacks a credential.
STOPPING = frozenset({Gate.LOGIN, Gate.ORDER_NUMBER, Gate.MEMBERSHIP})
#: Channels whose control may stand where what it opens was not seen.
_OPENED = frozenset({Channel.CHAT, Channel.FORM, Channel.CALLBACK})


class Kind(StrEnum):
    """How sure it is that standing at a goal means to have reached the channel."""

    REACHED = "reached"
    GATED = "gated"
    SUSPECTED = "suspected"


@dataclass(frozen=True, slots=True)
class Goal:
    """A sighting at a node: `clicks` and `seconds` are those still needed there; `via` is the control to press.

    `sure` says that it was seen on the device.
    """

    node: int
    kind: Kind
    channel: Channel
    sighting: Sighting
    clicks: int
    seconds: float
    sure: bool
    via: Element | None = None


def goals(
    graph: Graph, views: Views, sightings: Mapping[Node, Sequence[Sighting]]
) -> Mapping[Channel, tuple[Goal, ...]]:
    """The goals of every scored channel, in order of nodes and of sightings."""
    found: dict[Channel, list[Goal]] = {channel: [] for channel in SCORED_CHANNELS}
    for node in sorted(sightings):
        view, number = views.views.get(node), graph.index.get(node)
        if view is None or number is None:
            continue
        elements = {element.selector: element for element in reversed(view.page.elements)}
        tried = views.tried.get(node, frozenset())
        for sighting in sightings[node]:
            if sighting.channel in found and sighting.status is not ContactStatus.LISTED:
                goal = _goal(number, sighting, elements, view.page, graph.device)
                if goal is not None and goal.via is not None and was_tried(goal.via, tried):
                    # What it showed is a state of its own; if that is not this, something else may show it.
                    told = replace(sighting, status_reason=UNSHOWN)
                    goal = replace(goal, kind=Kind.SUSPECTED, sighting=told, clicks=0, via=None)
                if goal is not None:
                    found[sighting.channel].append(goal)
    for promise in graph.promises:
        for channel in promise.channels:
            found[channel].append(_promised(promise, channel, graph.device))
    return {channel: tuple(entries) for channel, entries in found.items()}


def _goal(number: int, sighting: Sighting, elements: Mapping[str, Element], page: Page, device: Device) -> Goal | None:
    """The goal of a sighting, None where nothing on this device leads to it, whatever the markup holds."""
    kind = kind_of(sighting, device)
    if kind is None:
        return None
    seconds = reading_seconds(_place(sighting, elements, page), device)
    if sighting.visible is not False or kind is Kind.SUSPECTED:
        return Goal(number, kind, sighting.channel, sighting, 0, seconds, sighting.visible is True)
    control = elements.get(sighting.revealed_by)
    if control is None or control.visible is False:
        return None
    seconds += float(press_seconds([control], device)[0]) + wait_seconds(Action.REVEAL)
    return Goal(number, kind, sighting.channel, sighting, 1, seconds, False, control)


def _promised(promise: Promise, channel: Channel, device: Device) -> Goal:
    """The place where a visitor learns that the channel stands behind a login, or does not learn where it stands."""
    element = promise.element
    label = quoted(element)
    sighting = Sighting(
        channel=channel,
        value="",
        display=label,
        selector=element.selector,
        text=label,
        region=element.region,
        block=element.block,
        status=ContactStatus.COUNTS if promise.gated else ContactStatus.CANNOT_TELL,
        status_reason=promise.reason,
        gates=(Gate.LOGIN,) if promise.gated else (),
        visible=element.visible,
    )
    seconds = reading_seconds(element, device)
    kind = Kind.GATED if promise.gated else Kind.SUSPECTED
    return Goal(promise.node, kind, channel, sighting, 0, seconds, element.visible is True)


def kind_of(sighting: Sighting, device: Device) -> Kind | None:
    """What standing here means; None where it brings nothing, such as a dialling link without a number on a desktop."""
    if sighting.status is ContactStatus.CANNOT_TELL:
        return Kind.SUSPECTED
    if not STOPPING.isdisjoint(sighting.gates):
        return Kind.GATED
    if sighting.reached_touch if device is Device.MOBILE else sighting.reached:
        return Kind.REACHED
    return Kind.SUSPECTED if sighting.channel in _OPENED else None


def _place(sighting: Sighting, elements: Mapping[str, Element], page: Page) -> Element | None:
    """The element of a sighting, or its form in the shape of one."""
    element = elements.get(sighting.selector)
    if element is not None:
        return element
    form = next((form for form in page.forms if form.selector == sighting.selector), None)
    if form is None:
        return None
    return Element(ElementKind.TEXT, "", "", "", form.region, form.selector, form.block, box=_top(form.box))


def _top(box: Box | None) -> Box | None:
    """The first lines of a form: it is reached when its top is in view."""
    return None if box is None else Box(box.x, box.y, box.width, min(box.height, 100.0))
