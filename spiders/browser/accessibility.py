"""Accessible names: what the browser's accessibility tree calls the nodes of a snapshot, written beside them."""

import asyncio
import contextlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from playwright.async_api import CDPSession, Error

from auditor.capture.tree import ACCESSIBLE_NAME
from spiders.browser.graft import Place

#: Seconds for the trees of a page; what has not come by then has no names from the browser.
TREE_SECONDS = 2.0
#: Documents of one process that are asked for their tree.
MAX_TREES = 10
#: Longer names are prose.
MAX_NAME = 300
#: Roles that nobody presses, reads out as one or lands on: their names are their text, or none.
_UNNAMED = frozenset(
    "none generic StaticText InlineTextBox LineBreak ListMarker paragraph list listitem RootWebArea Section "
    "LayoutTable LayoutTableRow LayoutTableCell row cell table strong emphasis Abbr Ruby RubyAnnotation".split()
)


async def add_names(session: CDPSession, dom: dict[str, Any], documents: Iterable[int]) -> None:
    """Write accessible names into the documents of a snapshot that `session` made; a tree that fails is left out."""
    places = _places(dom, documents)
    trees = await asyncio.gather(*(_tree(session, frame) for frame in _frames(dom, documents)[:MAX_TREES]))
    for name, place in _named(places, trees):
        document, node = place
        strings: list[str] = dom["strings"]
        names = dom["documents"][document]["nodes"].setdefault(ACCESSIBLE_NAME, {"index": [], "value": []})
        names["index"].append(node)
        names["value"].append(len(strings))
        strings.append(name)


def _places(dom: dict[str, Any], documents: Iterable[int]) -> dict[int, Place]:
    """Where each node stands in the snapshot, by the number under which the browser knows it."""
    return {
        identity: (document, node)
        for document in documents
        for node, identity in enumerate(dom["documents"][document]["nodes"].get("backendNodeId", ()))
    }


def _frames(dom: dict[str, Any], documents: Iterable[int]) -> list[str]:
    found = (dom["documents"][document].get("frameId", -1) for document in documents)
    return [dom["strings"][frame] for frame in found if frame >= 0]


async def _tree(session: CDPSession, frame: str) -> Sequence[Mapping[str, Any]]:
    asked = {"frameId": frame} if frame else {}
    with contextlib.suppress(Error, TimeoutError):
        told = await asyncio.wait_for(session.send("Accessibility.getFullAXTree", asked), TREE_SECONDS)
        nodes: Sequence[Mapping[str, Any]] = told.get("nodes", ())
        return nodes
    return ()


def _named(places: Mapping[int, Place], trees: Iterable[Sequence[Mapping[str, Any]]]) -> list[tuple[str, Place]]:
    """The names with the nodes that bear them, in the order of the snapshot."""
    found: dict[Place, str] = {}
    for node in (node for tree in trees for node in tree):
        place = places.get(node.get("backendDOMNodeId", -1))
        if place is None or node.get("ignored") or node.get("role", {}).get("value") in _UNNAMED:
            continue
        name = " ".join(str(node.get("name", {}).get("value") or "").split())[:MAX_NAME]
        if name:
            found.setdefault(place, name)
    return [(found[place], place) for place in sorted(found)]
