"""What of a document can be read: nothing that something lies over for good, that has the colour of its ground, or that
a page which grows for ever keeps out of sight."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from auditor.capture.bars import Bars
from auditor.capture.covers import Covers, Pale
from auditor.capture.paint import FAR, Painted

_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def readable(
    painted: list[Painted],
    parents: Sequence[int],
    layout: dict[str, Any],
    names: Sequence[str],
    extent: tuple[float, float] | None = None,
    seen_to: float = FAR,
) -> list[Painted]:
    """The nodes of a document with those that nobody can read not visible.

    `names` are their tags, "" for what is none; `extent` are the heights of the viewport and of the
    whole page, None for a document in a frame. `seen_to` is how far down the page comes into sight, in CSS px.
    """
    orders = dict(zip(layout["nodeIndex"], layout.get("paintOrders", ()), strict=False))
    covers, pale = Covers(painted, parents, orders), Pale(painted, parents, names)
    bars = None if extent is None else Bars(painted, orders, *extent)
    return [
        replace(node, visible=False, clip=_NOWHERE)
        if covers.cover(number)
        or pale.is_lost(number)
        or (bars is not None and bars.cover(number))
        or _is_beyond(node, seen_to)
        else node
        for number, node in enumerate(painted)
    ]


def _is_beyond(node: Painted, seen_to: float) -> bool:
    """Whether a node begins below all that can be seen; what is fixed to the viewport moves along."""
    return node.box is not None and node.hold != "fixed" and node.box.y >= seen_to
