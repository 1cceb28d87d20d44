"""Examples of a remedy: a link as this site could show it, to a page that is there or to the option itself."""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urlsplit

from auditor.model.audit import PageEntry
from auditor.model.terms import Channel, Device, PageStatus, Stage
from auditor.scoring.observed import Observed

#: Stands in the example of a rule for such a link.
LINK = "{link}"
LABEL = "Contact us"
_SCHEMES = {Channel.PHONE: "tel:", Channel.EMAIL: "mailto:", Channel.MESSENGER: ""}


def filled(example: str, observed: Observed, channels: Sequence[Channel], device: Device | None) -> str:
    """The example with a link to one of the channels, seen on the device; "" where the site has nothing to link to."""
    if LINK not in example:
        return example
    link = next(_links(observed, channels, device), "")
    return example.replace(LINK, link) if link else ""


def _links(observed: Observed, channels: Sequence[Channel], device: Device | None) -> Iterator[str]:
    """A link to the contact page, to another page on which a way ends, or to the option itself, the best first."""
    devices = (Device.ANY, device) if device else tuple(Device)
    options = [option for option in observed.offered(channels) if any(place.device in devices for place in option.seen)]
    holding = {place.page for option in options for place in option.seen if place.device in devices}
    pages = {page.id: page for page in observed.pages if page.status is PageStatus.OK}
    for page in pages.values():
        if page.stage is Stage.CONTACT and page.id in holding:
            yield _to_page(page, observed)
    for way in observed.ways(channels, None, device):
        end = pages.get(way.end_page)
        if end is not None and end.stage is not Stage.HOME and way.end_page != way.start and observed.answered(way):
            yield _to_page(end, observed)
    for option in options:
        if option.channel in _SCHEMES:
            href = f"{_SCHEMES[option.channel]}{option.value}"
            yield f'<a href="{escape(href)}">{escape(option.display or option.value, quote=False)}</a>'


def _to_page(page: PageEntry, observed: Observed) -> str:
    home = next((each.url for each in observed.pages if each.stage is Stage.HOME), page.url)
    parts = urlsplit(page.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    href = path if parts.netloc == urlsplit(home).netloc else page.url
    return f'<a href="{escape(href)}">{LABEL}</a>'
