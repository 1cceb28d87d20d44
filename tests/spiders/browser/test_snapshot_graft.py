"""A grafted frame reads as it did alone: its strings and the documents in it keep their meaning."""

from typing import Any

from spiders.browser.graft import graft


def document(**nodes: Any) -> dict[str, Any]:
    plain = {"nodeName": [0], "nodeValue": [-1], "attributes": [[]], "parentIndex": [-1]}
    layout = {"nodeIndex": [0], "styles": [[0, -1]], "text": [-1], "bounds": [[0, 0, 1, 1]]}
    return {"documentURL": 1, "title": -1, "nodes": {**plain, **nodes}, "layout": layout}


def test_numbers_of_strings_and_documents_are_those_of_the_whole() -> None:
    page = {"strings": ["IFRAME", "http://shop.test/"], "documents": [document()]}
    inner = document(
        nodeValue=[1],
        attributes=[[0, 2]],
        contentDocumentIndex={"index": [0], "value": [1]},
        inputValue={"index": [0], "value": [2]},
        isClickable={"index": [0]},
    )
    frame = {"strings": ["P", "http://desk.test/", "x"], "documents": [inner, document()]}
    assert graft(page, (0, 0), frame) == range(1, 3)
    assert page["strings"] == ["IFRAME", "http://shop.test/", "P", "http://desk.test/", "x"]
    outer, first, _ = page["documents"]
    assert outer["nodes"]["contentDocumentIndex"] == {"index": [0], "value": [1]}
    nodes = first["nodes"]
    assert (nodes["nodeName"], nodes["nodeValue"], nodes["attributes"]) == ([2], [3], [[2, 4]])
    assert nodes["contentDocumentIndex"] == {"index": [0], "value": [2]}
    assert nodes["inputValue"] == {"index": [0], "value": [4]}
    assert nodes["isClickable"] == {"index": [0]}
    assert (first["documentURL"], first["title"]) == (3, -1)
    assert first["layout"]["styles"] == [[2, -1]]
    assert first["layout"]["text"] == [-1]
