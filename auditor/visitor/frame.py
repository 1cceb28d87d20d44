"""The frame of a site without landmarks: its header and footer, judged from repetition and position."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from auditor.model.page import Form, Page
from auditor.model.terms import ElementKind, Region, Seen
from auditor.visitor.matching import ElementKey, element_key
from auditor.visitor.nodes import Node, View, Views

#: Rendered pages that tell anything by what they share, and the share of them on which a part of the frame stands.
LEAST_PAGES, LEAST_SHARE = 3, 0.6
#: A frame has so many links or buttons at least.
LEAST_CONTROLS = 2
#: A header ends within so many screens; a page that is little else than what all pages have tells nothing.
HEADER_SCREENS, MOST_OF_PAGE = 0.6, 0.7
_CONTROLS = (ElementKind.LINK, ElementKind.BUTTON)
_OPEN = (Region.MAIN, Region.ASIDE)


@dataclass(frozen=True, slots=True)
class _Run:
    """The elements of a page from `start` to before `end`, and the top and bottom edge of those that are seen."""

    start: int
    end: int
    top: float
    bottom: float


def with_frame(views: Views) -> Views:
    """The views with the regions of header and footer told where no page of the site marks its own.

    What most pages begin with, in the first screen, is the header; what most of them end with is the footer.
    """
    loaded = {node: v for node, v in views.views.items() if not node.state and v.page.status < 400}
    rendered = [view.page for view in loaded.values() if view.seen is Seen.RENDERED]
    lacking = [region for region in (Region.HEADER, Region.FOOTER) if not _marks(rendered, region)]
    if len(rendered) < LEAST_PAGES or not lacking:
        return views
    counts = Counter(key for page in rendered for key in {element_key(e) for e in page.elements if e.visible})
    shared = frozenset(key for key, count in counts.items() if count >= LEAST_SHARE * len(rendered))
    found = dict(views.views)
    for region in lacking:
        run_of = _beginning if region is Region.HEADER else _end
        keys = _keys(rendered, shared, run_of)
        if keys:
            found = {node: _told(node, view, region, shared, keys, run_of) for node, view in found.items()}
    return replace(views, views=found)


def _marks(pages: Sequence[Page], region: Region) -> bool:
    """Whether the pages tell such a part themselves."""
    return any(element.region is region for page in pages for element in page.elements)


def _keys(
    pages: Sequence[Page], shared: frozenset[ElementKey], run_of: Callable[[Page, frozenset[ElementKey]], _Run | None]
) -> frozenset[ElementKey]:
    """What the part holds on any page that shows it."""
    keys: set[ElementKey] = set()
    for page in pages:
        run = run_of(page, shared)
        if run is not None:
            keys.update(element_key(e) for e in page.elements[run.start : run.end] if element_key(e) in shared)
    return frozenset(keys)


def _told(
    node: Node,
    view: View,
    region: Region,
    shared: frozenset[ElementKey],
    keys: frozenset[ElementKey],
    run_of: Callable[[Page, frozenset[ElementKey]], _Run | None],
) -> View:
    page = view.page
    run = run_of(page, shared) if view.seen is Seen.RENDERED and not node.state else None
    within = range(0) if run is None else range(run.start, run.end)
    elements = tuple(
        replace(e, region=region) if e.region in _OPEN and (n in within or element_key(e) in keys) else e
        for n, e in enumerate(page.elements)
    )
    forms = tuple(replace(f, region=region) if run is not None and _lies_in(f, run) else f for f in page.forms)
    return replace(view, page=replace(page, elements=elements, forms=forms))


def _lies_in(form: Form, run: _Run) -> bool:
    return form.region in _OPEN and form.box is not None and run.top <= form.box.y < run.bottom


def _beginning(page: Page, shared: frozenset[ElementKey]) -> _Run | None:
    """What a page begins with that others have too, as far as it lies in the first screen."""
    end = 0
    for number, element in enumerate(page.elements):
        if not element.visible:
            continue
        low = element.box is not None and element.box.y > HEADER_SCREENS * page.viewport[1]
        if element_key(element) not in shared or low:
            break
        end = number + 1
    return _run(page, 0, end)


def _end(page: Page, shared: frozenset[ElementKey]) -> _Run | None:
    """What a page ends with that others have too."""
    start = len(page.elements)
    for number in range(len(page.elements) - 1, -1, -1):
        element = page.elements[number]
        if element.visible and element_key(element) not in shared:
            break
        start = number
    return _run(page, start, len(page.elements))


def _run(page: Page, start: int, end: int) -> _Run | None:
    seen = [element for element in page.elements[start:end] if element.visible]
    every = sum(1 for element in page.elements if element.visible)
    controls = sum(1 for element in seen if element.kind in _CONTROLS)
    if controls < LEAST_CONTROLS or len(seen) > MOST_OF_PAGE * every:
        return None
    boxes = [element.box for element in seen if element.box is not None]
    tops, bottoms = [box.y for box in boxes], [box.y + box.height for box in boxes]
    return _Run(start, end, min(tops, default=0.0), max(bottoms, default=0.0))
