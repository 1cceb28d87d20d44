"""Times: how long a person who knows the way needs for each step, in seconds.

A keystroke-level model: load, think, scroll, point (Fitts), press. Parameters and their sources: `rules/visitor.yaml`.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.model.page import Box, Element, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import Action, Device, Region

Seconds = npt.NDArray[np.float64]
_FIXED = frozenset({Region.DIALOG, Region.FLOATING})


def load_seconds(page: Page | None) -> float:
    """The load of a page that is not the first of a visit, under the named network profile, never as measured.

    None is a page that nobody weighed. A page that was not laid out is weighed by what it asks for.
    """
    network = rule_data("visitor.yaml")["network"]
    requests = 1 + (len(page.scripts) + len(page.styles) if page is not None else 0)
    weight = page.weight if page is not None else 0
    if page is None or page.viewport == (0, 0):
        weight += (requests - 1) * network["script_bytes"]
    fresh = 1 - network["held_share"]
    transfer = weight * fresh * 8 / (network["mbit"] * 1e6)
    trips = network["first_trips"] + math.ceil((requests - 1) * fresh / network["parallel"])
    return float(min(transfer + trips * network["rtt_seconds"], network["longest_seconds"]))


def wait_seconds(action: Action) -> float:
    """How long what a press shows takes to show, for presses that load no page; a search is typed before."""
    press = rule_data("visitor.yaml")["press"]
    if action is Action.LAUNCH:
        return float(press["launch_seconds"])
    if action is Action.WAIT:
        return float(press["turn_seconds"])
    if action is Action.SEARCH:
        return float(press["type_seconds"])
    return 0.0 if action is Action.FOLLOW else float(press["settle_seconds"])


def press_seconds(elements: Sequence[Element | None], device: Device) -> Seconds:
    """Thinking, scrolling, pointing and pressing for each element; None is a control that is no longer found."""
    press = rule_data("visitor.yaml")["press"]
    measures = np.array([_measures(element, device) for element in elements], dtype=np.float64).reshape(-1, 2)
    width, scrolling = measures[:, 0], measures[:, 1]
    around = float(press["think_seconds"] + press["press_seconds"])
    return np.asarray(scrolling + _pointing(width, device) + around, dtype=np.float64)


def reading_seconds(element: Element | None, device: Device) -> float:
    """Bringing the goal into view and reading it."""
    return _measures(element, device)[1] + float(rule_data("visitor.yaml")["press"]["read_seconds"])


def _pointing(width: Seconds, device: Device) -> Seconds:
    """Fitts' law over a typical distance, as where the pointer rests before is not known."""
    law = rule_data("visitor.yaml")["pointing"][device]
    bits = np.log2(law["distance_px"] / width + 1)
    seconds = law["base_seconds"] + law["slope_seconds"] * bits
    return np.asarray(np.maximum(seconds, law["least_seconds"]), dtype=np.float64)


def _measures(element: Element | None, device: Device) -> tuple[float, float]:
    """The smaller side of the target in px and the seconds of waiting for it and of scrolling to it."""
    if element is None:
        return _unknown(device, Region.MAIN)
    width, scrolling = _place(element, device)
    return width, scrolling + min(element.late, float(rule_data("visitor.yaml")["press"]["longest_late_seconds"]))


def _place(element: Element, device: Device) -> tuple[float, float]:
    """The smaller side of the target in px and the seconds of scrolling to it."""
    box = element.box
    if box is None:
        return _unknown(device, Region.HEADER if element.sticky else element.region)
    _, height, screen, least = _constants(device)
    width = max(min(box.width, box.height), least)
    if element.sticky or element.region in _FIXED:
        return width, 0.0
    return width, _screens(box, height) * screen


def _screens(box: Box, height: float) -> int:
    """How many screens further down a box lies; what peeps in by half its height needs no scrolling."""
    return max(0, math.ceil((box.y + box.height / 2 - height) / height))


@cache
def _unknown(device: Device, region: Region) -> tuple[float, float]:
    screens = rule_data("visitor.yaml")["scroll"]["screens"][region]
    return _constants(device)[0], screens * _constants(device)[2]


@cache
def _constants(device: Device) -> tuple[float, float, float, float]:
    """Typical width of a target, height of a screen, seconds a screen, least width."""
    data: Any = rule_data("visitor.yaml")
    law, scroll = data["pointing"][device], data["scroll"][device]
    return (
        float(law["width_px"]),
        float(scroll["height_px"]),
        float(scroll["screen_seconds"]),
        float(law["least_width_px"]),
    )
