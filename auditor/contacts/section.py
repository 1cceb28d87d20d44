"""Section: the content of one block of a page, and Setting: what detection knows of the site besides it."""

from dataclasses import dataclass

from auditor.contacts.nations import languages_of
from auditor.model.domains import registrable_domain
from auditor.model.page import Element, Form
from auditor.model.sighting import SiteContext
from auditor.model.terms import ElementKind
from auditor.model.vocabulary import Vocabulary

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

    def _label_before(self, position: int) -> str:
        for at in range(position - 1, max(-1, position - 4), -1):
            element = self.elements[at]
            if element.kind in _READ:
                digits = sum(c.isdigit() for c in element.text)
                return element.text if len(element.text) <= LABEL_LENGTH and digits <= LABEL_DIGITS else ""
        return ""


def _worded(text: str) -> bool:
    return any(c.isalpha() for c in text)
