"""The gatherer's guide: what is worth fetching, rendering, pressing and proving, told from detection and graph."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.asker import Asker
from auditor.buyer import SiteBuyer
from auditor.contacts.country import firm_country_of
from auditor.contacts.detect import Detector
from auditor.contacts.origin import Origin
from auditor.context import context_of_site, takes_part
from auditor.model.guide import PROBE_PATH, Link, Press
from auditor.model.page import Page
from auditor.model.proof import Proof
from auditor.model.settings import Settings
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Action, Channel, ContactStatus, Region, Seen, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.site import Site
from auditor.visitor.candidates import candidates, panel_links
from auditor.visitor.controls import opening_action, with_reveals
from auditor.visitor.matching import tried_keys
from auditor.visitor.nodes import Node
from auditor.visitor.scent import element_scent, link_scent
from auditor.visitor.scripted import is_shell
from auditor.visitor.stages import stage_of
from auditor.visitor.turning import turning_presses
from auditor.visitor.views import views

if TYPE_CHECKING:
    from auditor.analysis import Analysis

#: Stages on which contact, or what stands in its way, is met; they are always rendered.
RENDERED_STAGES = frozenset(
    {
        Stage.CONTACT,
        Stage.HELP,
        Stage.CART,
        Stage.CHECKOUT,
        Stage.ACCOUNT,
        Stage.ORDER_TRACKING,
        Stage.RETURNS,
        Stage.STORE_LOCATOR,
        Stage.NOT_FOUND,
    }
)
#: Concepts of link words that name a stage.
STAGE_CONCEPTS = {
    "contact": Stage.CONTACT,
    "customer_service": Stage.HELP,
    "help": Stage.HELP,
    "faq": Stage.HELP,
    "returns": Stage.RETURNS,
    "order_tracking": Stage.ORDER_TRACKING,
    "store_finder": Stage.STORE_LOCATOR,
    "account": Stage.ACCOUNT,
    "cart": Stage.CART,
    "checkout": Stage.CHECKOUT,
    "legal": Stage.LEGAL,
    "imprint": Stage.LEGAL,
}
#: Three bands of worth: words of contact, a stage not seen yet, anything else by its distance from home.
CONTACT_BAND, STAGE_BAND, BREADTH_BAND = 0.5, 0.4, 0.3
#: From this scent on a link is contact-like: the bar of a first scan (docs/visitor-model.md).
SCENT_BAR = 0.5
#: Pages of a large site that are rendered as a check of what they inherit, and the seed of the lot.
CHECKS, CHECK_SEED = 3, 1
SHARED = frozenset({Region.HEADER, Region.NAV, Region.FOOTER})


class SiteGuide:
    """Answers the gatherer from committed pages only; `read_site` reads what was gathered so far."""

    def __init__(self, settings: Settings, read_site: Callable[[], Site]) -> None:
        self._settings = settings
        self._read_site = read_site
        self._home: Page | None = None
        self._vocabulary = Vocabulary.load(())
        self._context = SiteContext(settings.url, "")
        self._detector = Detector(self._context)
        self._stages: dict[str, Stage] = {}
        self._shells: set[str] = set()
        self._seen_stages: set[Stage] = set()
        self._own_contacts: set[str] = set()
        self._found: set[Channel] = set()
        self._settled = False
        self._origin = Origin()
        self._told: list[Page] = []
        self._analysis: Analysis | None = None
        self._asker = Asker(lambda: read_site().statuses())

    def commit(self, pages: Sequence[Page]) -> None:
        """Take in the pages of one finished round; the first page of all is the home page."""
        for page in pages:
            if self._home is None:
                self._start(page)
            self._asker.take(page, self._home_url())
            if not page.rendered:
                self._stages[page.url] = stage_of(page, self._home_url(), self._vocabulary)
                self._seen_stages.add(self._stages[page.url])
                if is_shell(page):
                    self._shells.add(page.url)
            elif page.url in self._shells and not page.state:
                self._shells.discard(page.url)
                self._stages[page.url] = stage_of(page, self._home_url(), self._vocabulary)
                self._seen_stages.add(self._stages[page.url])
            if not self._settled:
                self._learn(page)
        for page in (*self._reread(), *pages):
            for sighting in self._detector.find(page):
                if sighting.status is not ContactStatus.LISTED:
                    self._found.add(sighting.channel)
                    if sighting.region not in SHARED:
                        self._own_contacts.add(page.url)

    def _learn(self, page: Page) -> None:
        """What a page tells of the country of the site."""
        telling = takes_part(page, self.stage(page), self._vocabulary)
        self._origin.take(page, telling=telling)
        if telling and not page.rendered:
            self._told.append(page)

    def _reread(self) -> Sequence[Page]:
        """The pages about the company, to be read once more, when they have come to tell another country."""
        if self._home is None or self._settled:
            return ()
        context = context_of_site(self._home, origin=self._origin)
        if context == self._context:
            return ()
        self._context, self._detector = context, Detector(context)
        return tuple(self._told)

    def _start(self, home: Page) -> None:
        self._home = home
        self._settled = bool(self._settings.country or firm_country_of(home))
        self._context = context_of_site(home, self._settings.country)
        self._vocabulary = Vocabulary.load((home.language,) if home.language else ())
        self._detector = Detector(self._context)

    def _home_url(self) -> str:
        return self._settings.url if self._home is None else self._home.url

    def searches(self) -> Sequence[Link]:
        """What the site's own search finds for the words that a visitor types who looks for contact."""
        return self._asker.searches(self._vocabulary)

    def score(self, link: Link) -> float:
        """Contact-like links first, then stages not seen yet, then breadth."""
        if urlsplit(link.url).path == PROBE_PATH or self._asker.asks_for(link.url):
            return CONTACT_BAND
        scent = link_scent(link.text, link.url, link.region, self._vocabulary, self._context.country)
        nearness = 1.0 / (1.0 + link.depth)
        if scent >= SCENT_BAR:
            return CONTACT_BAND + 0.4 * scent + 0.1 * nearness
        if self._new_stage(link):
            return STAGE_BAND + 0.05 * nearness
        return BREADTH_BAND * nearness + 0.05 * scent

    def _new_stage(self, link: Link) -> bool:
        words = [concept for concept, _ in self._vocabulary.concepts(link.text)]
        named = {STAGE_CONCEPTS.get(name) for name in (*words, *self._vocabulary.slug_concepts(link.url))}
        return any(stage is not None and stage not in self._seen_stages for stage in named)

    def stage(self, page: Page) -> Stage:
        """The stage of the journey that a page belongs to."""
        known = self._stages.get(page.url)
        return known if known is not None else stage_of(page, self._home_url(), self._vocabulary)

    def contact_like(self, page: Page) -> bool:
        """Whether a page is rendered in any case: by its stage, or because it holds contact options of its own."""
        found = self._asker.found(page, self._vocabulary)
        return found or self.stage(page) in RENDERED_STAGES or page.url in self._own_contacts

    def unseen(self) -> Sequence[str]:
        """Pages that were neither rendered nor inherit all they hold from one that was, in order of commitment."""
        return self._pages_seen(Seen.STATIC)

    def checks(self, room: int) -> Sequence[str]:
        """Pages that inherit, to see whether their templates tell the truth: all if they fit, else a few by lot."""
        inherited = self._pages_seen(Seen.INHERITED)
        if len(inherited) <= room:
            return inherited
        return sorted(inherited, key=lambda url: sha256(f"{CHECK_SEED} {url}".encode()).digest())[:CHECKS]

    def _pages_seen(self, seen: Seen) -> Sequence[str]:
        site = self._read_site()
        found = {
            node.url
            for device in self._settings.devices
            for node, view in views(site.fetched, site.rendered, (), device).views.items()
            if view.seen is seen and not node.state
        }
        return tuple(page.url for page in site.fetched if page.url in found and page.status < 400)

    def open(self) -> bool:
        """Whether further pages could change an answer; as long as there are pages, they could."""
        return True

    def found(self) -> tuple[str, ...]:
        """The channels met so far, for the line of progress."""
        return tuple(channel.value for channel in Channel if channel in self._found)

    def presses(self, page: Page) -> Sequence[Press]:
        """Controls that hide a contact option or a link to one, then those of which nobody knows what they show."""
        if not page.rendered:
            return ()
        known = with_reveals(page)
        sightings = self._detector.find(known)
        revealing = self._revealing(known, sightings)
        others = candidates(known, self._vocabulary, self._context.country)
        return (
            *self._asker.presses(known, self._vocabulary),
            *revealing,
            *(p for p in others if p.action is Action.HOVER or p.selector not in {r.selector for r in revealing}),
            *(panel_links(known, self._vocabulary) if page.url == self._home_url() and not page.state else ()),
            *turning_presses(known, _unexplained(sightings)),
        )

    def _revealing(self, page: Page, sightings: Sequence[Sighting]) -> tuple[Press, ...]:
        """Presses on controls whose hidden content is in the page already and tells of contact, best first."""
        worth: dict[str, float] = {}
        for element in page.elements:
            if element.visible is False and element.revealed_by:
                scent = element_scent(element, self._vocabulary, self._context.country)
                worth[element.revealed_by] = max(worth.get(element.revealed_by, 0.0), scent)
        for sighting in sightings:
            if sighting.revealed_by and sighting.status is ContactStatus.COUNTS:
                worth[sighting.revealed_by] = 1.0
        controls = [e for e in page.elements if worth.get(e.selector, 0.0) >= SCENT_BAR and e.visible]
        controls.sort(key=lambda element: -worth[element.selector])
        return tuple(
            Press(page.url, page.state, page.device, opening_action(e, self._vocabulary), e.selector, e.name)
            for e in controls
        )

    def untold(self, presses: Sequence[Press]) -> Sequence[Press]:
        """Presses on controls that would count as never tried, by the same rule as in the graph."""
        site = self._read_site()
        made = tuple(press for press in site.presses if not press.proof)
        of_device = {
            device: views(site.fetched, site.rendered, made, device).tried for device in self._settings.devices
        }
        return [p for p in presses if tried_keys(p).isdisjoint(of_device[p.device].get(Node(p.page, p.state), ()))]

    def buyer(self) -> SiteBuyer:
        """What is known of cart and checkout, for those whose shop it is."""
        return SiteBuyer(self._stages, self._vocabulary)

    def proofs(self) -> Sequence[Proof]:
        """The best ways as known from all that was gathered, to be pressed once more; where one did not hold, the next.

        Asked from when all pages and states are there on: only presses of proofs come after that.
        """
        # Only here, at the end of a gathering, are the numeric packages needed; they take long to load.
        from auditor.analysis import analyse
        from auditor.proofs import Proofs, proofs_of

        site = self._read_site()
        home = site.home
        if home is None or self._settings.prove == "none":
            return ()
        if self._analysis is None:
            self._analysis = analyse(site, home)
        held = Proofs.of(site).held(self._analysis)
        return proofs_of(held, all_stages=self._settings.prove == "all")


def _unexplained(sightings: Sequence[Sighting]) -> frozenset[str]:
    """Where contact options stand hidden of which no control is known that shows them."""
    return frozenset(
        sighting.selector
        for sighting in sightings
        if sighting.visible is False and not sighting.revealed_by and sighting.status is ContactStatus.COUNTS
    )
