"""One page by itself: the contact options of an HTML document of which nothing else is known."""

from urllib.parse import urlsplit

from auditor.contacts.country import country_of
from auditor.contacts.detect import Detector
from auditor.contacts.merge import merge
from auditor.model.contact import ContactOption, Place
from auditor.model.domains import registrable_domain
from auditor.model.page import Page
from auditor.model.sighting import SiteContext


def context_of(page: Page, country: str = "") -> SiteContext:
    """What one page tells of its site; `country` (ISO 3166) overrides what the page itself suggests."""
    host = urlsplit(page.final_url).hostname or ""
    return SiteContext(
        url=page.final_url,
        domain=registrable_domain(host) if host else "",
        country=(country or country_of(page)).upper(),
        language=page.language,
    )


def detect_document(page: Page, country: str = "") -> tuple[ContactOption, ...]:
    """The contact options of a single page; every place is page "p1" on the device of the page."""
    place = Place(page="p1", state=page.state, device=page.device)
    return merge([(place, sighting) for sighting in Detector(context_of(page, country)).find(page)])
