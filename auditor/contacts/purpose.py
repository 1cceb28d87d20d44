"""Purpose: whom a contact option is for, and whether a customer may use it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from auditor.contacts.section import Section, Setting
from auditor.contacts.wordlists import any_of, pattern_of, words_of
from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.terms import ContactStatus, Purpose, Region
from auditor.model.wording import folded

#: Words of an authority or an agency reach a number over the address that stands between.
FAR = frozenset({"authority", "agency", "data_protection"})
FAR_REACH = 200
NEAR_REACH = 80
#: A heading of more words is a sentence.
HEADING_WORDS = 8
#: Regions in which the topic of the page says nothing: they are the same on every page.
_SHARED = frozenset({Region.HEADER, Region.NAV, Region.FOOTER})


#: A name with words of service behind it, right before a number, within so many characters.
PARTNER_REACH = 60
#: The same for a public body.
BODY_REACH = 90
#: A text of at most so many letters is a contact line; sites indent those by the element for quotations.
CONTACT_LINE = 40


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of one sighting."""

    purpose: Purpose = Purpose.UNKNOWN
    status: ContactStatus = ContactStatus.COUNTS
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One purpose of rules/purposes.yaml."""

    name: str
    judgement: Judgement
    whole: frozenset[str]
    inside: re.Pattern[str]
    local: frozenset[str]


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(_rule(name, data) for name, data in rule_data("purposes.yaml").items())


def _rule(name: str, data: dict[str, object]) -> Rule:
    known = Purpose(name) if name in set(Purpose) else Purpose.UNKNOWN
    counts = ContactStatus.COUNTS if data["counts"] else ContactStatus.LISTED
    lists = {key: [str(word) for word in data[key]] for key in ("whole", "inside", "local")}  # type: ignore[attr-defined]
    return Rule(
        name=name,
        judgement=Judgement(known, counts, str(data.get("reason", ""))),
        whole=frozenset(folded(word) for word in lists["whole"]),
        inside=any_of(lists["inside"]),
        local=frozenset(lists["local"]),
    )


def listed(reason: str, purpose: Purpose = Purpose.UNKNOWN) -> Judgement:
    """A judgement that an option is none for customers."""
    return Judgement(purpose, ContactStatus.LISTED, reason)


def judge(
    section: Section, setting: Setting, position: int, before: str, *, local: str = "", own: bool = False
) -> Judgement:
    """Whom an option at an element is for.

    `before` is what stands before it, `local` the part before the "@" of an address. `own`: it is an address of the
    brand, so it belongs to no authority and no agency. In this order: the address, the words near it, the heading,
    the topic of the page; what tells nothing counts.
    """
    element = section.elements[position]
    if pattern_of("traps.yaml", "user_content").search(marks_of(element)) or _is_said_by_others(section, position):
        return listed("Stands in what visitors wrote.")
    if _names_another(_partner(), before[-PARTNER_REACH:], setting):
        return listed("Belongs to another company named on the page.")
    if _names_another(_public_body(), before[-BODY_REACH:], setting):
        return next(rule for rule in _rules() if rule.name == "authority").judgement
    found = (
        (_by_local(local) if local else None)
        or _by_words(before, own)
        or _by_heading(section.heading(position), own)
        or _by_topic(section.topic, element, own)
    )
    if found is None:
        return Judgement()
    if found.name == "wholesale" and setting.context.kind == "b2b":
        return Judgement(found.judgement.purpose)
    return found.judgement


def _is_said_by_others(section: Section, position: int) -> bool:
    """Whether an option stands in a part for what customers say, or in a quotation that is more than a contact line."""
    within = section.elements[position].attribute("within")
    if within != "quote":
        return bool(within)
    around = section.around(position)
    text = section.elements[position if around is None else around[0]].text
    return sum(c.isalpha() for c in text) > CONTACT_LINE


def _names_another(pattern: re.Pattern[str], before: str, setting: Setting) -> bool:
    """Whether what stands right before an option names a company or a body, and not the brand itself."""
    found = pattern.search(before)
    name = "" if found is None else "".join(found[1].casefold().split())
    return bool(name) and not any(domain.replace("-", "").startswith(name) for domain in setting.domains)


@cache
def _partner() -> re.Pattern[str]:
    names, words = (any_of(words_of("traps.yaml", key)).pattern for key in ("partner_names", "partner_words"))
    return re.compile(rf"({names})(?:[\s-]+(?:{words})){{0,5}}[\s:.–-]*$", re.IGNORECASE)


@cache
def _public_body() -> re.Pattern[str]:
    names, words = (any_of(words_of("traps.yaml", key)).pattern for key in ("public_bodies", "public_body_words"))
    return re.compile(rf"({names})(?:[\s,(-]+(?:{words})){{0,6}}[\s:(.–-]*$", re.IGNORECASE)


def in_consent_layer(element: Element) -> bool:
    """Whether an element belongs to a consent tool; nothing in it is the brand's contact."""
    return pattern_of("traps.yaml", "consent_layers").search(marks_of(element)) is not None


def marks_of(element: Element) -> str:
    """The names by which a site's code calls an element and what it lies in."""
    return f"{element.selector} {element.attribute('id')} {element.attribute('class')}".replace("_", " ").replace(
        "-", " "
    )


def _first(test: Callable[[Rule], bool], own: bool) -> Rule | None:
    return next(
        (rule for rule in _rules() if not (own and rule.name in FAR - {"data_protection"}) and test(rule)), None
    )


def _by_local(local: str) -> Rule | None:
    words = {local.lower(), *re.split(r"[._\-+\d]+", local.lower())}
    return _first(lambda rule: bool(words & rule.local), own=False)


def _by_words(before: str, own: bool) -> Rule | None:
    if not before:
        return None
    near = "\n".join(before[-NEAR_REACH:].split("\n")[-3:])
    lines = {folded(line).strip(" :.-–|") for line in near.split("\n")}
    far = before[-FAR_REACH:]
    return _first(lambda rule: bool(rule.whole & lines or rule.inside.search(far if rule.name in FAR else near)), own)


def _by_heading(heading: str, own: bool) -> Rule | None:
    if not heading or len(heading.split()) > HEADING_WORDS:
        return None
    whole = folded(heading).strip(" :.-–|?!")
    return _first(lambda rule: whole in rule.whole or bool(rule.inside.search(heading)), own)


def _by_topic(topic: str, element: Element, own: bool) -> Rule | None:
    if not topic or element.region in _SHARED:
        return None
    return _first(lambda rule: rule.name == topic, own)
