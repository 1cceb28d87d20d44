"""The interface through which the gatherer asks what is worth fetching, rendering and pressing next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from auditor.model.page import Page
from auditor.model.terms import Action, Device, Stage

if TYPE_CHECKING:
    from auditor.model.proof import Proof


#: A path that no site has: what stands there is what a visitor sees who followed a dead link.
PROBE_PATH = "/signpost-no-such-page"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the frontier knows it: `url` is canonical, `depth` counts links from home (sitemap entries: 9)."""

    url: str
    text: str
    region: str
    source: str
    depth: int


@dataclass(frozen=True, slots=True)
class Press:
    """One control to press in the browser: on `page` in `state` on `device`; `selector` and `name` tell which."""

    page: str
    state: str
    device: Device
    action: Action
    selector: str
    name: str


class Guide(Protocol):
    """What the gatherer asks; an answer may depend on committed pages only, never on the order of arrival."""

    def commit(self, pages: Sequence[Page]) -> None:
        """Take in the pages of one finished round, in the order given."""

    def score(self, link: Link) -> float:
        """How much a page is worth fetching, 0 to 1; higher is sooner."""

    def stage(self, page: Page) -> Stage:
        """The stage of the journey that a page belongs to."""

    def searches(self) -> Sequence[Link]:
        """What the site's own search finds, to be fetched as any page is; asked for once the home page is committed."""

    def contact_like(self, page: Page) -> bool:
        """Whether a page must be rendered because contact, cart, checkout, account or help stands on it."""

    def unseen(self) -> Sequence[str]:
        """The URLs of committed pages of which no rendered page tells how they look, best first."""

    def checks(self, room: int) -> Sequence[str]:
        """The URLs of pages that are taken to look like rendered ones, to be rendered all the same as a check."""

    def open(self) -> bool:
        """Whether further pages could still change an answer."""

    def presses(self, page: Page) -> Sequence[Press]:
        """The controls of a rendered page that may show a contact option, best first."""

    def untold(self, presses: Sequence[Press]) -> Sequence[Press]:
        """Those of some presses of which no press made so far, on another page, tells what they do."""

    def proofs(self) -> "Sequence[Proof]":
        """Paths to press once more for their pictures, each from its start page on."""

    def found(self) -> tuple[str, ...]:
        """What was found so far, in words for the line of progress."""
