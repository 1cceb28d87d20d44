"""Analysis: from a site as gathered to its contact options and journeys; pure, and shared by guide and pipeline."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from auditor.after import After, after_consent, by_channel, marked, placed
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
from auditor.model.terms import Channel, Consent, Device, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.site import Site
from auditor.visitor.frame import with_frame
from auditor.visitor.graph import Graph, graph
from auditor.visitor.nodes import Node, Views
from auditor.visitor.refuted import Refuted, without_controls, without_options
from auditor.visitor.signposting import signposting
from auditor.visitor.stages import stage_of
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
    """What follows from a site; `ids` gives the id of each page by URL, `sightings` are by device and node.

    `detector` is the one that found the sightings, `walker` the one that made the journeys.
    """

    context: SiteContext
    ids: Mapping[str, str]
    stages: Mapping[str, Stage]
    starts: Mapping[Stage, str]
    views: Mapping[Device, Views]
    sightings: Mapping[Device, Sightings]
    contacts: tuple[ContactOption, ...]
    journeys: tuple[Journey, ...]
    signposting: tuple[Signpost, ...]
    detector: Detector
    walker: "Walker"

    def without(self, refuted: Mapping[Device, Refuted]) -> "Analysis":
        """The same site walked once more, by device without what did not hold when it was pressed."""
        return replace(self, journeys=self.walker.journeys(refuted))

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
    stages = {page.url: stage_of(page, home.url, vocabulary) for page in site.fetched}
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
    framed = {device: with_frame(view) for device, view in seen.items()}
    sightings = _sightings(detector, framed)
    after = after_consent(site.accepted, detector, sightings)
    contacts = marked(merge([*_placed(sightings, ids), *placed(after, ids)]), after)
    clock.stop("detect")
    names = Names(lambda url: ids.get(url, ""), _naming(contacts))
    walker = Walker(site, starts, after, names, seen, graphs, with_unshown(sightings, seen))
    analysis = Analysis(
        context=context,
        ids=ids,
        stages=stages,
        starts=starts,
        views=seen,
        sightings=sightings,
        contacts=contacts,
        journeys=walker.journeys({}),
        signposting=tuple(
            row
            for device in seen
            for row in signposting(framed[device], starts, sightings[device], vocabulary, context.country)
        ),
        detector=detector,
        walker=walker,
    )
    clock.stop("walk")
    return analysis


@dataclass(frozen=True, slots=True)
class Walker:
    """Walks device by device from the same starts."""

    site: Site
    starts: Mapping[Stage, str]
    after_consent: After
    names: Names
    views: Mapping[Device, Views]
    graphs: Mapping[Device, Graph]
    sightings: Mapping[Device, Mapping[Node, Sequence[Sighting]]]

    def journeys(self, refuted: Mapping[Device, Refuted]) -> tuple[Journey, ...]:
        """The journeys of all devices, by device without what was refuted there."""
        return tuple(j for device in self.views for j in self._of(device, refuted.get(device, Refuted())))

    def _of(self, device: Device, refuted: Refuted) -> tuple[Journey, ...]:
        seen = self.views[device]
        consents = [c for c in self.site.consents if c.device is device and c.found]
        asked = self.site.settings.consent is not Consent.LEAVE
        layers = {o.page: o for o in self.site.overlays if o.device is device}
        trip = Trip(
            self.starts,
            self.site.statuses(),
            {c.page: c.presses for c in consents},
            {page: layer.presses for page, layer in layers.items() if layer.closed},
            frozenset(
                {page for page, layer in layers.items() if not layer.closed}
                | {c.page for c in consents if asked and c.choice is Consent.LEAVE and c.covered >= WALL}
            ),
            by_channel(self.after_consent, device),
            refuted.channels,
            self.site.settings.depth,
            others_blocked=bool(self.site.facts.get("third_party")),
        )
        paths = without_controls(self.graphs[device], seen, refuted)
        return walk(seen, paths, without_options(self.sightings[device], refuted), trip, self.names)


def _leads_to(site: Site, home: Page, stages: Mapping[str, Stage]) -> Callable[[str], str]:
    """Which page an address leads to: one that was asked for, or one of the site that was not; "" for all others."""
    known = site.page_of()
    twins = _twins(known)
    scope = scope_of(home)
    for page in site.fetched:
        scope = scope.learn(page, stages[page.url], page.elements)

    def target(address: str) -> str:
        url = canonical_url(address)
        page = known.get(url) or twins.get(tokened(url))
        if page is not None or not url:
            return "" if page is None or page in site.translated else page
        return url if follows(url) and scope.standing(url) is Standing.IN else ""

    return target


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
