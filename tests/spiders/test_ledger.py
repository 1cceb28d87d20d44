"""One page is one page."""

import pytest

from auditor.capture.records import Fetch
from auditor.model.terms import PageStatus
from spiders.ledger import Ledger, Result
from tests.spiders.pages import page

SHOP = "https://www.brand.com"


def result(url: str, final: str = "", body: bytes = b"<p>x") -> Result:
    fetch = Fetch(SHOP + url, SHOP + (final or url), 200, PageStatus.OK, body=body)
    return Result(fetch, page("<p>x", SHOP + url))


def test_an_address_that_leads_to_a_known_page_is_its_alias() -> None:
    ledger = Ledger()
    ledger.enter([result("/a"), result("/b", "/a")])
    (third,) = ledger.enter([result("/c", "/a")])
    assert (third.fetch.alias_of, third.fetch.body, third.page) == (f"{SHOP}/a", None, None)
    assert (ledger.pages, ledger.asked) == (1, 3)


def test_the_first_address_in_order_owns_the_page() -> None:
    entered = Ledger().enter([result("/old", "/new"), result("/new")])
    assert [one.fetch.alias_of for one in entered] == ["", f"{SHOP}/old"]


@pytest.mark.parametrize(
    ("first", "second", "alias"),
    [
        (result("/"), result("/index.html"), f"{SHOP}/"),
        (result("/de/index.php"), result("/de/"), f"{SHOP}/de/index.php"),
        (result("/"), result("/index.html", body=b"<p>other"), ""),
        (result("/"), result("/shop"), ""),
        (result("/de/"), result("/index.html"), ""),
    ],
)
def test_a_folder_and_its_index_file_are_one_page(first: Result, second: Result, alias: str) -> None:
    assert Ledger().enter([first, second])[1].fetch.alias_of == alias


def test_what_is_no_page_costs_a_request_only() -> None:
    ledger = Ledger()
    ledger.enter([Result(Fetch(f"{SHOP}/x", f"{SHOP}/x", 0, PageStatus.ERROR), None)])
    assert (ledger.pages, ledger.asked) == (0, 1)
