"""Views: the site as one device shows it, page by page and state by state, as far as that was seen.

A page is rendered, or inherits parts from a rendered exemplar, or stays as the server sent it (visible unknown).
"""

from collections.abc import Iterable, Mapping, Sequence

from auditor.model.page import Element, Page
from auditor.model.terms import Action, Device, Seen
from auditor.visitor.controls import with_reveals
from auditor.visitor.exemplar import Exemplar, exemplar_of
from auditor.visitor.inherit import Inheritance
from auditor.visitor.matching import label_key, tried_key
from auditor.visitor.nodes import Move, Node, Pressed, View, Views
from auditor.visitor.settled import settled

__all__ = ["Move", "Node", "Pressed", "View", "Views", "views"]


def views(static: Sequence[Page], rendered: Sequence[Page], presses: Iterable[Pressed], device: Device) -> Views:
    """The views of a device from pages of device `any`, pages rendered on it (in any state) and the presses made.

    The order of the items changes nothing. Pages and presses of other devices are passed over.
    """
    seen = {Node(page.url, page.state): with_reveals(page) for page in rendered if page.device is device}
    records = sorted((press for press in presses if press.device is device), key=_place)
    moves, tried = _moves(seen, records)
    found = {node: View(page, Seen.RENDERED) for node, page in seen.items()}
    sent = {page.url: with_reveals(page) for page in static}
    inheritance = Inheritance(_exemplars(sent, seen, moves, tried))
    for url in sorted(sent):
        rendered_page = seen.get(Node(url))
        if rendered_page is None:
            inherited = inheritance.of(sent[url], device)
        else:
            inherited = inheritance.states_of(sent[url], rendered_page)
        # What was seen or pressed on the page itself goes before what it inherits.
        moves.extend(move for move in inherited.moves if move.target not in found)
        for node, view in inherited.views.items():
            found.setdefault(node, view)
            tried.setdefault(node, set()).update(inherited.tried)
    _share_tried(found, tried, moves)
    more, known = settled(found, moves, tried)
    moves.extend(more)
    for node, keys in known.items():
        tried.setdefault(node, set()).update(keys)
    return Views(
        device=device,
        views={node: found[node] for node in sorted(found)},
        moves=tuple(sorted(moves, key=lambda move: (move.source, move.target, move.selector, move.name))),
        tried={node: frozenset(tried[node]) for node in sorted(tried)},
    )


def _share_tried(found: Mapping[Node, View], tried: dict[Node, set[str]], moves: Sequence[Move]) -> None:
    """What was tried in a state that a page inherits was tried in the same state of the page that it inherits from.

    What led to another page is left out: nobody knows where it leads from here.
    """
    leaving: dict[Node, set[str]] = {}
    for move in moves:
        if move.target.url != move.source.url:
            leaving.setdefault(move.source, set()).add(tried_key(move.action, move.selector, move.name))
    by_state: dict[str, set[str]] = {}
    for node, keys in tried.items():
        if node.state and node in found and found[node].seen is Seen.RENDERED:
            by_state.setdefault(node.state, set()).update(keys - leaving.get(node, set()))
    for node, view in found.items():
        if view.seen is Seen.INHERITED and node.state in by_state:
            tried.setdefault(node, set()).update(by_state[node.state])


def _place(press: Pressed) -> tuple[str, ...]:
    return press.page, press.state_before, press.selector, press.name, press.outcome, press.state_after, press.action


def _moves(seen: Mapping[Node, Page], presses: Sequence[Pressed]) -> tuple[list[Move], dict[Node, set[str]]]:
    """Presses that led somewhere, each once, and by node the selectors of all that could be tried."""
    moves: dict[tuple[Node, Node, str], Move] = {}
    tried: dict[Node, set[str]] = {}
    for press in presses:
        source = Node(press.page, press.state_before)
        if press.outcome != "failed":
            tried.setdefault(source, set()).add(_tried_key(press))
        target = _target(press)
        if target is not None:
            control = _control(seen.get(source), press)
            move = Move(source, target, press.action, press.selector, press.name, control)
            moves.setdefault((source, target, press.selector), move)
    return list(moves.values()), tried


def _tried_key(press: Pressed) -> str:
    # A finger cannot point: on touch that was a tap.
    tapped = press.action is Action.HOVER and press.device is not Device.DESKTOP
    return tried_key(Action.OPEN if tapped else press.action, press.selector, press.name)


def _target(press: Pressed) -> Node | None:
    if press.outcome == "changed":
        return Node(press.page, press.state_after)
    return Node(press.navigated_to) if press.outcome == "navigated" and press.navigated_to else None


def _control(page: Page | None, press: Pressed) -> Element | None:
    """The element that was pressed: by selector and name, else by selector, else by name."""
    if page is None:
        return None
    placed = [element for element in page.elements if element.selector == press.selector]
    named = [e for e in placed or page.elements if e.name and label_key(e.name) == label_key(press.name)]
    return next(iter(named or placed), None)


def _exemplars(
    sent: Mapping[str, Page], seen: Mapping[Node, Page], moves: Sequence[Move], tried: Mapping[Node, set[str]]
) -> list[Exemplar]:
    """One exemplar for each page that was both fetched and rendered."""
    states: dict[str, dict[str, Page]] = {}
    for node, page in seen.items():
        if node.state:
            states.setdefault(node.url, {})[node.state] = page
    made: dict[str, list[Move]] = {}
    for move in moves:
        made.setdefault(move.source.url, []).append(move)
    return [
        exemplar_of(
            sent[url], seen[Node(url)], states.get(url, {}), made.get(url, []), frozenset(tried.get(Node(url), ()))
        )
        for url in sorted(sent)
        if Node(url) in seen
    ]
