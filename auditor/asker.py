"""The asker: how far the guide has come with asking the site's own search."""

from collections.abc import Callable, Mapping, Sequence

from auditor.capture.urls import canonical_url
from auditor.model.guide import Link, Press
from auditor.model.page import Page
from auditor.model.terms import PageStatus
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.asking import asked_of, asked_words, finds, reads_alike, typed_searches

_SHUT = frozenset({PageStatus.CLOSED, PageStatus.BLOCKED})


class Asker:
    """Names what to ask for; `statuses` tells what came of asking for each address."""

    def __init__(self, statuses: Callable[[], Mapping[str, PageStatus]]) -> None:
        self._statuses = statuses
        self._homes: list[Page] = []
        self._asked: frozenset[str] = frozenset()
        self._answered = False

    def take(self, page: Page, home_url: str) -> None:
        """Learn from a committed page: the home page as sent or rendered, or what the search found."""
        if page.url == home_url and not page.state:
            self._homes.append(page)
        found = page.url in self._asked and page.status == 200 and not page.state
        # A search by script leaves the home page as it is, whatever its address says.
        self._answered = self._answered or (found and not any(reads_alike(page, home) for home in self._homes))

    def searches(self, vocabulary: Vocabulary) -> Sequence[Link]:
        """The addresses of what the search of the home page finds, none where it tells of none."""
        urls = [url for url in map(canonical_url, asked_of(self._homes, vocabulary).urls) if url]
        self._asked = frozenset(urls)
        return tuple(Link(url, "", "", self._homes[0].url, 1) for url in urls)

    def asks_for(self, url: str) -> bool:
        """Whether an address is one that was named."""
        return url in self._asked

    def found(self, page: Page, vocabulary: Vocabulary) -> bool:
        """Whether a page is what the search found for one of its words."""
        return page.url in self._asked or finds(page.url, asked_words(vocabulary))

    def presses(self, page: Page, vocabulary: Vocabulary) -> Sequence[Press]:
        """The words to type on the home page, where no address told what the search finds."""
        if self._answered or not self._homes or page.url != self._homes[0].url:
            return ()
        asked = asked_of(self._homes, vocabulary)
        typed = () if asked.reason else typed_searches(page, asked.words, vocabulary)
        # What came of asking is read from the capture: only where there is something to type.
        return () if typed and self._asked and self._is_shut() else typed

    def _is_shut(self) -> bool:
        statuses = self._statuses()
        return any(statuses.get(url) in _SHUT for url in self._asked)
