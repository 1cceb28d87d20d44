"""Refuted: controls and places of options that did not hold when a way through them was pressed in the browser.

They are no way any more, but nobody may deny what they seemed to lead to: a refuted control counts as one that may lead
there, as a link does that stands hidden, and a refuted place as one where the option is suspected.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from auditor.model.sighting import Sighting
from auditor.model.terms import FRAME_REGIONS, Channel, ContactStatus, Region
from auditor.visitor.graph import Graph
from auditor.visitor.matching import label_key
from auditor.visitor.nodes import Node, Views
from auditor.visitor.steps import label_of

GONE = "It was seen there once, but not when the way to it was pressed step by step in a browser."
UNCONFIRMED = "A way to it was seen, but it did not hold when it was pressed step by step in a browser."
#: What is added where a longer way is told in its place.
BESIDE = "A way that seemed as short or shorter did not hold when it was pressed step by step in a browser."


@dataclass(frozen=True, slots=True)
class Control:
    """A control that does not lead on: `selector` and `label` as the step of a journey tells them."""

    url: str
    selector: str
    label: str


@dataclass(frozen=True, slots=True)
class Refuted:
    """What did not hold on one device.

    `options` are the places where an option was not in sight, `channels` all to which a way did not hold.
    """

    controls: frozenset[Control] = frozenset()
    options: frozenset[tuple[Node, Channel, str]] = frozenset()
    channels: frozenset[Channel] = frozenset()

    def __or__(self, other: "Refuted") -> "Refuted":
        return Refuted(self.controls | other.controls, self.options | other.options, self.channels | other.channels)


def without_controls(graph: Graph, views: Views, refuted: Refuted) -> Graph:
    """The graph in which no way leads through refuted controls, nor through the same ones on pages of their making."""
    if not refuted.controls:
        return graph
    marks = _Marks(views, refuted.controls)
    edges = graph.edges
    hit = [
        any(marks.hit(graph.nodes[source].url, *control) for control in _pressed(graph, number))
        for number, source in enumerate(edges.source)
    ]
    return replace(graph, edges=replace(edges, hidden=edges.hidden | np.array(hit, dtype=np.bool_)))


def without_options(
    sightings: Mapping[Node, Sequence[Sighting]], refuted: Refuted
) -> Mapping[Node, Sequence[Sighting]]:
    """The sightings with those turned to `cannot_tell` that were not in sight, or whose control did not show them."""
    if not refuted.controls and not refuted.options:
        return sightings
    places = {(control.url, control.selector) for control in refuted.controls}

    def told(node: Node, sighting: Sighting) -> Sighting:
        gone = (node, sighting.channel, sighting.value) in refuted.options
        if not gone and (not sighting.revealed_by or (node.url, sighting.revealed_by) not in places):
            return sighting
        if sighting.status is not ContactStatus.COUNTS:
            return sighting
        return replace(sighting, status=ContactStatus.CANNOT_TELL, status_reason=GONE)

    return {node: tuple(told(node, sighting) for sighting in found) for node, found in sightings.items()}


class _Marks:
    """Knows a refuted control again: on its page, on pages of its template, and in the frame of the site anywhere."""

    def __init__(self, views: Views, controls: frozenset[Control]) -> None:
        self._templates = {node.url: view.page.template for node, view in views.views.items() if not node.state}
        self._labels: dict[str, dict[str, set[str]]] = {}
        for control in controls:
            by_label = self._labels.setdefault(control.selector, {})
            by_label.setdefault(label_key(control.label), set()).add(control.url)

    def hit(self, page: str, selector: str, label: str, region: Region | None) -> bool:
        by_label = self._labels.get(selector)
        urls = by_label.get(label_key(label)) if by_label is not None else None
        if urls is None:
            return False
        template = self._templates.get(page, "")
        alike = bool(template) and any(self._templates.get(url) == template for url in urls)
        return page in urls or alike or region in FRAME_REGIONS


def _pressed(graph: Graph, edge: int) -> Iterator[tuple[str, str, Region | None]]:
    """Selector, label and region of the controls that are pressed along an edge."""
    element, press = graph.edges.element[edge], graph.edges.presses.get(edge)
    if press is not None and press.via is not None:
        yield press.via.selector, label_of(press.via), press.via.region
    if element is not None:
        yield element.selector, label_of(element), element.region
    elif press is not None and press.move is not None:
        yield press.move.selector, press.move.name, None
