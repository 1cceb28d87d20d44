"""What of a document can be read: nothing that something lies over for good, or that has the colour of its ground."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from auditor.capture.bars import Bars
from auditor.capture.covers import Covers, Pale
from auditor.capture.paint import Painted

_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def readable(
    painted: list[Painted],
    parents: Sequence[int],
    layout: dict[str, Any],
    names: Sequence[str],
    extent: tuple[float, float] | None = None,
) -> list[Painted]:
    """The nodes of a document with those that nobody can read not visible.

    `names` are their tags, "" for what is none; `extent` are the heights of the viewport and of the
    whole page, None for a document in a frame.
    """
    orders = dict(zip(layout["nodeIndex"], layout.get("paintOrders", ()), strict=False))
    covers, pale = Covers(painted, parents, orders), Pale(painted, parents, names)
    bars = None if extent is None else Bars(painted, orders, *extent)
    return [
        replace(node, visible=False, clip=_NOWHERE)
        if covers.cover(number) or pale.is_lost(number) or (bars is not None and bars.cover(number))
        else node
        for number, node in enumerate(painted)
    ]
