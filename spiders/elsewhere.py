"""Elsewhere: a home page that only asks for a country and leads to sites of their own."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from auditor.capture.scope import Scope, Standing
from auditor.capture.urls import canonical_url
from auditor.model.domains import registrable_domain
from auditor.model.page import Page

#: Characters of text above which a home page is more than a list of countries.
LITTLE = 1_500
#: With fewer versions to choose from, a page with little on it is just small.
FEWEST = 2


def elsewhere(pages: Sequence[Page], scope: Scope) -> tuple[str, ...]:
    """The home pages of other versions of a site, in order, when its home page (as sent, as rendered) holds no more.

    A version is another locale on the same host, or a host of another domain with the same name (brand.de).
    """
    if any(sum(len(e.text) for e in page.elements if e.visible is not False) > LITTLE for page in pages):
        return ()
    found = dict.fromkeys(_versions(pages, scope))
    return tuple(found) if len(found) >= FEWEST else ()


def _versions(pages: Sequence[Page], scope: Scope) -> Iterable[str]:
    label = scope.domain.partition(".")[0]
    for element in (element for page in pages for element in page.elements if element.href.startswith("http")):
        url = canonical_url(element.href)
        domain = registrable_domain(urlsplit(url).hostname or "")
        twin = domain != scope.domain and bool(label) and domain.partition(".")[0] == label
        if url and (twin or scope.standing(url) is Standing.ALTERNATE):
            yield url
