"""The graph of a device: pages and states as nodes, what can be pressed as edges, what was not seen as gaps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model.page import Element, Form
from auditor.model.terms import Action, Device, ElementKind, PageStatus, Seen
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.asking import asked_words
from auditor.visitor.controls import was_tried
from auditor.visitor.documents import is_document, promising
from auditor.visitor.edges import EdgeList, Edges, Press
from auditor.visitor.logins import login_links
from auditor.visitor.nodes import Node, Views
from auditor.visitor.promises import Promise
from auditor.visitor.searching import as_control, asks, search_pages
from auditor.visitor.times import load_seconds
from auditor.visitor.unkept import unkept_promises
from auditor.visitor.untried import untried_controls, untried_names

#: What was asked for and held no page: there is nothing to see on it.
_NOTHING_THERE = frozenset({PageStatus.MISSING, PageStatus.NOT_HTML})
_STOPPED = frozenset({PageStatus.BLOCKED, PageStatus.CLOSED})


class Gap(StrEnum):
    """Why a node was not seen on the device."""

    NONE = ""
    NOT_FETCHED = "not_fetched"
    NOT_RENDERED = "not_rendered"
    BLOCKED = "blocked"
    NO_ANSWER = "no_answer"
    DOCUMENT = "document"
    MISSING = "missing"
    CUT = "cut"
    FRAME = "frame"


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """`nodes` are first the views, in order, then places that are only linked to; `gaps` says which were not seen.

    `untried` holds by node the selectors of controls that nobody pressed, `untried_names` what the page calls them.
    `promises` are controls that speak of a channel and do not show it.
    """

    device: Device
    nodes: tuple[Node, ...]
    index: Mapping[Node, int]
    gaps: tuple[Gap, ...]
    untried: Mapping[int, tuple[str, ...]]
    edges: Edges
    promises: tuple[Promise, ...] = ()
    untried_names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def graph(
    views: Views,
    page_of: Callable[[str], str],
    statuses: Mapping[str, PageStatus],
    vocabulary: Vocabulary,
    country: str = "",
) -> Graph:
    """The graph of a device.

    `page_of` gives the canonical URL of the page that an address leads to, "" when that is no page of the site;
    `statuses` tells what came of asking for each URL.
    """
    builder = _Builder(views, page_of, statuses, asked_words(vocabulary))
    for node in views.views:
        builder.add_links(node)
    for node in views.views:
        builder.add_search(node)
    builder.add_moves()
    untried = untried_controls(views, builder.index, vocabulary, country)
    return builder.made(untried, vocabulary, country)


class _Builder:
    """Collects edges; the nodes of places that are only linked to come in the order in which they are met."""

    def __init__(
        self,
        views: Views,
        page_of: Callable[[str], str],
        statuses: Mapping[str, PageStatus],
        words: Sequence[str],
    ) -> None:
        self._views = views
        self._page_of = page_of
        self._statuses = statuses
        self.index: dict[Node, int] = {node: number for number, node in enumerate(views.views)}
        self._targets: dict[str, int] = {}
        self._unread: set[int] = set()
        self._edges = EdgeList()
        self._searches = search_pages(views, words)
        self._shown = _shown_links(views)

    def add_links(self, node: Node) -> None:
        """Links to other pages; those behind a control that was never pressed lead there in two presses."""
        source = self.index[node]
        page = self._views.views[node].page
        before, loaded = self._shown_before(node), self._loaded(node)
        known = self._targets
        ends: list[int] = []
        links: list[Element] = []
        for element in page.elements:
            if element.kind is not ElementKind.LINK or not element.href:
                continue
            target = known.get(element.href)
            if target is None:
                target = self._target(element.href)
            if target < 0 or target == source or (before and (element.href, element.name) in before):
                continue
            if element.visible is not False:
                ends.append(target)
                links.append(element)
            elif not self._add_behind(node, target, element) and not (
                (element.href, element.name) in loaded or element.href in self._shown[node.url]
            ):
                self._edges.add_hidden(source, target, element)
        self._edges.add_links(source, ends, links)

    def _add_behind(self, node: Node, target: int, link: Element) -> bool:
        """A hidden link behind a visible control that was not pressed yet; one that was did not show it."""
        elements = self._views.views[node].page.elements if link.revealed_by else ()
        control = next((element for element in elements if element.selector == link.revealed_by), None)
        if control is None or control.visible is False or was_tried(control, self._views.tried.get(node, ())):
            return False
        press = Press(Action.FOLLOW, clicks=2, via=control)
        self._edges.add_press(self.index[node], target, link, press)
        return True

    def _loaded(self, node: Node) -> frozenset[tuple[str, str]]:
        """Links of the page as loaded, shown or not: a state that still hides them tells nothing new of them."""
        base = self._views.views.get(Node(node.url)) if node.state else None
        return frozenset() if base is None else frozenset((e.href, e.name) for e in base.page.elements if e.href)

    def _shown_before(self, node: Node) -> frozenset[tuple[str, str]]:
        """Links that the page shows as loaded: from a state they are no news."""
        base = self._views.views.get(Node(node.url)) if node.state else None
        if base is None or self._views.views[node].seen is Seen.INHERITED:
            return frozenset()
        return frozenset((e.href, e.name) for e in base.page.elements if e.visible and e.href)

    def _target(self, href: str) -> int:
        """The node that an address leads to, -1 for none of the site."""
        url, document = self._page_of(href), is_document(href)
        if not url and document:
            url = href.partition("#")[0]
        number = self._number(Node(url)) if url else -1
        if document or self._statuses.get(url) in _NOTHING_THERE:
            self._unread.add(number)
        self._targets[href] = number
        return number

    def _number(self, node: Node) -> int:
        return self.index.setdefault(node, len(self.index))

    def add_search(self, node: Node) -> None:
        """The search that leads to search pages that were fetched; one behind a control that opens it is one more."""
        if not self._searches:
            return
        page = self._views.views[node].page
        for form in page.forms:
            for found in self._searches.get(form.action.partition("?")[0], ()) if asks(form) else ():
                opener = self._opener(node, form) if form.visible is False else None
                if found.node == node or (form.visible is False and opener is None):
                    continue
                press = Press(Action.SEARCH, clicks=1 if opener is None else 2, via=opener)
                self._edges.add_press(self.index[node], self.index[found.node], as_control(form, found.word), press)

    def _opener(self, node: Node, form: Form) -> Element | None:
        """The visible control that shows a hidden form and was not pressed yet."""
        elements = self._views.views[node].page.elements if form.revealed_by else ()
        control = next((element for element in elements if element.selector == form.revealed_by), None)
        tried = self._views.tried.get(node, ())
        return None if control is None or control.visible is False or was_tried(control, tried) else control

    def add_moves(self) -> None:
        """Presses that were made; a menu that opens under the mouse costs no click, nor does waiting."""
        for move in self._views.moves:
            target = move.target
            if target.url != move.source.url or not target.state:
                url = self._page_of(target.url)
                if not url:
                    continue
                target = Node(url)
            if move.source in self.index and target != move.source:
                free = move.action is Action.WAIT or (
                    move.action is Action.HOVER and self._views.device is Device.DESKTOP
                )
                clicks = 0 if free else 1
                press = Press(move.action, clicks=clicks, move=move)
                self._edges.add_press(self.index[move.source], self._number(target), move.element, press)

    def made(self, untried: Mapping[int, tuple[str, ...]], vocabulary: Vocabulary, country: str) -> Graph:
        """The graph of what was collected."""
        nodes = tuple(self.index)
        found = self._views.views
        loads = [load_seconds(found[node].page if node in found else None) for node in nodes]
        edges = self._edges.made(self._views.device, loads)
        unread = promising(self._unread, edges, vocabulary, country)
        return Graph(
            device=self._views.device,
            nodes=nodes,
            index=self.index,
            gaps=tuple(
                self._promised(node) if number in unread else self._gap(node) for node, number in self.index.items()
            ),
            untried=untried,
            edges=edges,
            promises=(
                *login_links(nodes, edges, found, self._statuses, vocabulary),
                *unkept_promises(self._views, self.index, vocabulary),
            ),
            untried_names=untried_names(self._views, self.index, untried),
        )

    def _promised(self, node: Node) -> Gap:
        """The gap of a place that a link promises contact on, and that was not read."""
        return Gap.MISSING if self._statuses.get(node.url) is PageStatus.MISSING else Gap.DOCUMENT

    def _gap(self, node: Node) -> Gap:
        status, view = self._statuses.get(node.url), self._views.views.get(node)
        if status is PageStatus.ERROR or (view is not None and view.page.status >= 500):
            return Gap.NO_ANSWER
        if view is not None:
            empty = view.page.status >= 400 or status in _NOTHING_THERE
            if not empty and not view.page.whole:
                return Gap.CUT
            if not empty and view.page.unread_frames and view.seen in (Seen.RENDERED, Seen.INHERITED):
                return Gap.FRAME
            return Gap.NONE if empty or view.seen in (Seen.RENDERED, Seen.INHERITED) else Gap.NOT_RENDERED
        if status in _STOPPED:
            return Gap.BLOCKED
        nothing = status in _NOTHING_THERE or self.index[node] in self._unread
        return Gap.NONE if nothing and not node.state else Gap.NOT_FETCHED


def _shown_links(views: Views) -> Mapping[str, set[str]]:
    """By page, the addresses that its links lead to in any state that was seen."""
    shown: dict[str, set[str]] = {}
    for node, view in views.views.items():
        links = shown.setdefault(node.url, set())
        links.update(element.href for element in view.page.elements if element.href and element.visible is not False)
    return shown
