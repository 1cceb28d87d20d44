"""What is known of a site as a whole: language, country, brand, hosts; its home page tells most of it."""

import re
from collections.abc import Mapping, Sequence

from auditor.capture.urls import host_of
from auditor.contacts.country import country_of, firm_country_of, main_country
from auditor.contacts.origin import Origin
from auditor.contacts.topics import CONTACT, PRIVACY, topic_of
from auditor.model.domains import registrable_domain
from auditor.model.page import Page
from auditor.model.sighting import SiteContext
from auditor.model.terms import ElementKind, Region, Stage
from auditor.model.titles import title_parts
from auditor.model.vocabulary import Vocabulary

NOT_LETTERS = re.compile(r"[\W_]+")
MAX_NAME = 60
#: Stages whose pages tell of the company itself: its address, its numbers, its registration.
TELLING = frozenset({Stage.HOME, Stage.CONTACT, Stage.HELP, Stage.LEGAL, Stage.RETURNS})


def context_of_site(home: Page, country: str = "", origin: Origin | None = None) -> SiteContext:
    """The context of a site from its home page; `country` (ISO 3166) overrules what the pages tell.

    `origin` is what all its pages tell of its country; without it the home page alone is asked.
    """
    host = host_of(home.final_url)
    return SiteContext(
        url=home.final_url,
        domain=registrable_domain(host),
        country=(country or _country_of_site(home, origin)).upper(),
        language=home.language,
        brand=brand_of(home),
        hosts=(host,),
    )


def _country_of_site(home: Page, origin: Origin | None) -> str:
    """In this order: what the home page states, what all pages tell, the main country of the language, weak signs."""
    if origin is None:
        return country_of(home)
    return (
        firm_country_of(home)
        or origin.told()
        or main_country(home.language)
        or origin.likely(home.language)
        or country_of(home)
    )


def takes_part(page: Page, stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether all of a page is about the company itself; a privacy text names the addresses of others."""
    if stage not in TELLING and stage is not Stage.OTHER:
        return False
    topic = topic_of(page, vocabulary)
    return topic != PRIVACY and (stage in TELLING or topic == CONTACT)


def origin_of_site(pages: Sequence[Page], stages: Mapping[str, Stage], vocabulary: Vocabulary) -> Origin:
    """What the pages of a site tell of its country."""
    origin = Origin()
    for page in pages:
        origin.take(page, telling=takes_part(page, stages.get(page.url, Stage.OTHER), vocabulary))
    return origin


def brand_of(home: Page) -> str:
    """The name of the brand: the part of the title that its domain spells, else the logo's name, else the host."""
    host = host_of(home.final_url)
    label = _bare(registrable_domain(host).split(".")[0])
    parts = [part.strip() for part in title_parts(home.title)]
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
