"""Analysis: from a site as gathered to its contact options and journeys; pure, and shared by guide and pipeline."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.capture.harvest import follows
from auditor.capture.scope import Standing, scope_of
from auditor.capture.tokens import TWINS, tokened
from auditor.capture.urls import canonical_url
from auditor.clock import Clock
from auditor.contacts.country import firm_country_of
from auditor.contacts.detect import Detector
from auditor.contacts.merge import merge
from auditor.context import context_of_site, origin_of_site
from auditor.model.audit import Signpost
from auditor.model.contact import ContactOption, Place
from auditor.model.guide import PROBE_PATH
from auditor.model.journey import Journey
from auditor.model.page import Page
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Channel, Consent, ContactStatus, Device, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.site import Site
from auditor.visitor.graph import Graph, graph
from auditor.visitor.nodes import Node, Views
from auditor.visitor.signposting import signposting
from auditor.visitor.staging import stages_of
from auditor.visitor.starts import stage_starts
from auditor.visitor.steps import Names
from auditor.visitor.unshown import with_unshown
from auditor.visitor.views import views
from auditor.visitor.walk import Trip, walk

#: A consent banner that covers so much of the first screen, and that nothing answers, keeps a visitor out.
WALL = 0.8
Sightings = Mapping[Node, tuple[Sighting, ...]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What follows from a site; `ids` gives the id of each page by URL, `sightings` are by device and node."""

    context: SiteContext
    ids: Mapping[str, str]
    stages: Mapping[str, Stage]
    starts: Mapping[Stage, str]
    views: Mapping[Device, Views]
    sightings: Mapping[Device, Sightings]
    contacts: tuple[ContactOption, ...]
    journeys: tuple[Journey, ...]
    signposting: tuple[Signpost, ...]

    def urls(self) -> Mapping[str, str]:
        """The URL of each page by id."""
        return {identity: url for url, identity in self.ids.items()}


def page_ids(site: Site) -> Mapping[str, str]:
    """Ids p1, p2 … of the pages of a site in commit order; an address of the same page has none of its own."""
    own = (fetch.url for fetch in site.outcomes if not fetch.alias_of)
    return {url: f"p{number}" for number, url in enumerate(own, 1)}


def analyse(site: Site, home: Page, clock: Clock | None = None) -> Analysis:
    """The analysis of a site that has a home page; `clock` counts its phases."""
    clock = clock or Clock()
    settings = site.settings
    vocabulary = Vocabulary.load((home.language,) if home.language else ())
    ids = page_ids(site)
    stages = stages_of(site.fetched, site.rendered, home.url, vocabulary)
    stages.update({page.url: Stage.NOT_FOUND for page in site.fetched if urlsplit(page.url).path == PROBE_PATH})
    known = settings.country or firm_country_of(home)  # then nothing else on the site would overrule it
    origin = None if known else origin_of_site((*site.fetched, *site.rendered), stages, vocabulary)
    context = context_of_site(home, settings.country, origin)
    explored = tuple(press for press in site.presses if not press.proof)
    seen = {device: views(site.fetched, site.rendered, explored, device) for device in settings.devices}
    leads_to, statuses = _leads_to(site, home, stages), site.statuses()
    graphs = {device: graph(view, leads_to, statuses, vocabulary, context.country) for device, view in seen.items()}
    starts = stage_starts(stages, home.url, tuple(graphs.values()))
    clock.stop("walk")
    detector = Detector(context)
    sightings = _sightings(detector, seen)
    contacts = merge(list(_placed(sightings, ids)))
    clock.stop("detect")
    walked = with_unshown(sightings, seen)
    after = _after_consent(site, detector)
    walker = _Journeys(site, starts, after, Names(lambda url: ids.get(url, ""), _naming(contacts)))
    analysis = Analysis(
        context=context,
        ids=ids,
        stages=stages,
        starts=starts,
        views=seen,
        sightings=sightings,
        contacts=contacts,
        journeys=tuple(j for device in seen for j in walker.of(seen[device], graphs[device], walked[device])),
        signposting=tuple(
            row
            for device in seen
            for row in signposting(seen[device], starts, sightings[device], vocabulary, context.country)
        ),
    )
    clock.stop("walk")
    return analysis


@dataclass(frozen=True, slots=True)
class _Journeys:
    """Walks device by device from the same starts."""

    site: Site
    starts: Mapping[Stage, str]
    after_consent: Mapping[Device, frozenset[Channel]]
    names: Names

    def of(self, seen: Views, paths: Graph, sightings: Mapping[Node, Sequence[Sighting]]) -> tuple[Journey, ...]:
        consents = [c for c in self.site.consents if c.device is seen.device and c.found]
        asked = self.site.settings.consent is not Consent.LEAVE
        layers = {o.page: o for o in self.site.overlays if o.device is seen.device}
        trip = Trip(
            self.starts,
            self.site.statuses(),
            {c.page: c.presses for c in consents},
            {page: layer.presses for page, layer in layers.items() if layer.closed},
            frozenset(
                {page for page, layer in layers.items() if not layer.closed}
                | {c.page for c in consents if asked and c.choice is Consent.LEAVE and c.covered >= WALL}
            ),
            self.after_consent.get(seen.device, frozenset()),
            self.site.settings.depth,
        )
        return walk(seen, paths, sightings, trip, self.names)


def _after_consent(site: Site, detector: Detector) -> Mapping[Device, frozenset[Channel]]:
    """By device, the channels that the home page shows to those who accept its consent banner."""
    return {
        page.device: frozenset(s.channel for s in detector.find(page) if s.status is not ContactStatus.LISTED)
        for page in site.accepted
    }


def _leads_to(site: Site, home: Page, stages: Mapping[str, Stage]) -> Callable[[str], str]:
    """Which page an address leads to: one that was asked for, or one of the site that was not; "" for all others."""
    known = site.page_of()
    twins = _twins(known)
    scope = scope_of(home)
    for page in site.fetched:
        scope = scope.learn(page, stages[page.url], page.elements)

    def target(address: str) -> str:
        url = _at_home(canonical_url(address), home.url)
        page = known.get(url) or twins.get(tokened(url))
        if page is not None or not url:
            return "" if page is None or page in site.translated else page
        return url if follows(url) and scope.standing(url) is Standing.IN else ""

    return target


def _at_home(url: str, home_url: str) -> str:
    """A client-side route on the made-up page as it is on the home page: scripts know no other."""
    parts, base = urlsplit(url), urlsplit(home_url)
    if parts.path != PROBE_PATH or not parts.fragment or parts.netloc != base.netloc:
        return url
    return parts._replace(path=base.path).geturl()


def _twins(known: Mapping[str, str]) -> Mapping[str, str]:
    """The page of addresses that differ only in a token, once enough of them were fetched."""
    pages: dict[str, list[str]] = {}
    for url, page in known.items():
        pages.setdefault(tokened(url), []).append(page)
    return {pattern: found[0] for pattern, found in pages.items() if pattern and len(found) >= TWINS}


def _sightings(detector: Detector, seen: Mapping[Device, Views]) -> Mapping[Device, Sightings]:
    """The sightings of every view; a page that reads the same on both devices is read once."""
    known: dict[int, tuple[Sighting, ...]] = {}
    found: dict[Device, Sightings] = {}
    for device, each in seen.items():
        of_device = {}
        for node, view in each.views.items():
            if id(view.page) not in known:
                known[id(view.page)] = detector.find(view.page)
            of_device[node] = known[id(view.page)]
        found[device] = of_device
    return found


def _placed(sightings: Mapping[Device, Sightings], ids: Mapping[str, str]) -> Iterator[tuple[Place, Sighting]]:
    """Sightings with their places, in the order in which pages were committed."""
    order = {url: number for number, url in enumerate(ids)}
    for device, by_node in sightings.items():
        for node in sorted(by_node, key=lambda node: (order.get(node.url, len(order)), node)):
            place = Place(page=ids.get(node.url, ""), state=node.state, device=device)
            for sighting in by_node[node]:
                yield place, sighting


def _naming(contacts: tuple[ContactOption, ...]) -> Callable[[Sighting], str]:
    known: dict[tuple[Channel, str], str] = {(option.channel, option.value): option.id for option in contacts}
    return lambda sighting: known.get((sighting.channel, sighting.value), "")
