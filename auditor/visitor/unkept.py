"""Unkept promises: buttons that speak of a channel, and showed nothing when they were pressed, or take no press now.

They may open a mail program, dial, or answer only later: nobody may say that the channel is not there.
"""

from collections.abc import Iterator, Mapping

from auditor.model.terms import ElementKind, Seen
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.controls import is_disabled
from auditor.visitor.matching import label_key
from auditor.visitor.nodes import Node, Views
from auditor.visitor.promises import Promise, promised, quoted


def unkept_promises(views: Views, index: Mapping[Node, int], vocabulary: Vocabulary) -> Iterator[Promise]:
    """The promises of buttons that were pressed without effect on a device, in order of nodes."""
    led = {(move.source, move.selector) for move in views.moves}
    leading = {label_key(move.name) for move in views.moves}
    for node, view in views.views.items():
        tried = views.tried.get(node, ())
        for element in view.page.elements if view.seen is not Seen.STATIC else ():
            shut = is_disabled(element)
            if element.kind is not ElementKind.BUTTON or not element.visible or not (shut or element.selector in tried):
                continue
            if (node, element.selector) in led or label_key(element.name) in leading:
                continue
            channels = promised(element.name, vocabulary)
            if channels:
                done = "takes no press now" if shut else "was pressed, and nothing was seen to open"
                reason = f"\u201c{quoted(element)}\u201d {done}."
                yield Promise(index[node], element, channels, reason, gated=False)
