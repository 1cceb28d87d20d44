"""Pages, states and links as a graph."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Field, Form
from auditor.model.terms import Action, Device, PageStatus, Region
from auditor.visitor.graph import Gap, Graph
from auditor.visitor.nodes import Node


def told(site: Any, device: Device = Device.DESKTOP) -> list[tuple[str, str, int]]:
    """The edges as (from, to, clicks), paths with states; without those that are hidden."""
    graph: Graph = site.graph(device)
    names = [f"{node.url.removeprefix(site.url(''))}{node.state}" for node in graph.nodes]
    edges = graph.edges
    columns = zip(edges.source, edges.target, edges.clicks, edges.hidden, strict=True)
    return [(names[a], names[b], c) for a, b, c, hidden in columns if not hidden]


def test_nodes_are_what_was_seen_then_what_is_only_linked_to_in_the_order_met(site: Any) -> None:
    site.show("b", site.link("Y", "y"))
    site.show("", site.link("Z", "z"), site.link("B", "b"), site.link("A", "a"))
    site.show("", state="/m")
    graph = site.graph()
    assert graph.nodes == tuple(Node(site.url(path), state) for path, state in
                                (("", ""), ("", "/m"), ("b", ""), ("z", ""), ("a", ""), ("y", "")))  # fmt: skip
    assert [graph.index[node] for node in graph.nodes] == list(range(6))


@pytest.mark.parametrize(
    ("status", "sent", "linked"),
    [
        (None, Gap.NOT_RENDERED, Gap.NOT_FETCHED),
        (PageStatus.OK, Gap.NOT_RENDERED, Gap.NOT_FETCHED),
        (PageStatus.MISSING, Gap.NONE, Gap.NONE),
        (PageStatus.ERROR, Gap.NO_ANSWER, Gap.NO_ANSWER),
        (PageStatus.NOT_HTML, Gap.NONE, Gap.NONE),
        (PageStatus.BLOCKED, Gap.NOT_RENDERED, Gap.BLOCKED),
        (PageStatus.CLOSED, Gap.NOT_RENDERED, Gap.BLOCKED),
        (PageStatus.LOGIN, Gap.NOT_RENDERED, Gap.NOT_FETCHED),
    ],
)
def test_why_a_page_was_not_seen(site: Any, status: PageStatus | None, sent: Gap, linked: Gap) -> None:
    site.show("", site.link("Sent", "sent"), site.link("Linked", "linked"))
    site.send("sent")
    if status is not None:
        site.statuses = {site.url("sent"): status, site.url("linked"): status}
    graph = site.graph()
    gaps = {node.url.removeprefix(site.url("")): gap for node, gap in zip(graph.nodes, graph.gaps, strict=True)}
    assert gaps == {"": Gap.NONE, "sent": sent, "linked": linked}


def test_a_file_that_promises_contact_is_a_gap_and_no_other_file(site: Any) -> None:
    files = {"Contact": "a.pdf", "Size chart": "b.pdf", "Contact card": "https://cdn.test/card.vcf?v=1"}
    site.show("", *(site.link(name, to) for name, to in files.items()))
    graph = site.graph()
    gaps = {node.url.rpartition("/")[2]: gap for node, gap in zip(graph.nodes, graph.gaps, strict=True) if node.url}
    assert gaps == {"": Gap.NONE, "a.pdf": Gap.DOCUMENT, "b.pdf": Gap.NONE, "card.vcf?v=1": Gap.DOCUMENT}


def test_what_is_no_page_but_promises_contact_is_a_gap(site: Any) -> None:
    site.show("", site.link("Contact", "contact"), site.link("Size chart", "sizes"))
    site.statuses = {site.url("contact"): PageStatus.NOT_HTML, site.url("sizes"): PageStatus.NOT_HTML}
    assert site.graph().gaps == (Gap.NONE, Gap.DOCUMENT, Gap.NONE)


def test_a_link_that_promises_contact_and_leads_to_no_page_is_a_gap(site: Any) -> None:
    """Scripts may show the page all the same when the link is pressed."""
    site.show("", site.link("Help", "help"), site.link("Size chart", "sizes"))
    site.send("help", status=404)
    site.statuses = {site.url("help"): PageStatus.MISSING, site.url("sizes"): PageStatus.MISSING}
    assert site.graph().gaps == (Gap.NONE, Gap.MISSING, Gap.NONE)


def test_a_page_that_was_not_read_to_its_end_is_a_gap(site: Any) -> None:
    site.show("", whole=False)
    assert site.graph().gaps == (Gap.CUT,)


def test_a_page_with_a_frame_that_was_not_read_is_a_gap(site: Any) -> None:
    site.show("", unread_frames=1)
    site.show("gone", unread_frames=1, status=404)
    assert site.graph().gaps == (Gap.FRAME, Gap.NONE)


def test_a_page_that_answered_with_an_error_holds_nothing_that_was_missed(site: Any) -> None:
    site.send("gone", status=404)
    assert site.graph().gaps == (Gap.NONE,)


def test_a_state_that_was_not_kept_is_a_gap_though_its_page_is_missing(site: Any) -> None:
    site.show("", site.button("Menu"))
    site.press("", "button.Menu", name="Menu", state_after="/m")
    site.statuses[site.url("")] = PageStatus.MISSING
    assert site.graph().gaps == (Gap.NONE, Gap.NOT_FETCHED)


@pytest.mark.parametrize(
    ("element", "edges"),
    [
        ({"to": "help"}, [("", "help", 1)]),
        ({"to": "help", "visible": None}, [("", "help", 1)]),
        ({"to": "help", "visible": False}, []),
        ({"to": "help#phone"}, [("", "help", 1)]),
        ({"to": "#phone"}, []),
        ({"to": "https://elsewhere.test/"}, []),
        ({"to": "mailto:help@shop.test"}, []),
        ({"to": "help", "visible": False, "revealed_by": "button.Menu"}, [("", "help", 2)]),
        ({"to": "help", "visible": False, "revealed_by": "button.Hidden"}, []),
        ({"to": "help", "visible": False, "revealed_by": "button.Tried"}, []),
        ({"to": "help", "visible": False, "revealed_by": "button.Nowhere"}, []),
    ],
)
def test_which_links_are_ways_and_what_they_cost(
    site: Any, element: dict[str, Any], edges: list[tuple[str, str, int]]
) -> None:
    buttons = [site.button("Menu"), site.button("Hidden", visible=False), site.button("Tried")]
    site.show("", *buttons, site.link("Help", element.pop("to"), **element))
    site.press("", "button.Tried", name="Tried")
    assert told(site) == edges


def test_a_state_leads_only_where_the_page_as_loaded_did_not(site: Any) -> None:
    old, hidden = site.link("Old", "old"), site.link("Help", "help", visible=False)
    site.show("", site.button("Menu"), old, hidden)
    site.show("", site.button("Menu"), old, replace(hidden, visible=True), site.link("Elsewhere", "old"), state="/m")
    site.press("", "button.Menu", name="Menu", state_after="/m")
    assert told(site) == [("", "old", 1), ("/m", "help", 1), ("/m", "old", 1), ("", "/m", 1)]


@pytest.mark.parametrize(
    ("press", "edges"),
    [
        ({"state_after": "/m"}, [("", "/m", 1)]),
        ({"state_after": "/m", "action": Action.HOVER}, [("", "/m", 0)]),
        ({"navigated_to": "https://shop.test/help#x"}, [("", "help", 1)]),
        ({"navigated_to": "https://shop.test/#x"}, []),
        ({"navigated_to": "https://elsewhere.test/"}, []),
        ({}, []),
    ],
)
def test_which_presses_are_ways_and_what_they_cost(
    site: Any, press: dict[str, Any], edges: list[tuple[str, str, int]]
) -> None:
    site.show("", site.button("Menu"))
    site.press("", "button.Menu", name="Menu", **press)
    assert told(site) == edges


def test_a_press_on_a_page_that_was_not_seen_leads_from_nowhere(site: Any) -> None:
    site.show("")
    site.press("gone", "button.Menu", name="Menu", navigated_to=site.url("help"))
    assert told(site) == []


SEARCH = Form(
    "#f", "https://shop.test/search?lang=en", "get", (Field("search", "q", ""),), "Find", "", Region.HEADER, 0
)


@pytest.mark.parametrize(
    ("form", "fetched", "edges"),
    [
        (SEARCH, "search?q=hat", [("", "search?q=hat", 1)]),
        (replace(SEARCH, visible=True), "search?q=hat", [("", "search?q=hat", 1)]),
        (replace(SEARCH, visible=False), "search?q=hat", []),
        (SEARCH, "find?q=hat", []),
        (replace(SEARCH, method="post"), "search?q=hat", []),
    ],
)
def test_a_search_leads_to_the_search_page_that_was_fetched(
    site: Any, form: Form, fetched: str, edges: list[tuple[str, str, int]]
) -> None:
    site.show("", forms=[form])
    site.show(fetched, forms=[form])
    assert told(site) == edges
    assert {press.action for press in site.graph().edges.presses.values()} == ({Action.SEARCH} if edges else set())


def test_a_search_behind_a_control_takes_one_click_more(site: Any) -> None:
    hidden = replace(SEARCH, action="https://shop.test/search", visible=False, revealed_by="button.Search")
    site.show("", site.button("Search"), forms=[hidden])
    site.show("search?q=contact")
    site.sight("search?q=contact")
    journey = site.journey()
    assert (journey.clicks_at_most, [step.label for step in journey.path]) == (2, ["Search", "contact"])
    assert journey.path[-1].selector == '#f input[name="q"]'
