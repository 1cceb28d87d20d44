"""From an answer to its record and its page."""

import pytest

from auditor.capture.records import Fetch
from auditor.model.guide import Link
from auditor.model.terms import PageStatus
from spiders.failures import Failure
from spiders.fetcher import Answer
from spiders.reading import closed, read_again, read_answer

LINK = Link("https://www.brand.com/a", "A", "main", "https://www.brand.com/", 2)
HTML = {"content-type": "text/html; charset=iso-8859-1", "vary": "User-Agent"}
BODY = "<!doctype html><title>Schön</title><p>Grüße".encode("latin-1")


@pytest.mark.parametrize(
    ("status", "kind", "page_status", "kept"),
    [
        (200, "text/html", PageStatus.OK, True),
        (404, "text/html", PageStatus.MISSING, True),
        (404, "application/json", PageStatus.MISSING, False),
        (200, "application/pdf", PageStatus.NOT_HTML, False),
        (403, "text/html", PageStatus.BLOCKED, False),
        (500, "text/html", PageStatus.ERROR, False),
        (401, "text/html", PageStatus.LOGIN, False),
    ],
)
def test_what_a_visitor_sees_is_kept_and_read(status: int, kind: str, page_status: PageStatus, kept: bool) -> None:
    result = read_answer(LINK, Answer(LINK.url, LINK.url, status, {"content-type": kind}, BODY))
    assert result.fetch.page_status is page_status
    assert (result.fetch.body is not None, result.page is not None) == (kept, kept)


def test_a_record_tells_where_the_page_came_from_and_how() -> None:
    final, trail = "https://www.brand.com/b", (LINK.url,)
    result = read_answer(LINK, Answer(LINK.url, final, 200, HTML, BODY, trail))
    assert result.fetch == Fetch(
        url=LINK.url,
        final_url=final,
        status=200,
        page_status=PageStatus.OK,
        body=BODY,
        encoding="iso-8859-1",
        content_type="text/html",
        depth=2,
        source="https://www.brand.com/",
        redirects=trail,
        vary_device=True,
    )
    assert result.page is not None
    assert (result.page.url, result.page.final_url, result.page.title) == (LINK.url, final, "Schön")


def test_a_record_is_read_again_to_the_same_page() -> None:
    result = read_answer(LINK, Answer(LINK.url, LINK.url, 404, HTML, BODY))
    again = read_again(result.fetch)
    assert (again.page, again.fetch) == (result.page, result.fetch)
    assert again.page is not None
    assert again.page.status == 404


def test_a_failure_has_no_page() -> None:
    result = read_answer(LINK, Answer(LINK.url, LINK.url, failure=Failure.TIMEOUT))
    assert (result.page, result.fetch.status, result.fetch.reason) == (None, 0, "no answer in time")


def test_a_closed_page_is_recorded_as_not_asked_for() -> None:
    found = closed(LINK)
    assert (found.url, found.final_url, found.status, found.body) == (LINK.url, LINK.url, 0, None)
    assert (found.page_status, found.depth, found.source) == (PageStatus.CLOSED, 2, LINK.source)
