"""Structured data: contact data that a page gives to machines; no customer reads it, so it is never reached."""

import json
from collections.abc import Iterator
from typing import Any

from auditor.contacts.address import address_of
from auditor.contacts.dial import dialled
from auditor.contacts.phone import international
from auditor.contacts.price import price_of
from auditor.contacts.section import Setting
from auditor.model.page import Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Gate, Price, Purpose, Region

_REASON = "Stands only in data for machines; no text of the page shows it."
_PURPOSES = {
    "customer service": Purpose.CUSTOMER_SERVICE,
    "customer support": Purpose.CUSTOMER_SERVICE,
    "technical support": Purpose.TECHNICAL,
    "sales": Purpose.SALES,
    "reservations": Purpose.SALES,
}
#: Items that are not about the brand: their contact data are somebody else's.
_OTHERS = frozenset(
    {"Person", "Review", "Product", "Event", "JobPosting", "Comment", "Article", "NewsArticle", "BlogPosting"}
)
MAX_DEPTH = 8


def structured_contacts(page: Page, setting: Setting) -> Iterator[Sighting]:
    """Numbers and addresses in JSON-LD and microdata, each value once."""
    seen: set[tuple[Channel, str]] = set()
    for text in page.structured:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for channel, value, shown, purpose in _walk(data, setting, 0, ""):
            if (channel, value) not in seen:
                seen.add((channel, value))
                yield _sighting(channel, value, shown, purpose, setting)


def _walk(data: Any, setting: Setting, depth: int, kind: str) -> Iterator[tuple[Channel, str, str, Purpose]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _walk(item, setting, depth + 1, kind)
        return
    if not isinstance(data, dict) or _types(data) & _OTHERS:
        return
    purpose = _PURPOSES.get(str(data.get("contactType", "")).casefold(), Purpose.UNKNOWN)
    for shown in _texts(data.get("telephone")):
        number = dialled("tel:" + shown, setting.country)
        if number is not None and number.valid:
            yield Channel.PHONE, number.value, shown, purpose
    for shown in _texts(data.get("email")):
        value = address_of(shown.removeprefix("mailto:"))
        if value:
            yield Channel.EMAIL, value, shown, purpose
    for key in sorted(data):
        if isinstance(data[key], (dict, list)):
            yield from _walk(data[key], setting, depth + 1, key)


def _types(data: dict[str, Any]) -> set[str]:
    return {name.rsplit("/", 1)[-1] for name in _texts(data.get("@type"))}


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item.strip() for item in values if isinstance(item, str) and item.strip()]


def _sighting(channel: Channel, value: str, shown: str, purpose: Purpose, setting: Setting) -> Sighting:
    phone = channel is Channel.PHONE
    return Sighting(
        channel=channel,
        value=value,
        display=international(value) if phone else value,
        selector='script[type="application/ld+json"]',
        text=shown[:240],
        region=Region.MAIN,
        block=0,
        status=ContactStatus.LISTED,
        status_reason=_REASON,
        purpose=purpose,
        price=price_of(value, setting.country) if phone else Price.UNKNOWN,
        gates=(Gate.MACHINE_ONLY,),
        visible=False,
        reached=False,
        reached_touch=False,
        confidence=0.5,
    )
