"""Detection: all contact options that stand on a page; blocks that pages share are read once."""

from dataclasses import dataclass, replace

from auditor.contacts.registry import LAST_FINDERS, PAGE_FINDERS, SECTION_FINDERS
from auditor.contacts.section import Section, Setting
from auditor.contacts.topics import topic_of
from auditor.model.page import Element, Form, Page
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Region

#: Blocks that read the same whatever their page is about.
_SHARED = frozenset({Region.HEADER, Region.NAV, Region.FOOTER})

_Look = tuple[tuple[bool | None, str, tuple[bool | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Key:
    """What the sightings of a block depend on: its content, the page's topic, and what is shown of it here."""

    digest: str
    topic: str
    opened: bool
    look: _Look


class Detector:
    """Finds the contact options of the pages of one site and remembers what stands in each distinct block."""

    def __init__(self, context: SiteContext) -> None:
        self.setting = Setting.of(context)
        self._blocks: dict[_Key, tuple[Sighting, ...]] = {}
        self._pages: dict[tuple[tuple[str, ...], ...], tuple[Sighting, ...]] = {}

    def find(self, page: Page) -> tuple[Sighting, ...]:
        """The sightings of a page: block by block in the page's order, those of the whole page, suspicions."""
        topic = topic_of(page, self.setting.vocabulary)
        elements: list[list[Element]] = [[] for _ in page.blocks]
        forms: list[list[Form]] = [[] for _ in page.blocks]
        for element in page.elements:
            elements[element.block].append(element)
        for form in page.forms:
            forms[form.block].append(form)
        found: list[Sighting] = []
        for index, block in enumerate(page.blocks):
            about = "" if block.region in _SHARED else topic
            section = Section(tuple(elements[index]), tuple(forms[index]), about, bool(page.state))
            found += self._in_block(block.digest, index, section)
        found += self._on_page(page)
        return (*found, *(s for finder in LAST_FINDERS for s in finder(page, tuple(found), self.setting)))

    def _in_block(self, digest: str, index: int, section: Section) -> tuple[Sighting, ...]:
        if not section.elements and not section.forms:
            return ()
        key = _Key(digest, section.topic, section.opened, _look(section))
        if key not in self._blocks:
            self._blocks[key] = tuple(s for finder in SECTION_FINDERS for s in finder(section, self.setting))
        sightings = self._blocks[key]
        return tuple(s if s.block == index else replace(s, block=index) for s in sightings)

    def _on_page(self, page: Page) -> tuple[Sighting, ...]:
        key = (page.scripts, page.frames, page.script_hosts, page.structured)
        if key not in self._pages:
            self._pages[key] = tuple(s for finder in PAGE_FINDERS for s in finder(page, self.setting))
        return self._pages[key]


def _look(section: Section) -> _Look:
    elements = ((element.visible, element.revealed_by, ()) for element in section.elements)
    forms = ((f.visible, f.revealed_by, tuple(field.visible for field in f.fields)) for f in section.forms)
    return (*elements, *forms)


def find_contacts(page: Page, context: SiteContext) -> tuple[Sighting, ...]:
    """The sightings of one page of a site; for many pages use one Detector."""
    return Detector(context).find(page)
