"""E-mail: addresses that a customer may write to, in text, in `mailto:` links and behind protection from robots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.contacts.address import Address, address_of, addresses_in, may_hold_address, uncloaked
from auditor.contacts.purpose import in_consent_layer, judge, listed
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.topics import PRIVACY
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import word_set
from auditor.model.domains import registrable_domain
from auditor.model.page import Element
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, ElementKind, Purpose

_CLOUDFLARE = "/cdn-cgi/l/email-protection#"
_WRITES = ("email_us", "contact", "contact_form", "customer_service", "help")
_MAIL_WORDS = ("mail", "courriel", "correo", "posta", "sähköposti", "メール", "邮", "메일", "✉")
#: Domains of governments.
_PUBLIC = re.compile(r"(?:^|\.)(?:gov|gouv|gob|govt|gv|mil|europa)(?:\.[a-z]{2})?$")
#: More addresses of persons than this in one place are a list of staff.
STAFF = 10


@dataclass(frozen=True, slots=True)
class _Hit:
    """An address at an element; `readable`: it stands there to be read, not only behind a link."""

    position: int
    address: Address
    readable: bool
    says: bool = True


def emails(section: Section, setting: Setting) -> Iterator[Sighting]:
    """The addresses of a section; what is for nobody to write to is listed with its reason."""
    worth = [position for position, element in enumerate(section.elements) if _may_write(element)]
    hits = [hit for position in worth for hit in _hits(section, setting, position)]
    around = {(section.around(hit.position), hit.address.value) for hit in hits if _is_link(section, hit)}
    inside = {(place[0], value) for place, value in around if place is not None}
    persons = {hit.address.value for hit in hits if _is_person(hit.address.local)}
    for hit in hits:
        if (hit.position, hit.address.value) in inside:
            continue  # the link in this text is the more exact place
        sighting = _sighting(section, setting, hit)
        if sighting is not None:
            staff = len(persons) > STAFF and hit.address.value in persons
            yield _as_staff(sighting) if staff else sighting


def _is_link(section: Section, hit: _Hit) -> bool:
    return section.elements[hit.position].kind is ElementKind.LINK and hit.readable


def _may_write(element: Element) -> bool:
    if element.kind is ElementKind.IMAGE or element.kind is ElementKind.FRAME:
        return False
    return may_hold_address(element.text) or bool(element.href) or bool(element.attribute("data-cfemail"))


def _hits(section: Section, setting: Setting, position: int) -> Iterator[_Hit]:
    element = section.elements[position]
    hidden = _behind(element)
    if hidden:
        says = _says_it_writes(section, setting, position)
        shown = {address.value: address for address in addresses_in(element.text)}
        for address in hidden:
            readable = address.value in shown or _cloaked(element)
            yield _Hit(position, shown.pop(address.value, address), readable, says)
        for address in shown.values():  # the text shows another address than the link writes to
            yield _Hit(position, address, readable=True)
        return
    for address in addresses_in(element.text):
        yield _Hit(position, address, readable=True)


def _behind(element: Element) -> tuple[Address, ...]:
    """The addresses in the link or the attributes of an element."""
    cloaked = element.attribute("data-cfemail")
    if not cloaked and _CLOUDFLARE in element.href:
        cloaked = element.href.partition("#")[2]
    if cloaked:
        value = address_of(uncloaked(cloaked).partition("?")[0])
        return (Address(value, value),) if value else ()
    if element.href[:7].lower() != "mailto:":
        return ()
    listing = element.href[7:].partition("?")[0]
    values = (address_of(part) for part in listing.replace("%2C", ",").replace(";", ",").split(","))
    return tuple(Address(value, value) for value in dict.fromkeys(values) if value)


def _cloaked(element: Element) -> bool:
    """Whether the page itself writes the address in place of its text when a browser opens it."""
    return bool(element.attribute("data-cfemail")) or "[email" in element.text


def _says_it_writes(section: Section, setting: Setting, position: int) -> bool:
    """Whether a link's label, icon or the label before it says that it writes."""
    element = section.elements[position]
    label = element.text or element.name
    words = f"{label} {element.attribute('class')} {element.attribute('title')}".casefold()
    if any(word in words for word in _MAIL_WORDS) or setting.vocabulary.has(label, *_WRITES):
        return True
    icons = setting.vocabulary.icon_concepts(element.attribute("class"))
    before = section.before(position)[-30:].casefold()
    return "email_us" in icons or any(word in before for word in _MAIL_WORDS)


def _sighting(section: Section, setting: Setting, hit: _Hit) -> Sighting | None:
    element = section.elements[hit.position]
    if in_consent_layer(element):
        return None
    reached = hit.readable or hit.says
    return sighted(
        element,
        Channel.EMAIL,
        hit.address.value,
        hit.address.shown,
        _judged(section, setting, hit),
        reached=reached,
        reached_touch=reached,
        confidence=0.6 if hit.address.broken else (1.0 if hit.readable else 0.9),
    )


def _judged(section: Section, setting: Setting, hit: _Hit) -> Judgement:
    local, domain = hit.address.local, hit.address.domain
    owner = registrable_domain(domain)
    own = owner in setting.domains
    if local in word_set("traps.yaml", "email_no_reply"):
        return listed("An address that takes no answers.")
    if _is_example(local, domain, own):
        return listed("A placeholder address.")
    if not own and owner in word_set("traps.yaml", "email_platform_domains"):
        return listed("Belongs to the maker of the site's software.", Purpose.AGENCY)
    if not own and owner in word_set("traps.yaml", "email_partner_domains"):
        return listed("Belongs to another company named on the page.")
    if not own and _PUBLIC.search(domain):
        return listed("Belongs to an authority named on the page.", Purpose.AUTHORITY)
    free = owner in word_set("traps.yaml", "email_free_domains")
    if section.topic == PRIVACY and not own and not free and setting.domains:
        return listed("Belongs to another company named in a privacy text.")
    before = section.before(hit.position, hit.address.start)
    judged = judge(section, setting, hit.position, before, local=local, own=own)
    if judged.status is ContactStatus.COUNTS and judged.purpose is Purpose.UNKNOWN and not free and _is_person(local):
        return replace(judged, purpose=Purpose.PERSON)
    return judged


def _is_example(local: str, domain: str, own: bool) -> bool:
    if domain.endswith((".example", ".invalid", ".test", ".localhost")):
        return True
    if not own and domain in word_set("traps.yaml", "email_example_domains"):
        return True
    # On the brand's own domain "email@" or "max@" may be a mailbox; "your.name@" is none anywhere.
    return local.startswith("your") if own else local in word_set("traps.yaml", "email_example_locals")


def _is_person(local: str) -> bool:
    """Whether a local part has the form of a person's name (first.last)."""
    first, dot, last = local.partition(".")
    return bool(dot) and first.isalpha() and last.isalpha() and len(last) > 1


def _as_staff(sighting: Sighting) -> Sighting:
    if sighting.status is not ContactStatus.COUNTS:
        return sighting
    return replace(
        sighting, status=ContactStatus.LISTED, status_reason="One of many addresses of staff.", purpose=Purpose.PERSON
    )
