"""What a device shows of a site: nodes, their views, and the presses that lead from one to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from auditor.model.page import Element, Page
from auditor.model.terms import Action, Device, Seen


class Node(NamedTuple):
    """A page in a state; "" is the page as loaded."""

    url: str
    state: str = ""


class Pressed(Protocol):
    """One press in the browser and what came of it (changed, navigated, nothing, failed), as a capture records it."""

    @property
    def page(self) -> str: ...
    @property
    def device(self) -> Device: ...
    @property
    def state_before(self) -> str: ...
    @property
    def state_after(self) -> str: ...
    @property
    def action(self) -> Action: ...
    @property
    def selector(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def navigated_to(self) -> str: ...


@dataclass(frozen=True, slots=True)
class View:
    """A page on the device and how it was seen.

    The page of an inherited state holds only what the state newly shows. Inherited blocks bear digests of their own, so
    that what was read in a block as the server sent it is not taken for what the device shows.
    """

    page: Page
    seen: Seen


@dataclass(frozen=True, slots=True)
class Move:
    """A press that leads from one node to another; `element` is the control, None when it is no longer found.

    When the press led to another page, the URL of `target` is as the browser told it.
    """

    source: Node
    target: Node
    action: Action
    selector: str
    name: str
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Views:
    """All that was seen of a site on `device`, in order of nodes.

    `tried` holds, by node, the selectors of the controls that were pressed there, with effect or without, and for
    inherited nodes the labels (`matching.label_key`) of those that were pressed in their place.
    """

    device: Device
    views: Mapping[Node, View]
    moves: tuple[Move, ...]
    tried: Mapping[Node, frozenset[str]]
