"""Logins: links that promise a channel and lead to a login instead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from auditor.model.page import Element, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import SCORED_CHANNELS, Channel, PageStatus, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.edges import Edges
from auditor.visitor.nodes import Node, View


@dataclass(frozen=True, slots=True)
class LoginLink:
    """A link at a node whose words promise `channels` and whose page asks for a password."""

    node: int
    element: Element
    channels: tuple[Channel, ...]


def login_links(
    nodes: Sequence[Node],
    edges: Edges,
    views: Mapping[Node, View],
    statuses: Mapping[str, PageStatus],
    vocabulary: Vocabulary,
) -> tuple[LoginLink, ...]:
    """The links to logins that promise a scored channel ("Log in to send a message"), in order of edges."""
    logins = [
        number
        for number, node in enumerate(nodes)
        if statuses.get(node.url) is PageStatus.LOGIN or (node in views and _asks_password(views[node].page))
    ]
    if not logins:
        return ()
    return tuple(_found(np.flatnonzero(np.isin(edges.target, logins)).tolist(), edges, vocabulary))


def _found(numbers: Sequence[int], edges: Edges, vocabulary: Vocabulary) -> Iterator[LoginLink]:
    for number in numbers:
        element = edges.element[number]
        if element is not None and number not in edges.presses and not edges.hidden[number]:
            channels = _promised(element.name or element.text, vocabulary)
            if channels:
                yield LoginLink(int(edges.source[number]), element, channels)


def _asks_password(page: Page) -> bool:
    forms = (form for form in page.forms if form.region is Region.MAIN and form.visible is not False)
    return any(field.kind == "password" and field.visible is not False for form in forms for field in form.fields)


def _promised(label: str, vocabulary: Vocabulary) -> tuple[Channel, ...]:
    """The channels of which a label speaks in their own words."""
    meanings = {name for name, _ in vocabulary.concepts(label)}
    own = rule_data("scent.yaml")["own"]
    return tuple(channel for channel in SCORED_CHANNELS if not meanings.isdisjoint(own.get(channel, ())))
