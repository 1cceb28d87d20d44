"""What is known of a site as a whole: language, country, brand, hosts; read from its home page."""

import re

from auditor.capture.urls import host_of
from auditor.contacts.country import country_of
from auditor.model.domains import registrable_domain
from auditor.model.page import Page
from auditor.model.sighting import SiteContext
from auditor.model.terms import ElementKind, Region

#: What separates the name of a brand from the rest of a title.
SEPARATOR = re.compile(r"\s+[|\N{EN DASH}\N{EM DASH}\N{BULLET}\N{MIDDLE DOT}:-]\s+|\s*[|:]\s+")
NOT_LETTERS = re.compile(r"[\W_]+")
MAX_NAME = 60


def context_of_site(home: Page, country: str = "") -> SiteContext:
    """The context of a site from its home page; `country` (ISO 3166) overrules what the page tells."""
    host = host_of(home.final_url)
    return SiteContext(
        url=home.final_url,
        domain=registrable_domain(host),
        country=(country or country_of(home)).upper(),
        language=home.language,
        brand=brand_of(home),
        hosts=(host,),
    )


def brand_of(home: Page) -> str:
    """The name of the brand: the part of the title that its domain spells, else the logo's name, else the host."""
    host = host_of(home.final_url)
    label = _bare(registrable_domain(host).split(".")[0])
    parts = [part.strip() for part in SEPARATOR.split(home.title) if part.strip()]
    spelled = [
        part for part in parts if label and (_bare(part) == label or _bare(part) in label or label in _bare(part))
    ]
    shortest = min(spelled, key=len, default="")
    if shortest and len(shortest) <= MAX_NAME:
        return shortest
    logos = (
        element.name
        for element in home.elements
        if element.kind is ElementKind.IMAGE and element.region is Region.HEADER and "logo" in element.href.lower()
    )
    named = next((name for name in logos if _bare(name) and _bare(name) in label), "")
    return named or host.removeprefix("www.")


def _bare(text: str) -> str:
    return NOT_LETTERS.sub("", text).casefold()
