"""Untried: controls that may show a contact option and that nobody pressed, so that nobody knows what they show."""

from collections.abc import Mapping

from auditor.model.terms import Seen
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.controls import opening_controls, was_tried
from auditor.visitor.nodes import Node, Views


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
        controls = (control.element for control in opening_controls(view.page, vocabulary, country))
        left = tuple(e.selector for e in controls if e.selector not in before and not was_tried(e, tried))
        if left:
            untried[index[node]] = left
    return untried
