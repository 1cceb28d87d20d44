"""The home page: asked for first, and judged before anything else is."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree
from lxml.html import document_fromstring

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import Fetch
from auditor.capture.urls import canonical_url, origin_of
from auditor.model.errors import GatherError, UsageError
from auditor.model.guide import Link
from auditor.model.page import Page
from auditor.model.terms import Device, PageStatus
from spiders.challenge import login_wall
from spiders.fetcher import Answer
from spiders.ledger import Result
from spiders.messages import deep_page, error_for, framed_page, out_of_time, too_slow
from spiders.reading import read_again, read_answer
from spiders.rendering import Browser
from spiders.tools import Tools
from spiders.walls import wall_in

BROWSER_ONLY = "seen in the browser only"


async def ask_home(tools: Tools, stored: Mapping[str, Fetch]) -> tuple[Result, GatherError | None]:
    """Ask for the start URL, wherever it leads; the error says why what came is no home page.

    Raises UsageError when the start URL is no address of a page.
    """
    url = canonical_url(tools.settings.url)
    if not url:
        raise UsageError(f"{tools.settings.url} is no address of a web page.", "Give one that begins with https://.")
    known = stored.get(url)
    if known is not None:
        return _recalled(tools, known), None
    try:
        answer = await asyncio.wait_for(_ask(tools, url), tools.budget.left())
    except TimeoutError:
        tools.budget.spent = True
        return Result(Fetch(url, url, 0, PageStatus.ERROR, "no answer in time"), None), _late(tools, url)
    result = read_answer(Link(url, "", "", "", 0), answer)
    if result.page is not None and result.fetch.page_status is PageStatus.OK and login_wall(result.page, url):
        result = Result(
            replace(result.fetch, page_status=PageStatus.LOGIN, reason="lets nobody in without a login"), None
        )
    status, reason = result.fetch.page_status, result.fetch.reason
    if status is PageStatus.OK and result.page:
        return result, _unreadable(result.page, answer.body, tools.settings.render != "never")
    return result, error_for(answer, status, reason)


async def ask_again_in(browser: Browser, tools: Tools, refused: Result) -> Result | None:
    """After a refusal the browser gets one attempt under the same name; None when it is turned away as well."""
    rendered = await browser.render(refused.fetch.url, Device.DESKTOP)
    if not rendered.ok or rendered.snapshot is None:
        return None
    page = parse_snapshot(rendered.snapshot.payload, url=refused.fetch.url, device=Device.DESKTOP)
    if not 200 <= page.status < 300 or wall_in(page, rendered.snapshot.payload) or not page.elements:
        return None
    tools.capture.put_snapshot(rendered.snapshot)
    final = canonical_url(page.final_url) or refused.fetch.url
    fetch = replace(refused.fetch, final_url=final, status=page.status, page_status=PageStatus.OK, reason=BROWSER_ONLY)
    return Result(fetch, replace(page, final_url=final))


def is_empty(pages: list[Page]) -> bool:
    """Whether nothing stands on a page, as sent and as rendered."""
    return not any(page.elements or page.forms or page.frames for page in pages)


def _unreadable(page: Page, body: bytes, rendering: bool) -> GatherError | None:
    """Why nothing of a page could be read although it is not empty, where a browser would change nothing of it."""
    if not is_empty([page]):
        return None
    if _framed(body):
        return framed_page(page.final_url)
    # In a browser a script may put something else in place of what lies too deep.
    changing = rendering and b"<script" in body.lower()
    return None if page.whole or changing else deep_page(page.final_url)


def _framed(body: bytes) -> bool:
    try:
        return document_fromstring(body).find(".//frameset") is not None
    except (etree.LxmlError, ValueError):
        return False


async def _ask(tools: Tools, url: str) -> Answer:
    left, known = tools.budget.left(), {robots.origin for robots in tools.gatekeeper.answers()}
    robots = await tools.gatekeeper.learn(origin_of(url))
    if robots.origin not in known and robots.delay >= left:
        # The pause counts from the request for robots.txt, so its end is not worth waiting for.
        raise TimeoutError
    return await tools.fetcher.fetch(url)


def _late(tools: Tools, url: str) -> GatherError:
    """Why the home page did not come in time: for a pause that takes half of it or more, or by the server's fault."""
    seconds = tools.settings.seconds
    slowest = max(tools.gatekeeper.answers(), key=lambda robots: robots.asked, default=None)
    if slowest is not None and slowest.delay * 2 >= seconds:
        return too_slow(slowest, seconds)
    return out_of_time(url, seconds)


def _recalled(tools: Tools, fetch: Fetch) -> Result:
    if fetch.reason != BROWSER_ONLY:
        return read_again(fetch)
    shown = next(s for s in tools.capture.snapshots() if (s.url, s.device) == (fetch.url, Device.DESKTOP))
    page = parse_snapshot(shown.payload, url=fetch.url, device=Device.DESKTOP)
    return Result(fetch, replace(page, final_url=fetch.final_url))
