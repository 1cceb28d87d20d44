"""Section: the content of one block of a page, and Setting: what detection knows of the site besides it."""

import re
from dataclasses import dataclass

from auditor.contacts.nations import languages_of
from auditor.model.domains import registrable_domain
from auditor.model.page import Element, Form
from auditor.model.sighting import SiteContext
from auditor.model.terms import ElementKind
from auditor.model.vocabulary import Vocabulary

#: What parts the steps of a selector, and a heading among them.
_JOINT = re.compile(r" >>> | > | ")
#: Landmarks that are blocks of their own, so that no part with an id lies around them in their block.
_FRAMES = frozenset({"header", "nav", "footer", "aside"})
_IN_HEADING = re.compile(r"(?:^| )h[1-6](?::nth-of-type\(\d+\))? ")
_READ = (ElementKind.TEXT, ElementKind.HEADING)
#: A text of at most so many characters before a number or an address can be its label.
LABEL_LENGTH = 60
#: A label in an element before has at most so many digits; more is data of its own.
LABEL_DIGITS = 4
#: A heading holds for so many elements after it.
HEADING_REACH = 25
#: A link stands in the text at most so many elements before it.
TEXT_REACH = 12


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What detection knows: `country` is ISO 3166 or "", `domains` are registrable domains of the brand."""

    context: SiteContext
    country: str
    vocabulary: Vocabulary
    domains: frozenset[str]

    @staticmethod
    def of(context: SiteContext) -> "Setting":
        """The setting of a site."""
        hosts = (context.domain, *context.hosts)
        return Setting(
            context=context,
            country=context.country.upper(),
            vocabulary=Vocabulary.load((context.language,) if context.language else languages_of(context.country)),
            domains=frozenset(registrable_domain(host) for host in hosts if host),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One block: `topic` is what its page is about ("" for nothing special), `opened` whether a press made it."""

    elements: tuple[Element, ...]
    forms: tuple[Form, ...]
    topic: str = ""
    opened: bool = False

    def before(self, position: int, start: int = 0) -> str:
        """What a reader has just read before a place: the element's own text, that around it, or the label before."""
        element = self.elements[position]
        own = element.text[:start]
        if _worded(own):
            return own
        at = position
        if element.kind not in _READ:
            around = self.around(position)
            if around is not None:
                at, start = around
                outer = self.elements[at].text[:start]
                if _worded(outer):
                    return outer
        return self._label_before(at)

    def after(self, position: int, end: int) -> str:
        """What follows a place in an element, in its own text or that around it; at most 40 characters."""
        element = self.elements[position]
        own = element.text[end : end + 40]
        if own or element.kind in _READ:
            return own
        around = self.around(position)
        if around is None:
            return ""
        at, start = around
        stop = start + len(element.text)
        return self.elements[at].text[stop : stop + 40]

    def around(self, position: int) -> tuple[int, int] | None:
        """The text in which a link stands, as (position, offset of the link's text), None if it stands alone."""
        text = self.elements[position].text
        if not text:
            return None
        for at in range(position - 1, max(-1, position - 1 - TEXT_REACH), -1):
            element = self.elements[at]
            if element.kind in _READ:
                offset = element.text.find(text)
                return (at, offset) if offset >= 0 else None
        return None

    def passage(self, position: int, before: str) -> str:
        """`before` with the two texts that stand before the element under the same heading, 160 characters each."""
        texts: list[str] = []
        for at in range(position - 1, max(-1, position - 1 - TEXT_REACH), -1):
            if self.elements[at].kind is ElementKind.HEADING or len(texts) == 2:
                break
            if self.elements[at].kind is ElementKind.TEXT:
                texts.append(self.elements[at].text[-160:])
        return "\n".join([*reversed(texts), before])

    def heading(self, position: int) -> str:
        """The nearest heading before an element inside this section, "" if there is none near."""
        for at in range(position - 1, max(-1, position - 1 - HEADING_REACH), -1):
            if self.elements[at].kind is ElementKind.HEADING:
                return self.elements[at].text
        return ""

    def headings(self, position: int) -> tuple[str, str]:
        """(nearest heading that stands in a part beside the element, nearest that holds for it); "" for none."""
        beside = ""
        for at in range(position - 1, max(-1, position - 1 - HEADING_REACH), -1):
            if self.elements[at].kind is ElementKind.HEADING:
                if self._holds(at, position):
                    return beside, self.elements[at].text
                beside = beside or self.elements[at].text
        return beside, ""

    def _holds(self, heading: int, position: int) -> bool:
        """Whether an element lies in the part that a heading begins: the smallest that holds more than headings.

        Where ids of their own hide how two places lie to each other, the heading holds.
        """
        part, place = self.elements[heading].selector, self.elements[position].selector
        near = self._neighbours(heading)
        while _JOINT.search(part):
            part = part[: [*_JOINT.finditer(part)][-1].start()]
            if any(_within(other, part) for other in near):
                break
        else:
            return True
        if _within(place, part):
            return True
        root, own = _JOINT.split(part)[0], _JOINT.split(place)[0]
        return own not in (root, "body") and not (root.startswith("#") and own in _FRAMES)

    def _neighbours(self, heading: int) -> list[str]:
        """The places nearest to a heading on both sides that hold more than headings and pictures, and the forms."""
        own = self.elements[heading].selector
        sides = (range(heading + 1, len(self.elements)), range(heading - 1, -1, -1))
        near = [next((self.elements[at].selector for at in side if self._is_content(at, own)), "") for side in sides]
        return [*near, *(form.selector for form in self.forms)]

    def _is_content(self, at: int, heading: str) -> bool:
        element = self.elements[at]
        if element.kind in (ElementKind.HEADING, ElementKind.IMAGE) or element.selector.startswith(heading):
            return False
        return _IN_HEADING.search(element.selector) is None

    def _label_before(self, position: int) -> str:
        for at in range(position - 1, max(-1, position - 4), -1):
            element = self.elements[at]
            if element.kind in _READ:
                if element.kind is ElementKind.HEADING and not self._holds(at, position):
                    return ""
                digits = sum(c.isdigit() for c in element.text)
                return element.text if len(element.text) <= LABEL_LENGTH and digits <= LABEL_DIGITS else ""
        return ""


def _worded(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _within(place: str, part: str) -> bool:
    """Whether one selector leads into the part to which another one leads."""
    return place == part or (place.startswith(part) and _JOINT.match(place[len(part) :]) is not None)
