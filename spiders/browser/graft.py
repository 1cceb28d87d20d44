"""Putting the snapshot of a frame that was laid out apart into that of the page which holds it."""

from typing import Any

from auditor.capture.tree import ACCESSIBLE_NAME

#: Where a snapshot names its strings by number: lists of a document, of its nodes and of its layout.
DOCUMENT_STRINGS = (
    "documentURL",
    "title",
    "baseURL",
    "contentLanguage",
    "encodingName",
    "publicId",
    "systemId",
    "frameId",
)
NODE_STRINGS = ("nodeName", "nodeValue")
RARE_STRINGS = (
    "shadowRootType",
    "textValue",
    "inputValue",
    "pseudoType",
    "pseudoIdentifier",
    "currentSourceURL",
    "originURL",
    ACCESSIBLE_NAME,
)
#: What of a node says which document stands in it.
CONTENT = "contentDocumentIndex"

#: A node: the number of its document in the snapshot, and its own in the document.
Place = tuple[int, int]


def graft(dom: dict[str, Any], owner: Place, frame: dict[str, Any]) -> range:
    """Add the documents of `frame` to `dom`, the first as content of the node `owner`; gives their numbers."""
    documents: list[dict[str, Any]] = dom["documents"]
    first, strings = len(documents), len(dom["strings"])
    dom["strings"].extend(frame["strings"])
    for document in frame["documents"]:
        _shift(document, strings, first)
        documents.append(document)
    content = documents[owner[0]]["nodes"].setdefault(CONTENT, {"index": [], "value": []})
    content["index"].append(owner[1])
    content["value"].append(first)
    return range(first, len(documents))


def _shift(document: dict[str, Any], strings: int, documents: int) -> None:
    """Let a document name its strings and the documents in it by their new numbers."""
    nodes, layout = document["nodes"], document["layout"]
    for name in DOCUMENT_STRINGS:
        if name in document:
            (document[name],) = _raised([document[name]], strings)
    for name in NODE_STRINGS:
        nodes[name] = _raised(nodes[name], strings)
    nodes["attributes"] = [_raised(row, strings) for row in nodes["attributes"]]
    for name in RARE_STRINGS:
        if name in nodes:
            nodes[name]["value"] = _raised(nodes[name]["value"], strings)
    if CONTENT in nodes:
        nodes[CONTENT]["value"] = _raised(nodes[CONTENT]["value"], documents)
    layout["styles"] = [_raised(row, strings) for row in layout["styles"]]
    layout["text"] = _raised(layout["text"], strings)


def _raised(numbers: list[int], by: int) -> list[int]:
    """Numbers that name something else now; one below 0 names nothing."""
    return [number + by if number >= 0 else number for number in numbers]
