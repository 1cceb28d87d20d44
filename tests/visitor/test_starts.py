"""The first page of each stage by (clicks from home, URL)."""

from typing import Any

from auditor.model.terms import Device, Stage
from auditor.visitor.starts import clicks_from, stage_starts


def shop(site: Any) -> dict[str, Stage]:
    site.show("", site.link("B", "b"), site.link("List", "list"))
    site.show("list", site.link("A", "a"), site.link("C", "c"))
    site.show("b")
    return {
        site.url(path): stage
        for path, stage in {
            "": Stage.HOME,
            "a": Stage.PRODUCT,
            "b": Stage.PRODUCT,
            "z": Stage.CART,
            "y": Stage.CART,
            "list": Stage.OTHER,
        }.items()
    }


def test_clicks_from_home(site: Any) -> None:
    shop(site)
    clicks = clicks_from(site.graph(), site.url(""))
    assert {url.rpartition("/")[2]: count for url, count in clicks.items()} == {
        "": 0,
        "b": 1,
        "list": 1,
        "a": 2,
        "c": 2,
    }


def test_the_nearest_page_goes_first_and_pages_without_a_link_go_by_url(site: Any) -> None:
    starts = stage_starts(shop(site), site.url(""), [site.graph(), site.graph(Device.MOBILE)])
    assert starts == {Stage.HOME: site.url(""), Stage.PRODUCT: site.url("b"), Stage.CART: site.url("y")}


def test_the_order_of_pages_changes_nothing(site: Any) -> None:
    stages = shop(site)
    graphs = [site.graph()]
    backwards = dict(reversed(stages.items()))
    assert stage_starts(stages, site.url(""), graphs) == stage_starts(backwards, site.url(""), graphs)
