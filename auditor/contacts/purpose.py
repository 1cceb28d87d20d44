"""Purpose: whom a contact option is for, and whether a customer may use it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from auditor.contacts.section import Section, Setting
from auditor.contacts.topics import DEALERS, LEGAL, STORES
from auditor.contacts.uses import (
    FAR,
    FAR_REACH,
    NEAR_REACH,
    OTHERS,
    Judgement,
    Rule,
    asks_to_call,
    last_sentence,
    lines_of,
    names_another,
    rule_of,
    rules,
)
from auditor.contacts.wordlists import any_of, pattern_of, words_of
from auditor.model.page import Element
from auditor.model.terms import ContactStatus, Purpose, Region
from auditor.model.wording import folded

#: A heading of more words is a sentence.
HEADING_WORDS = 8
#: Regions in which the topic of the page says nothing: they are the same on every page.
_SHARED = frozenset({Region.HEADER, Region.NAV, Region.FOOTER})
#: Who made a site stands within so many elements from the end of its footer.
LAST_LINES = 6
#: A name with words of service behind it, right before a number, within so many characters.
PARTNER_REACH = 60
#: The same for a public body.
BODY_REACH = 90
#: A text of at most so many letters is a contact line; sites indent those by the element for quotations.
CONTACT_LINE = 40


def listed(reason: str, purpose: Purpose = Purpose.UNKNOWN) -> Judgement:
    """A judgement that an option is none for customers."""
    return Judgement(purpose, ContactStatus.LISTED, reason)


def judge(
    section: Section,
    setting: Setting,
    position: int,
    before: str,
    *,
    local: str = "",
    own: bool = False,
    placed: bool = False,
) -> Judgement:
    """Whom an option at an element is for.

    `before` is what stands before it, `local` the part before the "@" of an address. `own`: it is an address of the
    brand, so it belongs to no authority, agency or seller. `placed`: it is a place itself, so a store's is no less the
    brand's. In this order: the address, the words near it, the heading, the topic of the page; what tells nothing
    counts, and what speaks for both is in doubt.
    """
    element = section.elements[position]
    if pattern_of("traps.yaml", "user_content").search(marks_of(element)) or _is_said_by_others(section, position):
        return listed("Stands in what visitors wrote.")
    if _names_another(_partner(), before[-PARTNER_REACH:], setting):
        return listed("Belongs to another company named on the page.")
    if _names_another(_public_body(), before[-BODY_REACH:], setting):
        return rule_of("authority").judgement
    others = _of_others_by_line(section, setting, position, before, own=own)
    if others is not None:
        return others
    sighted = _Sighted(section, setting, position, before, own)
    found = (_by_local(local) if local else None) or sighted.by_words() or sighted.by_heading() or sighted.by_topic()
    if found is None:
        return Judgement() if placed else _by_place(section, element)
    if setting.context.kind == "b2b" and found.purpose is Purpose.WHOLESALE:
        return Judgement(found.purpose)
    return found


def _by_place(section: Section, element: Element) -> Judgement:
    """What nothing near tells of: on a page of stores it is the store's, which may not help with an order."""
    if element.region in _SHARED or section.topic not in (STORES, DEALERS):
        return Judgement()
    if section.topic == DEALERS:
        return listed("Belongs to a shop that sells what the brand makes.")
    return Judgement(
        status=ContactStatus.CANNOT_TELL, reason="Belongs to a store; whether it helps with orders is not said."
    )


def in_doubt(judged: Judgement, why: str) -> Judgement:
    """What would be listed, but for a reason against it."""
    return replace(judged, status=ContactStatus.CANNOT_TELL, reason=f"{why}: {judged.reason}")


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
    return re.compile(rf"(?<![\w-])({names})(?:[\s-]+(?:{words})){{0,5}}[\s:.–-]*$", re.IGNORECASE)


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


def _of_others_by_line(
    section: Section, setting: Setting, position: int, before: str, *, own: bool
) -> Judgement | None:
    """The host of a site by a line that begins with it, a seller by the lines or the heading before; else None."""
    if own:
        return None
    agency, seller = rule_of("agency"), rule_of("seller")
    line = before.rpartition("\n")[2].lstrip(" •–-")
    begun = agency.begins.match(line)
    if begun and names_another(line[begun.end() :], setting.domains):
        return agency.judgement if section.topic == LEGAL else in_doubt(agency.judgement, "Words before it say")
    if section.elements[position].region in _SHARED:
        return None
    heading = section.headings(position)[1]
    texts = (section.passage(position, before)[-FAR_REACH:], heading if len(heading.split()) <= HEADING_WORDS else "")
    labelled = any(_label_of(seller, line, setting.domains) for text in texts for line in text.split("\n"))
    if labelled or any(seller.says(text, setting.domains, at_end=False) for text in texts):
        return _unless_asked(seller, before)
    return None


def _label_of(rule: Rule, line: str, domains: frozenset[str]) -> bool:
    """Whether a line is a label and a name, as in "Seller: Harrow Textiles"."""
    begun = rule.begins.match(line)
    if begun is None:
        return False
    rest = line[begun.end() :].lstrip()
    return rest.startswith(":") and names_another(rest, domains)


def _unless_asked(rule: Rule, before: str) -> Judgement:
    """The judgement of words near an option, in doubt where the sentence before it asks to call the brand."""
    if rule.counts or not asks_to_call(before):
        return rule.judgement
    return in_doubt(rule.judgement, "It asks to call, but words near it say")


def _by_local(local: str) -> Judgement | None:
    """By the part before the "@"; words of a use for customers beside one of another use leave a doubt."""
    whole = local.lower()
    words = {whole, *re.split(r"[._\-+\d]+", whole)}
    found = [rule for rule in rules() if words & rule.local or whole in rule.local_whole]
    if not found:
        return None
    if not found[0].counts and whole not in found[0].local and any(rule.counts for rule in found):
        return in_doubt(found[0].judgement, "A part of the address says")
    return found[0].judgement


class _Sighted:
    """An option in its place: what the words near it, its heading and the page say of it."""

    def __init__(self, section: Section, setting: Setting, position: int, before: str, own: bool) -> None:
        self._section = section
        self._domains = setting.domains
        self._position = position
        self._before = before
        self._own = own
        self._element = section.elements[position]
        last = position >= len(section.elements) - LAST_LINES
        self._at_end = (self._element.region is Region.FOOTER and last) or section.topic == LEGAL

    def by_words(self) -> Judgement | None:
        """By what stands right before it; its own sentence holds over what others are named before that."""
        if not self._before or self._before == self._section.headings(self._position)[1]:
            return None
        near = "\n".join(self._before[-NEAR_REACH:].split("\n")[-3:])
        far = self._before[-FAR_REACH:]
        found = self._first(lambda rule: self._named_in(rule, near, far))
        if found is None or found.counts:
            return None if found is None else found.judgement
        sentence = last_sentence(self._before)
        if self._named_in(found, sentence, sentence):
            return found.judgement
        customers = self._first(lambda rule: rule.counts and self._named_in(rule, sentence, sentence))
        if customers is not None:
            return customers.judgement
        if found.name in OTHERS and asks_to_call(self._before):
            return Judgement()
        return _unless_asked(found, self._before)

    def _named_in(self, rule: Rule, near: str, far: str) -> bool:
        text = far if rule.name in FAR else near
        return bool(rule.whole & {*lines_of(near)}) or rule.says(text, self._domains, at_end=self._at_end)

    def by_heading(self) -> Judgement | None:
        """By the heading that holds for it; outside of a footer that of a part beside it leaves a doubt."""
        beside, heading = self._section.headings(self._position)
        rule = self._of_heading(heading)
        if rule is not None:
            if folded(heading).strip(" :.-–|?!") not in rule.soft:
                return _unless_asked(rule, self._before)
            return None if asks_to_call(self._before) else in_doubt(rule.judgement, "Its heading may say")
        rule = self._of_heading(beside) if self._element.region not in _SHARED else None
        if rule is None or rule.counts or heading or asks_to_call(self._before):
            return None
        return in_doubt(rule.judgement, "A heading beside it says")

    def _of_heading(self, heading: str) -> Rule | None:
        if not heading or len(heading.split()) > HEADING_WORDS:
            return None
        whole = folded(heading).strip(" :.-–|?!")
        return self._first(lambda rule: whole in rule.whole or rule.says(heading, self._domains, at_end=self._at_end))

    def by_topic(self) -> Judgement | None:
        """By what the page is about."""
        topic = self._section.topic
        if not topic or self._element.region in _SHARED:
            return None
        rule = self._first(lambda rule: rule.name == topic)
        return None if rule is None else _unless_asked(rule, self._before)

    def _first(self, test: Callable[[Rule], bool]) -> Rule | None:
        return next((rule for rule in rules() if not (self._own and rule.name in OTHERS) and test(rule)), None)
