"""Phone: numbers that a customer may call, fax numbers, and numbers that only a `tel:` link holds."""

import re
from collections.abc import Iterator
from dataclasses import replace

import phonenumbers

from auditor.contacts.dial import dialled, is_service_number, short_number
from auditor.contacts.labels import NO_PHONE, Label, adjoins, label_after, label_before
from auditor.contacts.messenger import is_messenger_link
from auditor.contacts.number import Number, has_digit, is_measured, numbers_in
from auditor.contacts.origin import candidates_of
from auditor.contacts.ownership import crowd_of, judge_number
from auditor.contacts.price import price_of
from auditor.contacts.purpose import in_consent_layer, listed
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.contacts.topics import CONTACT
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import pattern_of
from auditor.model.contact import NO_COUNTRY
from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, ElementKind, Purpose, Region

#: Text that shows a number shows at least so many of its digits.
SHOWN_DIGITS = 3
#: A short number stands in a short text; in prose it may be any amount, but for one of customer service with a price or
#: the end of the clause behind it.
SHORT_TEXT = 60
_CLAUSE_ENDS = re.compile(r"^\s?(?:[(,;.|–-]|$)")
#: So much text with a number tells what it is for.
CONTEXT = 240
_GROUPS = re.compile(r"\d+")
#: As numbers of North America are written: the area code in brackets or not, then three and four digits.
_NATIONAL = re.compile(r"^1?[-. ]?\(?[2-9]\d\d\)?[-. /]{1,2}\d{3}[-. ]\d{4}$")
#: Blocks in which hardly any other number stands.
_FRAME = frozenset({Region.HEADER, Region.FOOTER})
_AMOUNT = re.compile(r"^[1-9]\d?(?:[., ]\d{3})+$")
_SCHEMES = ("tel:", "callto:")


def phones(section: Section, setting: Setting) -> Iterator[Sighting]:
    """Phone and fax numbers of a section; numbers shown in pictures' texts are `cannot_tell`."""
    found: list[tuple[int, Sighting]] = []
    for position, element in enumerate(section.elements):
        dials = element.href.lower().startswith(_SCHEMES)
        if not dials and not has_digit(element.name if element.kind is ElementKind.IMAGE else element.text):
            continue
        hits = _linked(section, setting, position) if dials else ()
        shown = [*_written(section, setting, position)] if element.kind is not ElementKind.IMAGE else []
        if not hits and element.kind is ElementKind.IMAGE:
            shown = [*_pictured(section, setting, position)]
        found += [(position, sighting) for sighting in (hits or shown)]
    kept = _most_telling(section, setting, found)
    crowd = crowd_of(section, setting, {s.value for s in kept if s.channel is Channel.PHONE})
    for sighting in kept:
        yield _demoted(sighting, crowd) if crowd else sighting


def _linked(section: Section, setting: Setting, position: int) -> tuple[Sighting, ...]:
    """The number behind a `tel:` link; shown in its text it is reached, else only where a tap dials it."""
    element = section.elements[position]
    number = dialled(element.href, setting.country)
    if number is None or in_consent_layer(element):
        return ()
    written = numbers_in(element.text, setting.country)
    shows = bool(written) or sum(c.isdigit() for c in element.text) >= SHOWN_DIGITS
    value = written[0].value if len(written) == 1 and written[0].valid else number.value
    before = section.before(position) + " " + element.text[: written[0].start] if written else section.before(position)
    label = label_before(before)
    judged = judge_number(section, setting, position, before, value)
    channel = Channel.FAX if label is Label.FAX else Channel.PHONE
    if channel is Channel.FAX:
        judged = listed("A fax number.", judged.purpose)
    return (
        sighted(
            element,
            channel,
            value,
            element.text if shows else international(value),
            judged,
            price=price_of(value, setting.country),
            reached=shows,
            confidence=1.0 if number.valid else 0.6,
        ),
    )


def _written(section: Section, setting: Setting, position: int) -> Iterator[Sighting]:
    """The numbers in the text of an element."""
    element = section.elements[position]
    previous = Label.NONE
    end = 0
    for number in _numbers(section, setting, position):
        own = element.text[end : number.start]
        before = section.before(position, number.start) if not end else own
        label = label_before(before)
        if label is Label.NONE and end and not any(c.isalpha() for c in own):
            label = previous  # "Fax: 555 0100, 555 0101"
        after, length = label_after(section.after(position, number.end))
        if after is not Label.NONE and (label is not Label.PHONE or not own.strip()):
            label = after
        previous, end = label, number.end + length
        sighting = _sorted_out(section, setting, position, number, label, before)
        if sighting is not None:
            yield sighting


def _numbers(section: Section, setting: Setting, position: int) -> tuple[Number, ...]:
    """The numbers of a text, short ones after a label with them."""
    whole = numbers_in(section.elements[position].text, setting.country)
    if whole and setting.country not in rule_data("traps.yaml")["service_numbers"]:
        return whole
    short = (
        n for n in _short(section, setting, position) if not any(n.start < w.end and w.start < n.end for w in whole)
    )
    return tuple(sorted((*whole, *short), key=lambda number: number.start))


def _short(section: Section, setting: Setting, position: int) -> tuple[Number, ...]:
    """A short number right behind a label, as in "Call us: 3977"."""
    text = section.elements[position].text
    for offset, service in _label_ends(section, setting, position):
        number = short_number(text[offset:], setting.country)
        if number is None:
            continue
        digits = "".join(number.shown.split())
        known = is_service_number(digits, setting.country)
        placed = Number(number.value, number.shown, number.start + offset, number.end + offset)
        if len(text) > SHORT_TEXT and not (known and _CLAUSE_ENDS.match(text[placed.end :])):
            continue
        if (known or not service) and not is_measured(text, placed):
            return (placed,)
    return ()


def _label_ends(section: Section, setting: Setting, position: int) -> Iterator[tuple[int, bool]]:
    """Where a label of a short number ends in a text, and whether only numbers of customer service may follow it."""
    text = section.elements[position].text
    services = setting.country in rule_data("traps.yaml")["service_numbers"]
    if len(text) > (CONTEXT if services else SHORT_TEXT):
        return
    phone = pattern_of("traps.yaml", "number_labels", "phone")
    yield from ((match.end(), False) for match in phone.finditer(text) if len(match[0]) > 1)
    if not services:
        return
    service = pattern_of("traps.yaml", "service_labels")
    yield from ((match.end(), True) for match in service.finditer(text))
    before = section.before(position).rstrip(" :")
    if any(match.end() == len(before) for pattern in (phone, service) for match in pattern.finditer(before)):
        yield 0, True


def _sorted_out(
    section: Section, setting: Setting, position: int, number: Number, label: Label, before: str
) -> Sighting | None:
    element = section.elements[position]
    if label in NO_PHONE or in_consent_layer(element):
        return None
    if (not number.strong and label is Label.NONE) or (
        not number.valid and (label not in (Label.PHONE, Label.FAX) or not adjoins(before))
    ):
        return _unplaced(section, setting, position, number, label, before)
    if label is Label.MESSENGER or (label is Label.NONE and is_messenger_link(element.href)):
        return None  # messenger.py tells of it
    judged = judge_number(section, setting, position, before, number.value)
    if label is Label.FAX:
        return sighted(element, Channel.FAX, number.value, number.shown, listed("A fax number.", judged.purpose))
    confidence = (1.0 if label is Label.PHONE else 0.9) if number.valid else 0.6
    price = price_of(number.value, setting.country)
    return sighted(
        element, Channel.PHONE, number.value, _trimmed(number.shown), judged, price=price, confidence=confidence
    )


def _unplaced(
    section: Section, setting: Setting, position: int, number: Number, label: Label, before: str
) -> Sighting | None:
    """A number that the plan of the site's country does not tell: whether it can be called cannot be told either."""
    if label not in (Label.NONE, Label.PHONE):
        return None
    suspect = _stands_as_phone(section, position, number, before)
    if setting.country:
        suspect = suspect and (number.valid or _fits_elsewhere(number, setting))
    elif not suspect:
        suspect = _grouped(number.shown) and _is_spoken_of(section.elements[position], before)
    if not suspect:
        return None
    judged = judge_number(section, setting, position, before, number.value)
    if judged.status is ContactStatus.COUNTS:
        judged = Judgement(judged.purpose, ContactStatus.CANNOT_TELL, NO_COUNTRY)
    return sighted(
        section.elements[position],
        Channel.PHONE,
        number.value,
        _trimmed(number.shown),
        judged,
        reached=False,
        confidence=0.4,
    )


def _stands_as_phone(section: Section, position: int, number: Number, before: str) -> bool:
    """Whether a number is written as telephone numbers are and stands where they do."""
    shown = number.shown
    digits = sum(c.isdigit() for c in shown)
    written = shown.startswith(("0", "(")) or _NATIONAL.match(shown) or len(_GROUPS.findall(shown)) > 2
    if not 9 <= digits <= 13 or not written or not _grouped(shown):
        return False
    element = section.elements[position]
    placed = section.topic == CONTACT or element.kind is ElementKind.HEADING or element.region in _FRAME
    return placed or adjoins(before) or label_before(before) is Label.PHONE


def _fits_elsewhere(number: Number, setting: Setting) -> bool:
    """Whether a number is one of a country in which the language of the site is spoken."""
    language = setting.context.language
    countries = candidates_of(language) if language else ()
    read = (other for country in countries for other in numbers_in(number.shown, country) if country != setting.country)
    return any(other.valid and other.strong for other in read)


def _grouped(shown: str) -> bool:
    return len(_GROUPS.findall(shown)) > 1 and not _AMOUNT.match(shown)


def _is_spoken_of(element: Element, before: str) -> bool:
    """Whether words of calling or of customer service stand beside a number."""
    text = f"{before}\n{element.text}"[-CONTEXT:]
    calls = any(len(m[0]) > 2 for m in pattern_of("traps.yaml", "number_labels", "phone").finditer(text))
    return calls or pattern_of("purposes.yaml", "customer_service", "inside").search(text) is not None


def _pictured(section: Section, setting: Setting, position: int) -> Iterator[Sighting]:
    """A number in the text that stands for a picture: whether the picture shows it cannot be told."""
    element = section.elements[position]
    for number in numbers_in(element.name, setting.country):
        label = label_before(element.name[: number.start])
        if number.valid and number.strong and label not in NO_PHONE | {Label.FAX}:
            reason = "The number is the text of a picture."
            judged = Judgement(status=ContactStatus.CANNOT_TELL, reason=reason)
            yield sighted(element, Channel.PHONE, number.value, number.shown, judged, reached=False, confidence=0.4)


def _most_telling(section: Section, setting: Setting, found: list[tuple[int, Sighting]]) -> list[Sighting]:
    """Without the text around a link that shows the same number: the link is the more exact place."""
    linked: dict[str, set[int]] = {}
    for position, sighting in found:
        if section.elements[position].kind in (ElementKind.LINK, ElementKind.BUTTON) and sighting.reached:
            around = section.around(position)
            if around is not None:
                linked.setdefault(sighting.value, set()).add(around[0])
    for at, value in _in_messenger_links(section, setting):
        linked.setdefault(value, set()).add(at)
    return [s for position, s in found if position not in linked.get(s.value, ())]


def _in_messenger_links(section: Section, setting: Setting) -> Iterator[tuple[int, str]]:
    """Where in running text a number is the text of a messenger link: it is for writing, not for calling."""
    for position, element in enumerate(section.elements):
        if element.kind is ElementKind.LINK and is_messenger_link(element.href) and has_digit(element.text):
            around = section.around(position)
            if around is not None:
                yield from ((around[0], number.value) for number in numbers_in(element.text, setting.country))


def _trimmed(shown: str) -> str:
    """A number without a bracket that belongs to the sentence around it."""
    return shown if ")" in shown else shown.lstrip("( ")


def _demoted(sighting: Sighting, crowd: Judgement) -> Sighting:
    if sighting.channel is not Channel.PHONE or sighting.status is not ContactStatus.COUNTS:
        return sighting
    if crowd.status is ContactStatus.CANNOT_TELL and sighting.purpose is not Purpose.UNKNOWN:
        return sighting  # its own words say that it is for customers
    return replace(sighting, status=crowd.status, status_reason=crowd.reason)


def international(value: str) -> str:
    """A number as it is written for callers from abroad; a short number stays as it is."""
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
