"""Logins: links that promise a channel and lead to a login instead."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from auditor.model.page import Page
from auditor.model.terms import SCORED_CHANNELS, PageStatus, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.edges import Edges
from auditor.visitor.nodes import Node, View
from auditor.visitor.promises import Promise, promised, promises_contact, quoted


def login_links(
    nodes: Sequence[Node],
    edges: Edges,
    views: Mapping[Node, View],
    statuses: Mapping[str, PageStatus],
    vocabulary: Vocabulary,
) -> tuple[Promise, ...]:
    """The links to logins that promise a scored channel ("Log in to send a message") or contact, in order of edges."""
    logins = [
        number
        for number, node in enumerate(nodes)
        if statuses.get(node.url) is PageStatus.LOGIN or (node in views and _asks_password(views[node].page))
    ]
    if not logins:
        return ()
    return tuple(_found(np.flatnonzero(np.isin(edges.target, logins)).tolist(), edges, vocabulary))


def _found(numbers: Sequence[int], edges: Edges, vocabulary: Vocabulary) -> Iterator[Promise]:
    for number in numbers:
        element = edges.element[number]
        if element is not None and number not in edges.presses and not edges.hidden[number]:
            label = element.name or element.text
            channels = promised(label, vocabulary)
            reason = f"\u201c{quoted(element)}\u201d leads to a login"
            if channels:
                yield Promise(int(edges.source[number]), element, channels, f"{reason}.", gated=True)
            elif promises_contact(label, vocabulary):
                unseen = f"{reason}, and what stands behind it was not seen."
                yield Promise(int(edges.source[number]), element, SCORED_CHANNELS, unseen, gated=False)


def _asks_password(page: Page) -> bool:
    forms = (form for form in page.forms if form.region is Region.MAIN and form.visible is not False)
    return any(field.kind == "password" and field.visible is not False for form in forms for field in form.fields)
