"""The audit of a site of one page, by the parts that do it in earnest, with a browser that serves many such sites."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from auditor.capture.scope import scope_of
from auditor.capture.store import Capture
from auditor.capture.urls import origin_of
from auditor.evaluation import audit_capture
from auditor.guide import SiteGuide
from auditor.model.audit import Audit
from auditor.model.guide import Link
from auditor.model.journey import Journey
from auditor.model.settings import Settings
from auditor.model.terms import CaptureStatus, Channel, Device, Outcome, Stage
from auditor.site import Site
from spiders.budget import Budget
from spiders.crawl import Crawl
from spiders.fetcher import Answer, Fetcher
from spiders.field import Field
from spiders.gatekeeper import Gatekeeper, as_fact
from spiders.gathering import WAVES
from spiders.ledger import Ledger, Result
from spiders.reading import read_answer
from spiders.rendering import Browser, Renderer
from spiders.robots import Robots
from spiders.telling import Teller
from spiders.tools import Tools
from tests.visibility.corpus_site import HTML


async def audit_page(browser: Browser, settings: Settings, body: bytes, capture_path: Path) -> Audit:
    """Gather the home page of `settings` in a browser, with all presses that the guide names, and audit it.

    `body` is the page as its server sends it. Nothing but the browser uses the network.
    """
    with Capture.create(capture_path, settings) as capture:
        tools = _tools(settings, capture)
        answer = Answer(settings.url, settings.url, 200, {"content-type": HTML}, body)
        home = read_answer(Link(settings.url, "", "", "", 0), answer)
        await _gather(browser, tools, home)
        capture.put_fact("status", CaptureStatus.MEASURED.value)
        capture.put_fact("reason", "")
        capture.put_fact("robots", as_fact(tools.gatekeeper.answers(), origin_of(settings.url)))
        return audit_capture(capture)


async def _gather(browser: Browser, tools: Tools, home: Result) -> None:
    """The steps of `spiders.gathering` that a site of one page comes to."""
    assert home.page is not None, home.fetch.reason
    crawl = Crawl(tools, Field(scope_of(home.page), tools.guide, tools.gatekeeper), Ledger(), {})
    renderer = Renderer(browser, tools)
    renderer.offer(await crawl.enter_home(home), always=True)
    waiting = await renderer.collect()
    await crawl.take_in(waiting)
    for copies in (*[False] * WAVES, *[True] * WAVES):
        waiting, links = await renderer.explore(waiting, copies=copies)
        await crawl.take_in(waiting)
        await crawl.add(links)
    await renderer.stop()


def _tools(settings: Settings, capture: Capture) -> Tools:
    # All that is asked for is known, so that the downloader of Scrapy is never needed.
    no_engine: Any = None
    fetcher = Fetcher(no_engine, no_engine, 0.0)
    gatekeeper = Gatekeeper(fetcher, lambda host, seconds: None, [Robots(origin_of(settings.url), 404, "")])
    guide = SiteGuide(settings, lambda: Site.read(capture))
    budget = Budget(settings.seconds)
    return Tools(settings, capture, guide, fetcher, gatekeeper, budget, Teller(lambda progress: None))


def found_in(audit: Audit) -> Mapping[Device, str]:
    """What the audit says of the way to a telephone from home, in the words of expected.yaml.

    `N?` stands for a number of clicks that is not exact.
    """
    return {device: _word(journey) for device, journey in _from_home(audit).items()}


def reasons_in(audit: Audit) -> Mapping[Device, str]:
    """The reason that the audit gives for each of those answers."""
    return {device: journey.reason for device, journey in _from_home(audit).items()}


def _from_home(audit: Audit) -> Mapping[Device, Journey]:
    of_home = (j for j in audit.journeys if (j.stage, j.channel, j.need) == (Stage.HOME, Channel.PHONE, ""))
    return {journey.device: journey for journey in of_home}


def _word(journey: Journey) -> str:
    if journey.outcome is Outcome.REACHED:
        return f"{journey.best_clicks}" + ("" if journey.exact else "?")
    return "none" if journey.outcome is Outcome.NOT_FOUND else "unclear"
