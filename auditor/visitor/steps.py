"""Steps: a way through the graph, told press by press as the audit document tells it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model.journey import BoxShape, Step
from auditor.model.page import Element
from auditor.model.sighting import Sighting
from auditor.model.terms import Action
from auditor.visitor.edges import Press
from auditor.visitor.goals import Goal
from auditor.visitor.graph import Graph

#: As long as names are read; whoever presses the step again finds its control by the whole of it.
MAX_LABEL = 300
_FOLLOW = Press(Action.FOLLOW)


@dataclass(frozen=True, slots=True)
class Names:
    """How the audit document calls things: `page` gives the id of a URL, `contact` that of the option of a sighting."""

    page: Callable[[str], str]
    contact: Callable[[Sighting], str]


def steps_of(graph: Graph, edges: Sequence[int], goal: Goal, names: Names) -> tuple[Step, ...]:
    """The presses of a way, the one that shows the goal last; a control before a hidden link is a step of its own."""
    return tuple(_steps(graph, edges, goal, names))


def _steps(graph: Graph, edges: Sequence[int], goal: Goal, names: Names) -> Iterator[Step]:
    for edge in edges:
        node, element = graph.nodes[graph.edges.source[edge]], graph.edges.element[edge]
        press = graph.edges.presses.get(edge, _FOLLOW)
        page = names.page(node.url)
        if press.via is not None:
            yield _step(page, node.state, Action.OPEN, press.via)
        if element is not None:
            yield _step(page, node.state, press.action, element)
        elif press.move is not None:
            label, selector = press.move.name, press.move.selector
            yield Step(page=page, state=node.state, action=press.action, label=label, selector=selector)
    if goal.via is not None:
        node = graph.nodes[goal.node]
        yield _step(names.page(node.url), node.state, Action.REVEAL, goal.via)


def label_of(element: Element) -> str:
    """What a step calls its control."""
    return " ".join((element.name or element.text or element.attribute("title")).split())[:MAX_LABEL]


def _step(page: str, state: str, action: Action, element: Element) -> Step:
    box = element.box
    return Step(
        page=page,
        state=state,
        action=action,
        label=label_of(element),
        selector=element.selector,
        box=None if box is None else BoxShape(x=box.x, y=box.y, width=box.width, height=box.height),
    )
