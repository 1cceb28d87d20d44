"""Shortest ways against a plain breadth-first search on small random graphs."""

from collections import deque
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model.terms import Device
from auditor.visitor.edges import Edges
from auditor.visitor.graph import Gap, Graph
from auditor.visitor.nodes import Node
from auditor.visitor.shortest import FAR, fewest_clicks, fewest_seconds

NODES = 7
edge = st.tuples(
    st.integers(0, NODES - 1), st.integers(0, NODES - 1), st.integers(0, 2), st.integers(1, 400), st.booleans()
)


def graph_of(edges: list[tuple[int, int, int, int, bool]]) -> Graph:
    columns = list(zip(*edges, strict=True)) or [()] * 5
    arrays = Edges(
        source=np.array(columns[0], dtype=np.int32),
        target=np.array(columns[1], dtype=np.int32),
        clicks=np.array(columns[2], dtype=np.int32),
        seconds=np.array(columns[3], dtype=np.float64) / 4,
        sure=np.array(columns[4], dtype=np.bool_),
        hidden=np.zeros(len(edges), dtype=np.bool_),
        element=(None,) * len(edges),
        presses={},
    )
    nodes = tuple(Node(f"https://shop.test/{number}") for number in range(NODES))
    index = {node: number for number, node in enumerate(nodes)}
    return Graph(Device.DESKTOP, nodes, index, (Gap.NONE,) * NODES, {}, arrays)


def by_hand(edges: list[Any], start: int, cost: Any) -> list[float]:
    """The cheapest way to each node by trying every edge until nothing gets cheaper."""
    best: list[float] = [float("inf")] * NODES
    best[start] = 0
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for each in edges:
            if each[0] == node and best[node] + cost(each) < best[each[1]]:
                best[each[1]] = best[node] + cost(each)
                waiting.append(each[1])
    return best


@settings(max_examples=150, deadline=None, derandomize=True)
@given(edges=st.lists(edge, max_size=24), starts=st.lists(st.integers(0, NODES - 1), min_size=1, max_size=3))
def test_ways_are_the_shortest_there_are(edges: list[Any], starts: list[int]) -> None:
    graph = graph_of(edges)
    for sure in (False, True):
        used = [each for each in edges if each[4] or not sure]
        ways = fewest_clicks(graph, starts, sure=sure)
        quick = fewest_seconds(graph, starts, sure=sure)
        for row, start in enumerate(starts):
            clicks = by_hand(used, start, lambda each: each[2])
            seconds = by_hand(used, start, lambda each: each[3] / 4)
            assert ways.clicks()[row].tolist() == [FAR if np.isinf(count) else count for count in clicks]
            assert quick.weights[row].tolist() == seconds


@settings(max_examples=100, deadline=None, derandomize=True)
@given(edges=st.lists(edge, max_size=24), start=st.integers(0, NODES - 1))
def test_a_path_leads_from_the_start_to_its_node_and_adds_up(edges: list[Any], start: int) -> None:
    ways = fewest_clicks(graph_of(edges), [start], sure=False)
    for node in range(NODES):
        at, clicks = start, 0
        for step in ways.path(0, node):
            assert edges[step][0] == at
            at, clicks = edges[step][1], clicks + edges[step][2]
        if ways.clicks()[0, node] < FAR:
            assert (at, clicks) == (node, ways.clicks()[0, node])
        else:
            assert ways.path(0, node) == ()


def test_of_two_ways_of_equal_clicks_the_quicker_is_taken() -> None:
    graph = graph_of([(0, 1, 1, 40, True), (1, 3, 1, 40, True), (0, 2, 1, 8, True), (2, 3, 1, 8, True)])
    assert fewest_clicks(graph, [0], sure=True).path(0, 3) == (2, 3)


def test_of_equal_controls_the_first_in_the_document_is_taken() -> None:
    graph = graph_of([(0, 1, 1, 8, True), (0, 1, 1, 8, True)])
    assert fewest_clicks(graph, [0], sure=True).path(0, 1) == (0,)
