"""Untried: controls that may show a contact option and that nobody pressed, so that nobody knows what they show."""

from collections.abc import Iterator, Mapping

from auditor.model.terms import Seen
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.candidates import candidates
from auditor.visitor.controls import opening_controls
from auditor.visitor.matching import label_key
from auditor.visitor.nodes import Node, View, Views


def untried_controls(
    views: Views, index: Mapping[Node, int], vocabulary: Vocabulary, country: str
) -> dict[int, tuple[str, ...]]:
    """By node, the controls that may show a contact option and were pressed neither there nor in its place."""
    untried: dict[int, tuple[str, ...]] = {}
    for node, view in views.views.items():
        # A page that was not seen is a gap as a whole; and presses go no deeper than two states.
        if view.seen is Seen.STATIC or node.state.count("/") > 1:
            continue
        tried = views.tried.get(node, frozenset())
        base = views.views.get(Node(node.url)) if node.state else None
        before = frozenset(element.selector for element in base.page.elements if element.visible) if base else ()
        controls = _worth_trying(view, vocabulary, country)
        left = {
            selector: None
            for selector, name in controls
            if selector not in before and selector not in tried and label_key(name) not in tried
        }
        if left:
            untried[index[node]] = tuple(left)
    return untried


def _worth_trying(view: View, vocabulary: Vocabulary, country: str) -> Iterator[tuple[str, str]]:
    """Selector and name of each control that may show a contact option."""
    for control in opening_controls(view.page, vocabulary, country):
        yield control.element.selector, control.element.name
    if view.seen is Seen.RENDERED:
        yield from ((press.selector, press.name) for press in candidates(view.page, vocabulary, country))
