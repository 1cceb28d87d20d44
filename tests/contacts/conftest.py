"""Pages from HTML fragments, and what detection finds on them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from auditor.capture.html import parse_html
from auditor.contacts.detect import find_contacts
from auditor.model.page import Page
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Channel, Device

Read = Callable[..., Page]
Find = Callable[..., list[Sighting]]


@pytest.fixture
def read() -> Read:
    """A page from a fragment; `shown` makes it a rendered one on which all can be seen."""

    def build(html: str, url: str = "https://www.brand.de/", *, shown: bool = False, state: str = "") -> Page:
        page = parse_html(f"<html><body>{html}</body></html>".encode(), url=url, encoding="utf-8")
        if not shown:
            return replace(page, state=state)
        elements = tuple(replace(element, visible=True) for element in page.elements)
        forms = tuple(replace(form, visible=True) for form in page.forms)
        return replace(page, device=Device.DESKTOP, state=state, elements=elements, forms=forms)

    return build


@pytest.fixture
def find(read: Read) -> Find:
    """The sightings of one channel on a fragment of a site of the brand "brand.de"."""

    def search(
        channel: Channel, html: str, *, country: str = "DE", language: str = "", kind: str = "", **page: object
    ) -> list[Sighting]:
        context = SiteContext(
            url="https://www.brand.de/", domain="brand.de", country=country, language=language, kind=kind
        )
        return [s for s in find_contacts(read(html, **page), context) if s.channel is channel]

    return search
