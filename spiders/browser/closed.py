"""Content of closed `<details>`, which no visitor sees and which a browser lays out all the same once a script asks."""

from typing import Any

#: Lists of a layout that run beside `nodeIndex`.
ROWS = ("nodeIndex", "styles", "bounds", "text", "paintOrders", "offsetRects", "scrollRects", "clientRects")


def without_closed(document: dict[str, Any], strings: list[str]) -> None:
    """Take from the layout of a document what lies in closed details, as if nobody had asked for it."""
    closed = _closed_nodes(document["nodes"], strings)
    layout = document["layout"]
    kept = [row for row, node in enumerate(layout["nodeIndex"]) if node not in closed]
    if len(kept) == len(layout["nodeIndex"]):
        return
    for name in ROWS:
        if name in layout:
            layout[name] = [layout[name][row] for row in kept]
    places = {row: number for number, row in enumerate(kept)}
    contexts = layout.get("stackingContexts", {"index": []})
    contexts["index"] = [places[row] for row in contexts["index"] if row in places]


def _closed_nodes(nodes: dict[str, Any], strings: list[str]) -> set[int]:
    """The nodes in closed details, but for their summaries. Parents stand before their children in a snapshot."""
    names, attributes = nodes["nodeName"], nodes["attributes"]
    shut: set[int] = set()
    summed: set[int] = set()
    closed: set[int] = set()
    for node, parent in enumerate(nodes["parentIndex"]):
        name = strings[names[node]] if names[node] >= 0 else ""
        if parent in closed:
            closed.add(node)
        elif parent in shut:
            # The first summary is what a visitor presses; further ones are content.
            if name == "SUMMARY" and parent not in summed:
                summed.add(parent)
            else:
                closed.add(node)
        if name == "DETAILS" and "open" not in (strings[key] for key in attributes[node][::2]):
            shut.add(node)
    return closed
