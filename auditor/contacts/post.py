"""Post: postal addresses that the page itself marks as such; free text is not searched for addresses."""

import re
from collections.abc import Iterator

from auditor.contacts.purpose import judge
from auditor.contacts.section import Section, Setting
from auditor.contacts.sighted import sighted
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ElementKind
from auditor.model.wording import folded

_IN_ADDRESS = re.compile(r"(?:^|[ >])address(?::|$|[ >])")
#: An address has a number of a house or a post code, and words.
_NUMBERED = re.compile(r"\d")
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright)", re.IGNORECASE)
SHORTEST, LONGEST = 15, 300


def posts(section: Section, setting: Setting) -> Iterator[Sighting]:
    """Texts of a section inside an `<address>`, or marked as an address of schema.org."""
    for position, element in enumerate(section.elements):
        if element.kind is not ElementKind.TEXT or not SHORTEST <= len(element.text) <= LONGEST:
            continue
        marked = element.attribute("itemprop") == "address" or _IN_ADDRESS.search(element.selector)
        if marked and not _RIGHTS.match(element.text) and _NUMBERED.search(element.text) and "@" not in element.text:
            judged = judge(section, setting, position, section.before(position), placed=True)
            yield sighted(element, Channel.POST, folded(element.text), element.text, judged, confidence=0.7)
