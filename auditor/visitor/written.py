"""Written: what scripts write into the frame of a site, and whether all pages that were rendered have it.

A number in every header is taken to stand in the headers of the other pages too; one that only some have leaves it
open what the others show.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from auditor.model.page import Element, Page
from auditor.model.terms import FRAME_REGIONS, ElementKind
from auditor.visitor.exemplar import Exemplar
from auditor.visitor.matching import ElementKey, element_key
from auditor.visitor.scripted import is_scripted, tells_of_contact

Making = tuple[tuple[str, ...], tuple[str, ...]]
Kind = tuple[Making, str]
#: What so many pages have, all that were rendered, the others have too.
ENOUGH = 2


def making_of(page: Page) -> Making:
    """What a page is made with: its style sheets and scripts."""
    return page.styles, page.scripts


class Written:
    """What scripts wrote on exemplars, by making and template.

    `scripted` are the kinds of page of which nothing is known but what each shows itself.
    """

    def __init__(self, exemplars: Sequence[Exemplar]) -> None:
        self._of_making: dict[Making, list[Mapping[ElementKey, Element]]] = defaultdict(list)
        self._of_kind: dict[Kind, list[Mapping[ElementKey, Element]]] = defaultdict(list)
        self.scripted: set[Kind] = set()
        for exemplar in exemplars:
            making, kind = making_of(exemplar.sent), (making_of(exemplar.sent), exemplar.sent.template)
            found = dict(_framed(exemplar.sent, exemplar.rendered))
            self._of_making[making].append(found)
            self._of_kind[kind].append(found)
            if is_scripted(exemplar.sent, exemplar.rendered):
                self.scripted.add(kind)
        self.scripted.update(kind for kind in self._of_kind if self._varies(kind))

    def on_all(self, kind: Kind) -> frozenset[ElementKey]:
        """What all pages of a kind have, as far as enough of them, or of all pages made alike, tell."""
        own, alike = self._of_kind[kind], self._of_making[kind[0]]
        shared = _shared(own) if len(own) >= ENOUGH else frozenset()
        return shared | (_shared(alike) if len(alike) >= ENOUGH else frozenset())

    def _varies(self, kind: Kind) -> bool:
        """Whether something that tells of contact is on some pages of a kind only, or on too few to know."""
        telling = {key for found in self._of_kind[kind] for key, e in found.items() if tells_of_contact(e)}
        return not telling <= self.on_all(kind)


def _framed(sent: Page, rendered: Page) -> Iterator[tuple[ElementKey, Element]]:
    """Visible links and ways to be reached in the frame of a page that the server did not send."""
    known = {element_key(element) for element in sent.elements}
    for element in rendered.elements:
        if element.region not in FRAME_REGIONS or not element.visible or element_key(element) in known:
            continue
        if element.kind is ElementKind.LINK or tells_of_contact(element):
            yield element_key(element), element


def _shared(found: Sequence[Mapping[ElementKey, Element]]) -> frozenset[ElementKey]:
    return frozenset.intersection(*(frozenset(each) for each in found))
