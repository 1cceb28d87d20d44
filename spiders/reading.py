"""From an answer to the record that is kept and the page that is read from it. A page is parsed once."""

from auditor.capture.html import parse_html
from auditor.capture.records import Fetch
from auditor.capture.shared import SharedBlocks
from auditor.model.guide import Link
from auditor.model.terms import PageStatus
from spiders.failures import Failure
from spiders.fetcher import Answer
from spiders.ledger import Result
from spiders.outcomes import is_html, outcome

#: What a visitor sees as a page: a page that is not there has words and links as well.
SEEN = frozenset({PageStatus.OK, PageStatus.MISSING})


def read_answer(link: Link, answer: Answer, shared: SharedBlocks | None = None) -> Result:
    """The record of an answer and its page, None when it is none; `shared` remembers blocks from page to page."""
    status, reason = outcome(answer)
    kept = status in SEEN and is_html(answer)
    fetch = Fetch(
        url=link.url,
        final_url=answer.final_url,
        status=answer.status,
        page_status=status,
        reason=reason,
        body=answer.body if kept else None,
        encoding=answer.encoding,
        content_type=answer.content_type,
        depth=link.depth,
        source=link.source,
        redirects=answer.redirects,
        vary_device=answer.varies_by_device,
    )
    return read_again(fetch, shared)


def read_again(fetch: Fetch, shared: SharedBlocks | None = None) -> Result:
    """A recorded answer with its page."""
    if fetch.body is None:
        return Result(fetch, None)
    page = parse_html(
        fetch.body,
        url=fetch.url,
        final_url=fetch.final_url,
        status=fetch.status,
        encoding=fetch.encoding,
        shared=shared,
    )
    return Result(fetch, page)


def closed(link: Link) -> Fetch:
    """The record of a page that robots.txt closes, or might if it could be read; it was not asked for."""
    return Fetch(
        url=link.url,
        final_url=link.url,
        status=0,
        page_status=PageStatus.CLOSED,
        reason=Failure.CLOSED,
        depth=link.depth,
        source=link.source,
    )
