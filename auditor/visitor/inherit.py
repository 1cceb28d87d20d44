"""Inheritance: what a page that was not rendered takes over from exemplars, block by block.

A block is inherited where the same block stands (equal digest) under the same style sheets and scripts. A page counts
as inherited when its template was rendered with the same sheets and scripts, no page of it has content that scripts
wrote (scripted.py), and its header, footer and whatever floats are inherited. Its content, menus within it too, is its
own: visible unknown, so that nothing in it is taken for seen.

A page whose html or body bears a class that no page which was rendered bears, or lacks one that all of these bear,
inherits nothing: style sheets may hide its header by it. Where rendered pages of one template do not agree on what
shows, the others inherit no claim of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from auditor.model.page import Block, Element, Form, Page
from auditor.model.terms import FRAME_REGIONS, Device, Region, Seen
from auditor.visitor.exemplar import CONTENT, FLOATING, Exemplar, StatePart, lasting
from auditor.visitor.matching import ElementKey, element_key
from auditor.visitor.nodes import Move, Node, View
from auditor.visitor.written import Making as _Making
from auditor.visitor.written import Written
from auditor.visitor.written import making_of as _making

#: Regions that may be content of one page: breadcrumbs are a nav, related goods an aside.
_OWN = frozenset({Region.MAIN, Region.NAV, Region.ASIDE})

_Key = TypeVar("_Key", bound=tuple[object, ...])
_Float = tuple[ElementKey, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Inherited:
    """The view of a page as loaded, of the states that it inherits, and the moves between them."""

    views: Mapping[Node, View]
    moves: tuple[Move, ...]
    tried: frozenset[str]


class Inheritance:
    """Finds what any page inherits from exemplars of one device; of several that agree the one first by URL counts."""

    def __init__(self, exemplars: Sequence[Exemplar]) -> None:
        self._numbers = {e.sent.url: number for number, e in enumerate(sorted(exemplars, key=lambda e: e.sent.url))}
        self._by_block: dict[tuple[_Making, str], Exemplar] = {}
        self._by_block_and_template: dict[tuple[_Making, str, str], Exemplar] = {}
        self._by_template: dict[tuple[_Making, str], Exemplar] = {}
        self._parts: dict[tuple[_Making, str], list[tuple[Exemplar, StatePart]]] = defaultdict(list)
        self._tried: dict[tuple[_Making, str], set[str]] = defaultdict(set)
        self._sent_floats: dict[_Making, dict[_Float, Element]] = defaultdict(dict)
        self._marks: dict[_Making, tuple[frozenset[str], frozenset[str]]] = {}
        for exemplar in exemplars:
            marks = frozenset(exemplar.sent.marks)
            some, all_ = self._marks.get(_making(exemplar.sent), (marks, marks))
            self._marks[_making(exemplar.sent)] = (some | marks, all_ & marks)
        self._written = Written(exemplars)
        scripted = self._written.scripted
        for exemplar in sorted(exemplars, key=lambda e: e.sent.url):
            making, template = _making(exemplar.sent), exemplar.sent.template
            if (making, template) not in scripted:
                other = self._by_template.get((making, template))
                self._by_template[making, template] = exemplar if other is None else _floating(other, exemplar)
            for element in exemplar.floats:
                if element_key(element) in exemplar.sent_floats:
                    self._sent_floats[making].setdefault(_float_key(element), element)
            for part in exemplar.states:
                self._parts[making, part.carrier].append((exemplar, part))
            for carrier, labels in exemplar.tried.items():
                self._tried[making, template if carrier == CONTENT else carrier].update(labels)
            for index, block in enumerate(exemplar.sent.blocks):
                if index == 0 and (making, template) in scripted:
                    continue
                _agree(self._by_block, (making, block.digest), exemplar, block.digest)
                _agree(self._by_block_and_template, (making, template, block.digest), exemplar, block.digest)

    def of(self, page: Page, device: Device) -> Inherited:
        """What a page that was not rendered inherits; without an exemplar it stays as sent."""
        some, all_ = self._marks.get(_making(page), (frozenset(), frozenset()))
        if not all_ <= frozenset(page.marks) <= some:
            return Inherited({Node(page.url): View(page, Seen.STATIC)}, (), frozenset())
        template, sources = self._template(page), self._sources(page)
        if not sources and template is None and _making(page) not in self._sent_floats:
            return Inherited({Node(page.url): View(page, Seen.STATIC)}, (), frozenset())
        framed = all(index in sources for index, block in enumerate(page.blocks) if block.region not in _OWN)
        seen = Seen.INHERITED if (template is not None and framed) or 0 in sources else Seen.STATIC
        loaded = self._loaded(page, device, sources, template)
        return self._with_states(page, View(loaded, seen), device)

    def states_of(self, page: Page, rendered: Page) -> Inherited:
        """What a rendered page inherits of controls that were pressed on another page; `page` is it as sent."""
        return self._with_states(page, View(rendered, Seen.RENDERED), rendered.device)

    def _with_states(self, page: Page, view: View, device: Device) -> Inherited:
        """A view with the states whose control stands in a block of the page, or floats over it too."""
        making, views = _making(page), {Node(page.url): view}
        floating = {element_key(e) for e in view.page.elements if e.region is Region.FLOATING and e.visible}
        moves: list[Move] = []
        tried = set(self._tried.get((making, page.template), ()))
        for carrier in (*(block.digest for block in page.blocks), FLOATING):
            tried |= self._tried.get((making, carrier), set())
            for exemplar, part in self._parts.get((making, carrier), ()):
                present = carrier != FLOATING or part.before or element_key(part.trigger) in floating
                if present and Node(page.url, part.before) in views and Node(page.url, part.after) not in views:
                    self._enter(exemplar, part, view.page, device, views, moves)
        return Inherited(views, tuple(moves), frozenset(tried))

    def _template(self, page: Page) -> Exemplar | None:
        return self._by_template.get((_making(page), page.template)) if page.template else None

    def _sources(self, page: Page) -> dict[int, Exemplar]:
        """The exemplar of each block of a page that has one."""
        making = _making(page)
        counts: dict[int, int] = defaultdict(int)
        for element in page.elements:
            counts[element.block] += 1
        sources: dict[int, Exemplar] = {}
        for index, block in enumerate(page.blocks):
            found = self._by_block_and_template.get((making, page.template, block.digest)) or self._by_block.get(
                (making, block.digest)
            )
            if found is not None and len(found.elements[block.digest]) == counts[index]:
                sources[index] = found
        return sources

    def _loaded(self, page: Page, device: Device, sources: Mapping[int, Exemplar], template: Exemplar | None) -> Page:
        """The page as loaded: inherited blocks as rendered, floating elements that scripts make, the rest as sent."""
        looks = {index: iter(e.elements[page.blocks[index].digest]) for index, e in sources.items()}
        elements = [_seen(e, next(looks[e.block])) if e.block in looks else e for e in page.elements]
        form_looks = {index: iter(e.forms[page.blocks[index].digest]) for index, e in sources.items()}
        forms = [_seen_form(f, next(form_looks[f.block], None)) if f.block in form_looks else f for f in page.forms]
        blocks = [
            replace(block, digest=self._digest(block.digest, device, sources[index])) if index in sources else block
            for index, block in enumerate(page.blocks)
        ]
        sent = self._sent_floats.get(_making(page))
        if sent:
            elements = [_seen(e, sent.get(_float_key(e))) if e.block == 0 else e for e in elements]
        if template is not None:
            made = [e for e in template.floats if element_key(e) not in template.sent_floats]
            made += self._written_on(page, template)
            elements.extend(self._adopted(made, template.rendered, blocks, device, template, ""))
        giver = template or (sources[min(sources)] if sources else None)
        return replace(
            page,
            device=device,
            elements=tuple(elements),
            forms=tuple(forms),
            blocks=tuple(blocks),
            viewport=giver.rendered.viewport if giver else page.viewport,
            # What the server sent is not all that a page weighs; pages of one making weigh alike.
            weight=max(page.weight, giver.rendered.weight if giver else 0),
        )

    def _written_on(self, page: Page, template: Exemplar) -> Iterator[Element]:
        """What scripts write into the frame of every page of a template, where the page was not sent with it."""
        everywhere = self._written.on_all((_making(page), page.template))
        own = {element_key(element) for element in page.elements}
        shown = {element_key(e): e for e in template.rendered.elements if e.region in FRAME_REGIONS and e.visible}
        return (lasting(e) for key, e in shown.items() if key in everywhere and key not in own)

    def _digest(self, digest: str, device: Device, exemplar: Exemplar, state: str = "") -> str:
        return f"{digest}@{device}{self._numbers[exemplar.sent.url]}{state}"

    def _adopted(
        self,
        elements: Sequence[Element],
        origin: Page,
        blocks: list[Block],
        device: Device,
        exemplar: Exemplar,
        state: str,
    ) -> Iterator[Element]:
        """Elements of an exemplar on another page; their blocks are added to `blocks`."""
        added: dict[int, int] = {}
        for element in elements:
            if element.block not in added:
                block = origin.blocks[element.block]
                added[element.block] = len(blocks)
                blocks.append(replace(block, digest=self._digest(block.digest, device, exemplar, f"+{state}")))
            yield replace(element, block=added[element.block])

    def _enter(
        self,
        exemplar: Exemplar,
        part: StatePart,
        loaded: Page,
        device: Device,
        views: dict[Node, View],
        moves: list[Move],
    ) -> None:
        source, target = Node(loaded.url, part.before), Node(loaded.url, part.after)
        blocks: list[Block] = list(loaded.blocks[:1])
        elements = tuple(self._adopted(part.elements, part.page, blocks, device, exemplar, part.after))
        forms = tuple(self._adopted_forms(part, blocks, device, exemplar))
        page = replace(
            loaded, state=part.after, elements=elements, forms=forms, blocks=tuple(blocks), frames=part.page.frames
        )
        views[target] = View(page, Seen.INHERITED)
        moves.append(Move(source, target, part.action, part.trigger.selector, part.trigger.name, part.trigger))

    def _adopted_forms(
        self, part: StatePart, blocks: list[Block], device: Device, exemplar: Exemplar
    ) -> Iterator[Form]:
        for form in part.forms:
            origin = part.page.blocks[form.block]
            digest = self._digest(origin.digest, device, exemplar, f"+{part.after}")
            at = next((index for index, block in enumerate(blocks) if block.digest == digest), len(blocks))
            if at == len(blocks):
                blocks.append(replace(origin, digest=digest))
            yield replace(form, block=at)


def _agree(known: dict[_Key, Exemplar], key: _Key, exemplar: Exemplar, digest: str) -> None:
    """Enter an exemplar of a block, or take from the first one what this one shows otherwise."""
    first = known.get(key)
    if first is None:
        known[key] = exemplar
        return
    ours, theirs = first.elements[digest], exemplar.elements[digest]
    if len(ours) == len(theirs) and any(map(_differ, ours, theirs)):
        agreed = tuple(None if _differ(one, other) else one for one, other in zip(ours, theirs, strict=True))
        known[key] = replace(first, elements={**first.elements, digest: agreed})


def _differ(one: Element | None, other: Element | None) -> bool:
    return (one.visible if one else None) is not (other.visible if other else None)


def _floating(first: Exemplar, other: Exemplar) -> Exemplar:
    """The first exemplar of a template, with no claim that what floats on it alone shows on other pages too."""
    there = {element_key(element) for element in other.floats}
    floats = tuple(e if element_key(e) in there else replace(e, visible=None) for e in first.floats)
    return replace(first, floats=floats) if floats != first.floats else first


def _float_key(element: Element) -> _Float:
    """What makes a floating element that was sent the same on pages of one making: it, its classes and its id."""
    return element_key(element), element.attributes


def _seen(element: Element, look: Element | None) -> Element:
    """An element as sent with what rendering showed; written out, as this runs for each element of each page."""
    if look is None:
        return element
    return Element(
        element.kind,
        element.name,
        element.text,
        element.href,
        look.region,
        element.selector,
        element.block,
        element.heading,
        look.visible,
        look.box,
        look.sticky,
        look.revealed_by,
        element.attributes,
    )


def _seen_form(form: Form, look: Form | None) -> Form:
    if look is None:
        return form
    fields = tuple(replace(own, visible=other.visible) for own, other in zip(form.fields, look.fields, strict=True))
    return replace(form, fields=fields, visible=look.visible, revealed_by=look.revealed_by)
