"""Lateness: which elements of a snapshot a timer brought, and how long that timer was to wait."""

from collections.abc import Iterable, Sequence
from typing import Any

from auditor.capture.tree import LATE

#: Types of nodes of a document (DOM standard).
ELEMENT = 1
#: Waits that pages can make us believe, in whole seconds; longer ones are not waited for.
LONGEST = 10


def mark_late(dom: dict[str, Any], late: Iterable[Sequence[Any]]) -> None:
    """Write into a snapshot which elements came late, with the seconds; `late` holds (way from the root, seconds).

    A way is the place of an element among the elements beside it, level by level. A page may answer anything: what is
    no such pair, or leads nowhere, is passed over.
    """
    wanted = {tuple(pair[0]): int(pair[1]) for pair in late if _is_told(pair)}
    if not wanted or not dom["documents"]:
        return
    nodes: dict[str, Any] = dom["documents"][0]["nodes"]
    pseudo = set(nodes.get("pseudoType", {}).get("index", ()))
    ways: dict[int, tuple[int, ...]] = {}
    beside: dict[int, int] = {}
    marks: dict[str, list[int]] = {"index": [], "value": []}
    for number, parent in enumerate(nodes["parentIndex"]):
        if nodes["nodeType"][number] != ELEMENT or number in pseudo:
            continue
        place = beside.get(parent, 0)
        beside[parent] = place + 1
        if parent not in ways:
            if not ways:
                ways[number] = ()  # the root
            continue
        ways[number] = (*ways[parent], place)
        if ways[number] in wanted:
            marks["index"].append(number)
            marks["value"].append(wanted[ways[number]])
    if marks["index"]:
        nodes[LATE] = marks


def _is_told(pair: Any) -> bool:
    if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], list):
        return False
    seconds = isinstance(pair[1], int) and 0 < pair[1] <= LONGEST
    return seconds and all(isinstance(place, int) for place in pair[0])
