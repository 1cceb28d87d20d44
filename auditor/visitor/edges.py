"""Edges: what a visitor can press, as arrays; one entry an element that leads somewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt

from auditor.model.page import Element
from auditor.model.terms import Action, Device
from auditor.visitor.nodes import Move
from auditor.visitor.times import press_seconds, wait_seconds


@dataclass(frozen=True, slots=True)
class Press:
    """What an edge has that is not a link to follow; `via` is the control that has to be pressed before."""

    action: Action
    clicks: int = 1
    via: Element | None = None
    move: Move | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Arrays of one length E: node numbers, clicks, seconds of the step with what it waits for, and whether it is sure.

    An edge is sure when its control was seen on the device, and `hidden` when the device hides it and nothing is known
    that shows it: no way leads there, but one may. `element` is None when a pressed control is not found again.
    `presses` holds by edge what is not a plain link.
    """

    source: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    clicks: npt.NDArray[np.int32]
    seconds: npt.NDArray[np.float64]
    sure: npt.NDArray[np.bool_]
    hidden: npt.NDArray[np.bool_]
    element: Sequence[Element | None]
    presses: Mapping[int, Press]


class EdgeList:
    """Edges while they are collected; links are by far the most, so nothing is made for each of them."""

    def __init__(self) -> None:
        self._source: list[int] = []
        self._target: list[int] = []
        self._element: list[Element | None] = []
        self._presses: dict[int, Press] = {}
        self._hidden: list[int] = []

    def add_hidden(self, source: int, target: int, link: Element) -> None:
        """Add a link that is hidden, with no control known to show it."""
        self._hidden.append(len(self._source))
        self.add_links(source, (target,), (link,))

    def add_links(self, source: int, targets: Sequence[int], links: Sequence[Element]) -> None:
        """Add links that are followed in one click, sure when they were seen."""
        self._source.extend(repeat(source, len(targets)))
        self._target.extend(targets)
        self._element.extend(links)

    def add_press(self, source: int, target: int, element: Element | None, press: Press) -> None:
        """Add anything else; what was pressed in a browser is sure, what lies behind another control is not."""
        self._presses[len(self._source)] = press
        self._source.append(source)
        self._target.append(target)
        self._element.append(element)

    def made(self, device: Device, loads: Sequence[float]) -> Edges:
        """The arrays; `loads` are the seconds that each node takes to load."""
        target = np.array(self._target, dtype=np.int32)
        clicks = np.ones(len(target), dtype=np.int32)
        sure = np.array([e is not None and e.visible is True for e in self._element], dtype=np.bool_)
        waits = np.array(loads, dtype=np.float64)[target]
        pressing = press_seconds(self._element, device)
        for number, press in self._presses.items():
            clicks[number] = press.clicks
            if press.action is Action.WAIT:
                pressing[number] = 0.0
            sure[number] = press.move is not None or (press.via is None and sure[number])
            waits[number] = _wait(press, float(waits[number]), device)
        hidden = np.zeros(len(target), dtype=np.bool_)
        hidden[self._hidden] = True
        return Edges(
            source=np.array(self._source, dtype=np.int32),
            target=target,
            clicks=clicks,
            seconds=pressing + waits,
            sure=sure,
            hidden=hidden,
            element=tuple(self._element),
            presses=self._presses,
        )


def _wait(press: Press, load: float, device: Device) -> float:
    """Seconds from a press to what it shows, the control before it with them; `load` is that of the target's page."""
    before = 0.0
    if press.via is not None:
        before = float(press_seconds([press.via], device)[0]) + wait_seconds(Action.OPEN)
    stays = press.move is not None and press.move.source.url == press.move.target.url
    return before + wait_seconds(press.action) + (0.0 if stays else load)
