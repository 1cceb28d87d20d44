"""The audit document, put together from what was gathered and what follows from it."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from auditor.analysis import Analysis, page_ids
from auditor.capture.records import Fetch, Snapshot
from auditor.capture.urls import host_of, origin_of
from auditor.clock import Clock
from auditor.model.audit import (
    Audit,
    BannerEntry,
    Captured,
    MeasuredLoad,
    PageEntry,
    SeenOn,
    StateEntry,
    TemplateEntry,
    Tool,
    Volatile,
)
from auditor.model.audit import (
    Site as SiteEntry,
)
from auditor.model.journey import Journey
from auditor.model.terms import CaptureStatus, Device, Outcome, PageStatus, Seen, Stage
from auditor.scoring.judge import judge, score_version
from auditor.scoring.rule import load_rules, rules_version
from auditor.site import Site
from auditor.version import __version__
from auditor.visitor.nodes import Node


def document(
    site: Site,
    analysis: Analysis,
    journeys: Sequence[Journey],
    clock: Clock,
) -> Audit:
    """The document of a site with a home page; what `clock` counts goes into the block `volatile` only."""
    pages = tuple(_pages(site, analysis))
    captured = _captured(site)
    shown = tuple(_with_pictures(journeys, analysis, site.snapshots))
    clock.stop("walk")
    judgement = judge(shown, analysis.signposting, analysis.contacts, pages, captured)
    clock.stop("judge")
    context = analysis.context
    return Audit(
        tool=_tool(),
        site=SiteEntry(
            url=context.url,
            host=host_of(context.url),
            name=context.brand,
            language=context.language,
            country=context.country,
        ),
        captured=captured,
        pages=pages,
        states=tuple(_states(site, analysis)),
        templates=tuple(_templates(site, analysis)),
        banners=tuple(_banners(site, analysis)),
        contacts=analysis.contacts,
        journeys=shown,
        signposting=analysis.signposting,
        findings=judgement.findings,
        fixes=judgement.fixes,
        scores=judgement.scores,
        settings=site.settings.repeatable(),
        volatile=_volatile(site, clock),
    )


def empty_document(site: Site, clock: Clock) -> Audit:
    """The document of a site that could not be measured: no score, and the reason."""
    captured = _captured(site)
    judgement = judge((), (), (), (), captured)
    ids = page_ids(site)
    host = host_of(site.settings.url)
    return Audit(
        tool=_tool(),
        site=SiteEntry(url=site.settings.url, host=host, name=host.removeprefix("www.")),
        captured=captured,
        pages=tuple(
            PageEntry(id=ids[f.url], url=f.url, stage=Stage.OTHER, status=f.page_status, seen=SeenOn())
            for f in site.outcomes
            if not f.alias_of
        ),
        scores=judgement.scores,
        settings=site.settings.repeatable(),
        volatile=_volatile(site, clock),
    )


def _tool() -> Tool:
    return Tool(version=__version__, rules_version=rules_version(load_rules()), score_version=score_version())


def _captured(site: Site) -> Captured:
    came = {fetch.url for fetch in site.outcomes if fetch.page_status is PageStatus.OK and not fetch.alias_of}
    rendered = {(snapshot.url, snapshot.device) for snapshot in site.snapshots if not snapshot.state}
    status = site.facts.get("status") or CaptureStatus.PARTIAL
    return Captured(
        status=CaptureStatus(status),
        reason=_reason(site),
        pages=len(came),
        rendered=len(came & {url for url, _ in rendered}),
        devices=tuple(device for device in site.settings.devices if any(d is device for _, d in rendered)),
        robots=_robots(site),
        consent=site.settings.consent.value,
        locale=str(site.facts.get("locale") or ""),
    )


def _reason(site: Site) -> str:
    """Why it is not all there; a gathering without a browser says so even when it is complete."""
    reasons = [str(site.facts.get("reason") or "")]
    browser = site.facts.get("browser") or {}
    if browser.get("name") == "none" and site.fetched:
        reasons.append(f"Pages were not seen in a browser: {browser.get('reason')}.")
    *first, last = [reason for reason in reasons if reason] or [""]
    return "".join(f"{reason.rstrip('.')}. " for reason in first) + last


def _robots(site: Site) -> str:
    robots = site.facts.get("robots")
    if not isinstance(robots, dict):
        return ""
    return str(robots.get("verdict") or robots.get("status") or "")


def _pages(site: Site, analysis: Analysis) -> Iterator[PageEntry]:
    titles = {page.url: page for page in site.fetched}
    for fetch in site.outcomes:
        if fetch.alias_of:
            continue
        page = titles.get(fetch.url)
        yield PageEntry(
            id=analysis.ids[fetch.url],
            url=fetch.url,
            title="" if page is None else page.title,
            stage=analysis.stages.get(fetch.url, Stage.OTHER),
            template="" if page is None else page.template,
            status=fetch.page_status,
            seen=_seen(fetch, analysis),
        )


def _seen(fetch: Fetch, analysis: Analysis) -> SeenOn:
    def on(device: Device) -> Seen:
        views = analysis.views.get(device)
        view = None if views is None else views.views.get(Node(fetch.url))
        return Seen.NONE if view is None else view.seen

    return SeenOn(desktop=on(Device.DESKTOP), mobile=on(Device.MOBILE))


def _states(site: Site, analysis: Analysis) -> Iterator[StateEntry]:
    """The states that were seen, each with the control that led there; keys are equal on equal devices only."""
    triggers = {(p.page, p.device, p.state_after): p for p in site.presses if p.state_after and not p.proof}
    for snapshot in site.snapshots:
        press = triggers.get((snapshot.url, snapshot.device, snapshot.state)) if snapshot.state else None
        if press is not None:
            page = analysis.ids.get(snapshot.url, "")
            yield StateEntry(
                id=snapshot.state, page=page, device=snapshot.device, trigger=press.name, parent=press.state_before
            )


def _templates(site: Site, analysis: Analysis) -> Iterator[TemplateEntry]:
    rendered = {snapshot.url for snapshot in site.snapshots}
    groups: dict[str, list[str]] = {}
    for page in site.fetched:
        groups.setdefault(page.template, []).append(page.url)
    for template, urls in groups.items():
        if template:
            yield TemplateEntry(
                id=template,
                pages=tuple(analysis.ids[url] for url in urls),
                exemplars=tuple(analysis.ids[url] for url in urls if url in rendered),
            )


def _banners(site: Site, analysis: Analysis) -> Iterator[BannerEntry]:
    """The consent banners that were met, by page in commit order and device."""
    order = {url: number for number, url in enumerate(analysis.ids)}
    met = (record for record in site.consents if record.found and record.page in order)
    for record in sorted(met, key=lambda record: (order[record.page], record.device)):
        yield BannerEntry(
            page=analysis.ids[record.page],
            device=record.device,
            vendor=record.vendor,
            choice=record.choice,
            presses=record.presses,
            covered=min(1.0, record.covered),
            under=record.under,
            reason=record.reason,
        )


def _with_pictures(journeys: Sequence[Journey], analysis: Analysis, snapshots: Sequence[Snapshot]) -> Iterator[Journey]:
    """What no proof gave pictures: those of the pages as they were first seen."""
    urls = analysis.urls()
    shots = {(s.url, s.device, s.state): s.screenshot for s in snapshots}

    def shot(page: str, state: str, device: Device) -> str:
        return shots.get((urls.get(page, ""), device, state), "")

    for journey in journeys:
        if journey.outcome not in (Outcome.REACHED, Outcome.GATED):
            yield journey
            continue
        path = tuple(
            step
            if step.screenshot
            else step.model_copy(update={"screenshot": shot(step.page, step.state, journey.device), "scrolled": 0.0})
            for step in journey.path
        )
        end = journey.end_screenshot or shot(journey.end_page, journey.end_state, journey.device)
        yield journey.model_copy(update={"path": path, "end_screenshot": end})


def _volatile(site: Site, clock: Clock) -> Volatile:
    gathered = site.facts.get("phases") or {}
    ids = page_ids(site)
    return Volatile(
        started=str(site.facts.get("started") or ""),
        seconds=clock.seconds(),
        phases={**{name: round(float(value), 3) for name, value in gathered.items()}, **clock.phases},
        measured_load=tuple(
            MeasuredLoad(page=ids.get(s.url, ""), device=s.device, seconds=round(s.seconds, 3))
            for s in site.snapshots
            if not s.state
        ),
        paths={"browser": PurePath(site.settings.browser).name} if site.settings.browser else {},
        origin=origin_of(site.settings.url),
    )
