"""Untried: controls that may show a contact option and that nobody pressed, so that nobody knows what they show."""

from collections.abc import Collection, Iterator, Mapping

from auditor.model.guide import Press
from auditor.model.page import Page
from auditor.model.terms import Seen
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.candidates import further_presses
from auditor.visitor.controls import opening_controls, was_tried
from auditor.visitor.matching import tried_key, tried_keys
from auditor.visitor.nodes import Node, Views
from auditor.visitor.unasked import shop_searches, unasked
from auditor.visitor.unsent import unsent


def untried_controls(
    views: Views, index: Mapping[Node, int], vocabulary: Vocabulary, country: str
) -> dict[int, tuple[str, ...]]:
    """By node, the controls that may show a contact option and were pressed neither there nor in its place."""
    untried: dict[int, tuple[str, ...]] = {}
    shop = shop_searches(views, vocabulary)
    for node, view in views.views.items():
        # A page that was not seen is a gap as a whole; and presses go no deeper than two states.
        if view.seen is Seen.STATIC or node.state.count("/") > 1:
            continue
        tried = views.tried.get(node, frozenset())
        base = views.views.get(Node(node.url)) if node.state else None
        before = frozenset(element.selector for element in base.page.elements if element.visible) if base else ()
        controls = (control.element for control in opening_controls(view.page, vocabulary, country))
        left = [e.selector for e in controls if e.selector not in before and not was_tried(e, tried)]
        left += [e.selector for e in unsent(view.page, vocabulary) if e.selector not in before]
        loaded = frozenset(_key(press) for press in further_presses(base.page, vocabulary)) if base else frozenset()
        left += (key for key in _unopened(view.page, vocabulary, tried, before) if key not in loaded)
        if base is None:
            left += unasked(view.page, shop, vocabulary)
        if left:
            untried[index[node]] = tuple(left)
    return untried


def untried_names(
    views: Views, index: Mapping[Node, int], untried: Mapping[int, Collection[str]]
) -> dict[int, tuple[str, ...]]:
    """By node, what the untried controls are called on the page, each once; those without a name are left out."""
    found: dict[int, tuple[str, ...]] = {}
    for node, view in views.views.items():
        left = untried.get(index[node], ())
        if not left:
            continue
        called = {element.selector: element.name or element.text for element in view.page.elements}
        names = (called.get(key, "") if key in called else "".join(key.split("\n")[1:2]) for key in left)
        found[index[node]] = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    return found


def _unopened(page: Page, vocabulary: Vocabulary, tried: Collection[str], before: Collection[str]) -> Iterator[str]:
    """Tabs, anchors and topics that were not pressed."""
    for press in further_presses(page, vocabulary):
        if press.selector not in before and tried_keys(press).isdisjoint(tried):
            yield _key(press)


def _key(press: Press) -> str:
    return tried_key(press.action, press.selector, press.name)
