import copy
from typing import Any

from spiders.browser.closed import without_closed

STRINGS = ["DETAILS", "SUMMARY", "#text", "P", "open", "", "::marker"]


def _document(attributes: list[int]) -> dict[str, Any]:
    """details > (summary > text), summary, (p > text); beside it a p."""
    return {
        "nodes": {
            "parentIndex": [-1, 0, 1, 0, 0, 4, -1],
            "nodeName": [0, 1, 2, 1, 3, 2, 3],
            "attributes": [attributes, [], [], [], [], [], []],
        },
        "layout": {
            "nodeIndex": [0, 1, 2, 3, 4, 5, 6],
            "bounds": [[0, y, 9, 9] for y in range(7)],
            "stackingContexts": {"index": [0, 4, 6]},
        },
    }


def test_of_closed_details_only_the_first_summary_is_laid_out() -> None:
    document = _document([])
    without_closed(document, STRINGS)
    assert document["layout"] == {
        "nodeIndex": [0, 1, 2, 6],
        "bounds": [[0, 0, 9, 9], [0, 1, 9, 9], [0, 2, 9, 9], [0, 6, 9, 9]],
        "stackingContexts": {"index": [0, 3]},
    }


def test_open_details_stay_as_they_are() -> None:
    document = _document([4, 5])
    before = copy.deepcopy(document)
    without_closed(document, STRINGS)
    assert document == before
