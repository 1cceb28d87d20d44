"""ContactOption: one way to reach the brand, with the places where it was seen."""

from typing import Annotated

from pydantic import Field

from auditor.model.frozen import Frozen
from auditor.model.terms import Channel, ContactStatus, Device, Gate, Human, Price, Purpose, Region

#: Why a number that no numbering plan told is neither claimed nor denied; reports say what to do about it.
NO_COUNTRY = "A number stands here, but its country is not known."


class Place(Frozen):
    """Where an option was seen: page id, state key ("" as loaded) and device."""

    page: str
    state: str = ""
    device: Device


class Evidence(Frozen):
    """The element that proves an option: a CSS path and the text as it stands there (240 characters at most)."""

    page: str
    state: str = ""
    selector: str
    text: Annotated[str, Field(max_length=240)]


class ContactOption(Frozen):
    """One way to reach the brand.

    `value` is the normal form (E.164, a lower-case address, a URL); `display` is as shown. `confidence` is 0 to 1.
    `status_reason` says in words why an option is listed or cannot be told. `hours`, `stated_wait` and
    `response_promise` are as stated on the page, "" if not stated. `devices` are those that show it, or on which a
    press may show it; empty when none was seen to.
    """

    id: str
    channel: Channel
    value: str
    display: str
    purpose: Purpose = Purpose.UNKNOWN
    status: ContactStatus
    status_reason: str = ""
    price: Price = Price.UNKNOWN
    human: Human = Human.UNKNOWN
    tier: str = ""
    hours: str = ""
    stated_wait: str = ""
    response_promise: str = ""
    language: str = ""
    gates: tuple[Gate, ...] = ()
    region: Region
    vendor: str = ""
    seen: tuple[Place, ...]
    devices: tuple[Device, ...] = ()
    evidence: tuple[Evidence, ...]
    confidence: Annotated[float, Field(ge=0, le=1)]
