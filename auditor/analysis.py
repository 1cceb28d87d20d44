"""Analysis: from a site as gathered to its contact options and journeys; pure, and shared by guide and pipeline."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from auditor.after import After, after_consent, by_channel, marked, placed
from auditor.capture.harvest import follows
from auditor.capture.scope import Standing, scope_of
from auditor.capture.tokens import TWINS, tokened
from auditor.capture.urls import canonical_url
from auditor.chats import Speech, is_spoken, with_windows
from auditor.clock import Clock
from auditor.contacts.country import firm_country_of
from auditor.contacts.detect import Detector
from auditor.contacts.merge import merge
from auditor.context import context_of_site, origin_of_site
from auditor.model.audit import Signpost
from auditor.model.contact import ContactOption, Evidence, Place
from auditor.model.guide import PROBE_PATH
from auditor.model.journey import Journey
from auditor.model.page import Page
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Channel, Consent, ContactStatus, Device, Gate, PageStatus, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.searched import Searched, searched
from auditor.site import Site
from auditor.unseen import without_start
from auditor.visitor.frame import with_frame
from auditor.visitor.graph import Graph, graph
from auditor.visitor.missing import Missing
from auditor.visitor.nodes import Node, Views
from auditor.visitor.refuted import Refuted, without_controls, without_options
from auditor.visitor.signposting import signposting
from auditor.visitor.stages import Told
from auditor.visitor.staging import stages_told
from auditor.visitor.starts import stage_starts
from auditor.visitor.steps import Names
from auditor.visitor.unshown import with_unshown
from auditor.visitor.views import views
from auditor.visitor.walk import Trip, asked_for, walk

#: A consent banner that covers so much of the first screen, and that nothing answers, keeps a visitor out.
WALL = 0.8
_SEARCHED = Told(Stage.SEARCH, "the search of the site leads there")
_BOUGHT = Told(Stage.CART, "it shows the product that was put into the cart")
_LEFT = Told(Stage.CHECKOUT, "the cart leads there")
Sightings = Mapping[Node, tuple[Sighting, ...]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What follows from a site; `ids` gives the id of each page by URL, `sightings` are by device and node.

    `detector` is the one that found the sightings, `walker` the one that made the journeys.
    """

    context: SiteContext
    ids: Mapping[str, str]
    stages: Mapping[str, Stage]
    stage_reasons: Mapping[str, str]
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
    told = dict(stages_told(site.fetched, site.rendered, home.url, vocabulary))
    told.update({r.cart: _BOUGHT for r in site.shopping if r.cart in told})
    told.update({r.checkout: _LEFT for r in site.shopping if r.checkout in told})
    search = searched(site, home, {url: each.stage for url, each in told.items()}, vocabulary)
    told.update(dict.fromkeys(search.unanswered, Told(Stage.OTHER)))
    if search.start and not search.states:
        told[search.start] = _SEARCHED
    stages = {url: each.stage for url, each in told.items()}
    known = settings.country or firm_country_of(home)  # then nothing else on the site would overrule it
    origin = None if known else origin_of_site((*site.fetched, *site.rendered), stages, vocabulary)
    context = context_of_site(home, settings.country, origin)
    explored = tuple(press for press in site.presses if not press.proof)
    seen = {device: views(site.fetched, site.rendered, explored, device) for device in settings.devices}
    leads_to, statuses = _leads_to(site, home, stages, search.found), site.statuses()
    graphs = {device: graph(view, leads_to, statuses, vocabulary, context.country) for device, view in seen.items()}
    starts = dict(stage_starts(stages, home.url, tuple(graphs.values())))
    if search.start:
        starts[Stage.SEARCH] = search.start
    clock.stop("walk")
    detector = Detector(context)
    framed = {device: with_frame(view) for device, view in seen.items()}
    sightings = _sightings(detector, framed)
    after = after_consent(site.accepted, detector, sightings)
    placed_ones = [*_placed(sightings, ids), *placed(after, ids)]
    layers = {device: covered_pages(site, device) for device in seen}
    contacts = marked(_merged(placed_ones, ids, layers), after)
    clock.stop("detect")
    missing = without_start(site, home, stages, starts, search, vocabulary)
    names = Names(lambda url: ids.get(url, ""), _naming(contacts))
    speech = Speech.of(site, sightings, seen, detector.setting)
    walked = {device: speech.walked(found, device) for device, found in with_unshown(sightings, seen).items()}
    walker = Walker(site, starts, statuses, missing, search, after, names, seen, graphs, layers, walked, speech)
    # What typing brought to sight is a state of the home page, of which the signposts are told already.
    shown = {stage: url for stage, url in starts.items() if stage is not Stage.SEARCH or not search.states}
    analysis = Analysis(
        context=context,
        ids=ids,
        stages=stages,
        stage_reasons={url: each.reason for url, each in told.items()},
        starts=starts,
        views=seen,
        sightings=sightings,
        contacts=contacts,
        journeys=walker.journeys({}),
        signposting=tuple(
            row
            for device in seen
            for row in signposting(framed[device], shown, sightings[device], vocabulary, context.country)
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
    statuses: Mapping[str, PageStatus]
    missing: Mapping[Stage, Missing]
    search: Searched
    after_consent: After
    names: Names
    views: Mapping[Device, Views]
    graphs: Mapping[Device, Graph]
    covered: Mapping[Device, Mapping[str, str]]
    sightings: Mapping[Device, Mapping[Node, Sequence[Sighting]]]
    speech: Speech

    def journeys(self, refuted: Mapping[Device, Refuted]) -> tuple[Journey, ...]:
        """The journeys of all devices, by device without what was refuted there."""
        return tuple(
            journey
            for device in self.views
            for journey in self.speech.told(self._of(device, refuted.get(device, Refuted())), device)
        )

    def _of(self, device: Device, refuted: Refuted) -> tuple[Journey, ...]:
        seen = self.views[device]
        consents = [c for c in self.site.consents if c.device is device and c.found]
        layers = {o.page: o for o in self.site.overlays if o.device is device}
        trip = Trip(
            self.starts,
            self.statuses,
            {c.page: c.presses for c in consents},
            {page: layer.presses for page, layer in layers.items() if layer.closed},
            self.covered[device],
            by_channel(self.after_consent, device),
            refuted.channels,
            self.site.settings.depth,
            self.missing,
            {Stage.SEARCH: state} if (state := self.search.states.get(device)) else {},
            {Stage.SEARCH: asked_for(self.search.words)} if self.search.words else {},
            others_blocked=bool(self.site.facts.get("third_party")),
        )
        paths = without_controls(self.graphs[device], seen, refuted)
        return walk(seen, paths, without_options(self.sightings[device], refuted), trip, self.names)


def covered_pages(site: Site, device: Device) -> Mapping[str, str]:
    """The pages that lie behind a layer which nothing closes, each with the first words of the layer, "" for a wall."""
    asked = site.settings.consent is not Consent.LEAVE
    walls = (c for c in site.consents if c.device is device and c.found and c.choice is Consent.LEAVE)
    covered = {c.page: "" for c in walls if asked and c.covered >= WALL}
    return covered | {o.page: o.label for o in site.overlays if o.device is device and not o.closed}


def _leads_to(site: Site, home: Page, stages: Mapping[str, Stage], searches: Sequence[str]) -> Callable[[str], str]:
    """Which page an address leads to: one that was asked for, or one of the site that was not; "" for all others."""
    known = site.page_of()
    twins = _twins(known)
    results = frozenset(url.partition("?")[0] for url in searches)
    scope = scope_of(home)
    for page in site.fetched:
        scope = scope.learn(page, stages[page.url], page.elements)

    def target(address: str) -> str:
        url = _at_home(canonical_url(address), home.url)
        page = known.get(url) or twins.get(tokened(url))
        if page is not None or not url:
            return "" if page is None or page in site.translated else page
        # Of filters, orders and further pages of what a search found there is no end.
        endless = "?" in url and url.partition("?")[0] in results
        return url if not endless and follows(url) and scope.standing(url) is Standing.IN else ""

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
        found[device] = with_windows(of_device, each, detector.setting)
    return found


def _merged(
    placed: Sequence[tuple[Place, Sighting]], ids: Mapping[str, str], covered: Mapping[Device, Mapping[str, str]]
) -> tuple[ContactOption, ...]:
    """The contact options, those behind a layer that nothing closes with that gate and the words of the layer.

    A chat that counts makes what is said of it on other pages no option of its own.
    """
    layers = {(ids.get(url, ""), device): words for device, each in covered.items() for url, words in each.items()}
    counts = any(s.channel is Channel.CHAT and s.status is ContactStatus.COUNTS for _, s in placed)
    told = (
        (place, replace(s, gates=(*s.gates, Gate.OVERLAY)) if (place.page, place.device) in layers else s)
        for place, s in placed
        if not (counts and is_spoken(s))
    )
    return tuple(_with_layer(option, layers) for option in merge(list(told)))


def _with_layer(option: ContactOption, layers: Mapping[tuple[str, Device], str]) -> ContactOption:
    if Gate.OVERLAY not in option.gates:
        return option
    found = (
        Evidence(page=place.page, selector="", text=words)
        for place in option.seen
        if (words := layers.get((place.page, place.device), ""))
    )
    layer = list(dict.fromkeys(found))[:1]
    return option.model_copy(update={"evidence": (*option.evidence[:1], *layer, *option.evidence[1:])})


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
