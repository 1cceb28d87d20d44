"""Starts: the first page of each stage, where its journeys begin."""

from collections.abc import Mapping, Sequence

from auditor.model.terms import Stage
from auditor.visitor.graph import Graph
from auditor.visitor.nodes import Node
from auditor.visitor.shortest import FAR, fewest_clicks


def clicks_from(graph: Graph, url: str) -> Mapping[str, int]:
    """The fewest clicks from a page to every page of the graph that can be reached from it, by URL."""
    start = graph.index.get(Node(url))
    if start is None:
        return {}
    clicks = fewest_clicks(graph, [start], sure=False).clicks()[0]
    return {
        node.url: int(count) for node, count in zip(graph.nodes, clicks, strict=True) if count < FAR and not node.state
    }


def stage_starts(stages: Mapping[str, Stage], home: str, graphs: Sequence[Graph]) -> Mapping[Stage, str]:
    """The first page of each stage by (clicks from home, URL), in the order of stages; OTHER is none.

    `stages` gives the stage of each page by URL. The clicks are the fewest on any of the devices, so that journeys on
    all of them start on the same page. A page that no link leads to comes after all others.
    """
    clicks = [clicks_from(graph, home) for graph in graphs]
    first: dict[Stage, tuple[int, str]] = {}
    for url, stage in stages.items():
        place = (min((known.get(url, FAR) for known in clicks), default=FAR), url)
        if stage is not Stage.OTHER and place < first.get(stage, (FAR + 1, "")):
            first[stage] = place
    if home in stages:
        first[Stage.HOME] = (0, home)
    return {stage: first[stage][1] for stage in Stage if stage in first}
