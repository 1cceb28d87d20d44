"""The ledger: which addresses turned out to be which page, and what of the budget of pages is used."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from auditor.capture.records import Fetch
from auditor.model.page import Page

#: Places that a round takes in the commit order: more than a round has pages, so that rounds never mix.
ROUND_SPAN = 1000
#: Files that servers give out for their folder; the same bytes there are the same page.
INDEX = re.compile(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Result:
    """One answer of a round with the page that was read from it, None when it is no page."""

    fetch: Fetch
    page: Page | None


class Ledger:
    """Takes in rounds in order. A page belongs to the first address, in that order, that led to it."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._folders: dict[str, tuple[bytes, str]] = {}
        self.asked = 0
        self.pages = 0

    def enter(self, results: Sequence[Result]) -> list[Result]:
        """The results with aliases told from pages; `asked` counts what was asked for, whatever came of it."""
        self.asked += len(results)
        return [self._entered(result) for result in results]

    def _entered(self, result: Result) -> Result:
        fetch = result.fetch
        if result.page is None:
            return result
        owner = self._owners.setdefault(fetch.final_url, self._same_folder(fetch))
        if owner != fetch.url:
            return Result(replace(fetch, alias_of=owner, body=None), None)
        self._owners.setdefault(fetch.url, fetch.url)
        self.pages += 1
        return result

    def _same_folder(self, fetch: Fetch) -> str:
        """The address that owns the page of a folder or of its index file, this one if it is the first or another."""
        folder = INDEX.sub("/", fetch.final_url)
        if fetch.body is None or not folder.endswith("/"):
            return fetch.url
        digest = blake2b(fetch.body, digest_size=16).digest()
        known, owner = self._folders.setdefault(folder, (digest, fetch.url))
        return owner if known == digest else fetch.url
