"""Small sites built by hand, whose clicks are counted by hand."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from auditor.model.journey import Journey
from auditor.model.page import Block, Box, Element, Form, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Action, Channel, ContactStatus, Device, ElementKind, PageStatus, Region, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.edges import Edges
from auditor.visitor.graph import Gap, Graph, graph
from auditor.visitor.nodes import Node, Views
from auditor.visitor.steps import Names
from auditor.visitor.views import views
from auditor.visitor.walk import Trip, walk

HOME = "https://shop.test/"
VIEWPORTS = {Device.DESKTOP: (1366, 768), Device.MOBILE: (390, 844), Device.ANY: (0, 0)}


@dataclass(frozen=True)
class Press:
    """A press as a capture would record it."""

    page: str
    selector: str
    name: str = ""
    state_before: str = ""
    state_after: str = ""
    navigated_to: str = ""
    action: Action = Action.OPEN
    device: Device = Device.DESKTOP

    @property
    def outcome(self) -> str:
        return "changed" if self.state_after else "navigated" if self.navigated_to else "nothing"


@dataclass
class Site:
    """Pages, presses and sightings of a shop, gathered by calls and walked in one go."""

    static: list[Page] = field(default_factory=list)
    rendered: list[Page] = field(default_factory=list)
    presses: list[Press] = field(default_factory=list)
    sightings: dict[Node, list[Sighting]] = field(default_factory=dict)
    statuses: dict[str, PageStatus] = field(default_factory=dict)

    @staticmethod
    def url(path: str) -> str:
        return HOME + path.lstrip("/")

    @staticmethod
    def link(name: str, to: str, region: Region = Region.MAIN, visible: bool | None = True, **more: object) -> Element:
        href = to if ":" in to else Site.url(to)
        fields: dict[str, object] = {"selector": f"a.{name}", "block": 0, "box": Box(10, 100, 80, 20)}
        return Element(ElementKind.LINK, name, name, href, region, visible=visible, **{**fields, **more})  # type: ignore[arg-type]

    @staticmethod
    def button(name: str, region: Region = Region.MAIN, visible: bool | None = True, **more: object) -> Element:
        fields: dict[str, object] = {"selector": f"button.{name}", "block": 0, "box": Box(10, 100, 80, 20)}
        return Element(ElementKind.BUTTON, name, name, "", region, visible=visible, **{**fields, **more})  # type: ignore[arg-type]

    @staticmethod
    def text(text: str, kind: ElementKind = ElementKind.TEXT, region: Region = Region.MAIN, **more: object) -> Element:
        fields: dict[str, object] = {"selector": "p", "block": 0, "visible": True}
        return Element(kind, "", text, "", region, **{**fields, **more})  # type: ignore[arg-type]

    @staticmethod
    def made(
        path: str,
        elements: Sequence[Element] = (),
        device: Device = Device.DESKTOP,
        state: str = "",
        forms: Sequence[Form] = (),
        blocks: Sequence[Block] = (),
        **more: object,
    ) -> Page:
        fields: dict[str, object] = {"title": "", "template": "t", "viewport": VIEWPORTS[device], "weight": 100_000}
        url = Site.url(path)
        page = Page(
            url=url,
            final_url=url,
            status=200,
            device=device,
            state=state,
            language="en",
            elements=tuple(elements),
            forms=tuple(forms),
            blocks=(Block(f"main of {path}", Region.MAIN, "body"), *blocks),
            **fields,  # type: ignore[arg-type]
        )
        return replace(page, **more)  # type: ignore[arg-type]

    def show(self, path: str, *elements: Element, **more: object) -> None:
        """Add a page that was rendered."""
        self.rendered.append(self.made(path, elements, **more))  # type: ignore[arg-type]

    def send(self, path: str, *elements: Element, **more: object) -> None:
        """Add a page that was only fetched."""
        unseen = [replace(element, visible=None, box=None) for element in elements]
        self.static.append(self.made(path, unseen, device=Device.ANY, **more))  # type: ignore[arg-type]

    def press(self, path: str, selector: str, **more: object) -> None:
        """Add a press on a page."""
        self.presses.append(Press(self.url(path), selector, **more))  # type: ignore[arg-type]

    @staticmethod
    def found(channel: Channel = Channel.PHONE) -> Sighting:
        """A sighting of a contact option."""
        return Sighting(
            channel=channel,
            value="+44 20 7946 0000",
            display="020 7946 0000",
            selector="p",
            text="",
            region=Region.MAIN,
            block=0,
            status=ContactStatus.COUNTS,
            visible=True,
        )

    def sight(self, path: str, channel: Channel = Channel.PHONE, state: str = "", **more: object) -> None:
        """Add a sighting of a contact option."""
        node = Node(self.url(path), state)
        self.sightings.setdefault(node, []).append(replace(self.found(channel), **more))  # type: ignore[arg-type]

    def page_of(self, address: str) -> str:
        url = address.partition("#")[0]
        return url if url.startswith(HOME) else ""

    def views(self, device: Device = Device.DESKTOP) -> Views:
        return views(self.static, self.rendered, self.presses, device)

    def graph(self, device: Device = Device.DESKTOP) -> Graph:
        return graph(self.views(device), self.page_of, self.statuses, Vocabulary.load(()))

    def walk(
        self,
        device: Device = Device.DESKTOP,
        consent: Mapping[str, int] | None = None,
        overlay: Mapping[str, int] | None = None,
        covered: Collection[str] = (),
        after_consent: Collection[Channel] = (),
    ) -> tuple[Journey, ...]:
        starts = {Stage.HOME: HOME}
        after = {channel: self.found(channel) for channel in after_consent}
        trip = Trip(starts, self.statuses, consent or {}, overlay or {}, frozenset(covered), after)
        names = Names(page=lambda url: url.removeprefix(HOME) or "home", contact=lambda sighting: "c1")
        return walk(self.views(device), self.graph(device), self.sightings, trip, names)

    def journey(self, channel: Channel = Channel.PHONE, device: Device = Device.DESKTOP) -> Journey:
        return next(journey for journey in self.walk(device) if journey.channel is channel)


@pytest.fixture
def site() -> Site:
    """An empty shop."""
    return Site()


@pytest.fixture
def drawn() -> Callable[..., Graph]:
    """`drawn(gaps, [(source, target, clicks, seconds, sure), …], untried)` draws a graph by its numbers."""

    def draw(
        gaps: Sequence[Gap],
        edges: Sequence[tuple[int, int, int, float, bool]] = (),
        untried: Mapping[int, tuple[str, ...]] | None = None,
    ) -> Graph:
        columns = list(zip(*edges, strict=True)) or [()] * 5
        kinds = (np.int32, np.int32, np.int32, np.float64, np.bool_)
        arrays = [np.array(column, dtype=kind) for column, kind in zip(columns, kinds, strict=True)]
        nodes = tuple(Node(f"{HOME}{number}") for number in range(len(gaps)))
        index = {node: number for number, node in enumerate(nodes)}
        hidden = np.zeros(len(edges), dtype=np.bool_)
        made = Edges(*arrays, hidden=hidden, element=(None,) * len(edges), presses={})
        return Graph(Device.DESKTOP, nodes, index, tuple(gaps), untried or {}, made)

    return draw
