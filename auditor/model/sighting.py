"""Sighting: one contact option found at one element of one page; sightings are merged into ContactOptions."""

from dataclasses import dataclass

from auditor.model.terms import Channel, ContactStatus, Gate, Human, Price, Purpose, Region


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What detection may know of the site: `domain` is the registrable domain, `country` an ISO 3166 code or "".

    `language` is the BCP 47 tag of the home page, `brand` the name as the home page gives it, `hosts` those in scope.
    """

    url: str
    domain: str
    country: str = ""
    language: str = ""
    brand: str = ""
    kind: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A contact option at one element.

    `value` is the normal form, `display` as shown. `visible` is None where nothing was rendered. `revealed_by` is the
    selector of the control that shows it. `reached` says whether standing here means that the option is reached on a
    desktop, `reached_touch` on a touch device (a `tel:` link that shows no number: False, True).
    """

    channel: Channel
    value: str
    display: str
    selector: str
    text: str
    region: Region
    block: int
    status: ContactStatus
    status_reason: str = ""
    purpose: Purpose = Purpose.UNKNOWN
    price: Price = Price.UNKNOWN
    human: Human = Human.UNKNOWN
    gates: tuple[Gate, ...] = ()
    vendor: str = ""
    hours: str = ""
    response_promise: str = ""
    visible: bool | None = None
    revealed_by: str = ""
    reached: bool = True
    reached_touch: bool = True
    confidence: float = 1.0
