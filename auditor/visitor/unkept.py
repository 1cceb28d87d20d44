"""Unkept promises: buttons that speak of a channel, were pressed, and showed nothing that could be seen.

They may open a mail program, dial, or answer only later: nobody may say that the channel is not there.
"""

from collections.abc import Iterator, Mapping

from auditor.model.terms import ElementKind
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.matching import label_key
from auditor.visitor.nodes import Node, Views
from auditor.visitor.promises import Promise, promised, quoted


def unkept_promises(views: Views, index: Mapping[Node, int], vocabulary: Vocabulary) -> Iterator[Promise]:
    """The promises of buttons that were pressed without effect on a device, in order of nodes."""
    led = {(move.source, move.selector) for move in views.moves}
    leading = {label_key(move.name) for move in views.moves}
    for node, tried in views.tried.items():
        view = views.views.get(node)
        for element in view.page.elements if view is not None else ():
            if element.kind is not ElementKind.BUTTON or not element.visible or element.selector not in tried:
                continue
            if (node, element.selector) in led or label_key(element.name) in leading:
                continue
            channels = promised(element.name, vocabulary)
            if channels:
                reason = f"\u201c{quoted(element)}\u201d was pressed, and nothing was seen to open."
                yield Promise(index[node], element, channels, reason, gated=False)
