"""Which pages are rendered: the first of each template, and those that are like contact."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from auditor.model.page import Page

#: Pages of a known template that are rendered as they come, since they are like contact; more of them wait until each
#: template that the crawl meets has been rendered once, or a site with a number on every page would use up all room.
AT_ONCE = 4


@dataclass(slots=True)
class Choice:
    """Chooses from committed pages in their order, so that the choice depends on the site only."""

    contact_like: Callable[[Page], bool]
    _made: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = field(default_factory=set)
    _waiting: list[str] = field(default_factory=list)
    _room: int = AT_ONCE

    def at_once(self, pages: Iterable[Page]) -> list[str]:
        """The URLs of the pages that are rendered now."""
        chosen = []
        for page in pages:
            # Pages of one template with other sheets or scripts may look different, and inherit nothing from it.
            made = (page.template, page.styles, page.scripts)
            if page.template and made not in self._made:
                chosen.append(page.url)
            elif self.contact_like(page):
                (chosen if self._room > 0 else self._waiting).append(page.url)
                self._room -= 1
            self._made.add(made)
        return chosen

    def waiting(self) -> list[str]:
        """The URLs of the pages that had to wait, each given out once."""
        waiting, self._waiting = self._waiting, []
        return waiting
