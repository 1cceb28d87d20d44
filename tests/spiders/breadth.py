"""A small real guide for tests of the gatherer: breadth first, contact pages rendered, menus pressed."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from auditor.model.guide import Link, Press
from auditor.model.page import Page
from auditor.model.proof import Proof
from auditor.model.terms import Action, ElementKind, Stage


class BreadthGuide:
    """Nearer pages before further ones, and those called "contact" before all."""

    def __init__(self) -> None:
        self.committed: list[Page] = []

    def commit(self, pages: Sequence[Page]) -> None:
        """Keep the pages in the order given."""
        self.committed += pages

    def score(self, link: Link) -> float:
        """1 for contact pages, else less with each link from home."""
        return 1.0 if "contact" in link.url else 1.0 / (2.0 + link.depth)

    def stage(self, page: Page) -> Stage:
        """Home, contact and all others."""
        if urlsplit(page.url).path == "/":
            return Stage.HOME
        return Stage.CONTACT if self.contact_like(page) else Stage.OTHER

    def contact_like(self, page: Page) -> bool:
        """Pages called "contact"."""
        return "contact" in page.url

    def searches(self) -> Sequence[Link]:
        """What the home page links to as found."""
        found = (e.href for page in self.committed[:1] for e in page.elements if "?q=" in e.href)
        return [Link(url, "", "", self.committed[0].url, 1) for url in found]

    def unseen(self) -> Sequence[str]:
        """Pages called "late"."""
        return [page.url for page in self.committed if "late" in page.url and not page.rendered]

    def checks(self, room: int) -> Sequence[str]:
        return ()

    def open(self) -> bool:
        """Always: the budget is the end."""
        return True

    def presses(self, page: Page) -> Sequence[Press]:
        """Every button of a page."""
        buttons = [e for e in page.elements if e.kind is ElementKind.BUTTON and e.visible is not False]
        return [Press(page.url, page.state, page.device, Action.OPEN, b.selector, b.name) for b in buttons]

    def untold(self, presses: Sequence[Press]) -> Sequence[Press]:
        """All of them: nothing is told of one page by another."""
        return presses

    def proofs(self) -> Sequence[Proof]:
        """The first press of every page that has one."""
        rendered = [page for page in self.committed if page.rendered and not page.state]
        return [Proof(page.url, page.device, tuple(self.presses(page)[:1])) for page in rendered if self.presses(page)]

    def found(self) -> tuple[str, ...]:
        """How many pages there are."""
        return (f"{len(self.committed)} pages",)
