"""Signposting: whether the first page of a stage points the way to a channel, where, and how well."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from auditor.model.audit import Signpost
from auditor.model.page import Box, Element, Form, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import SCORED_CHANNELS, Channel, ContactStatus, Device, ElementKind, Region, Seen, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.controls import is_menu
from auditor.visitor.nodes import Node, View, Views
from auditor.visitor.scent import element_scent

#: A label points to a channel from this scent on: the bar of a first scan (docs/visitor-model.md).
BAR = 0.5
_PRESSED = (ElementKind.LINK, ElementKind.BUTTON)
MAX_LABEL = 80


@dataclass(frozen=True, slots=True)
class _Sign:
    """One candidate; `seen` is whether it was seen on the device, `above` whether it lies in the first viewport."""

    scent: float
    seen: bool
    above: bool | None
    region: Region
    label: str
    contrast: float | None = None
    font_px: float | None = None


def signposting(
    views: Views,
    starts: Mapping[Stage, str],
    sightings: Mapping[Node, Sequence[Sighting]],
    vocabulary: Vocabulary,
    country: str = "",
) -> tuple[Signpost, ...]:
    """One row for each stage and scored channel on the device of the views.

    `present` is None where the page was not seen in a browser. The option itself is the best signpost (scent 1). A
    control that showed the option when it was pressed is a signpost too, however little its label promises; the button
    of the menu is none.
    """
    return tuple(_rows(views, starts, sightings, vocabulary, country))


def _rows(
    views: Views,
    starts: Mapping[Stage, str],
    sightings: Mapping[Node, Sequence[Sighting]],
    vocabulary: Vocabulary,
    country: str,
) -> Iterator[Signpost]:
    for stage in Stage:
        node = Node(starts.get(stage, ""))
        view = views.views.get(node)
        if view is None:
            continue
        controls = [e for e in view.page.elements if e.kind in _PRESSED and e.visible is not False]
        opened = list(_opened(views, node, sightings))
        for channel in SCORED_CHANNELS:
            signs = [
                *_options(view.page, sightings.get(node, ()), channel, views.device),
                *_labels(view.page, controls, channel, vocabulary, country),
                *_openers(view.page, opened, channel, vocabulary, country),
            ]
            yield _row(stage, views.device, channel, view, signs)


def _row(stage: Stage, device: Device, channel: Channel, view: View, signs: list[_Sign]) -> Signpost:
    seen = [sign for sign in signs if sign.seen]
    best = max(seen or signs, key=lambda sign: (sign.scent, sign.above is True), default=None)
    static = view.seen is Seen.STATIC
    return Signpost(
        stage=stage,
        device=device,
        channel=channel,
        present=True if seen else (None if static or signs else False),
        region=best.region if best else None,
        above_fold=best.above if best else None,
        label=best.label if best else "",
        scent=round(best.scent, 2) if best else None,
        contrast=best.contrast if best else None,
        font_px=best.font_px if best else None,
    )


def _options(page: Page, sightings: Sequence[Sighting], channel: Channel, device: Device) -> Iterator[_Sign]:
    """Options that stand on the page itself."""
    for sighting in sightings:
        if sighting.channel is channel and _stands(sighting, device):
            at = _place_of(page, sighting.selector)
            above = None if at is None else _above(at.box, page)
            letters = (at.contrast, at.font_px) if isinstance(at, Element) else (None, None)
            yield _Sign(1.0, sighting.visible is True, above, sighting.region, _short(sighting.display), *letters)


def _stands(sighting: Sighting, device: Device) -> bool:
    """Whether a contact option is there for who looks at the page."""
    reached = sighting.reached_touch if device is Device.MOBILE else sighting.reached
    return reached and sighting.visible is not False and sighting.status is ContactStatus.COUNTS


def _opened(
    views: Views, node: Node, sightings: Mapping[Node, Sequence[Sighting]]
) -> Iterator[tuple[Element, frozenset[Channel]]]:
    """The controls of a page that were pressed, each with the channels of which it showed an option that is new."""
    before = {(s.channel, s.value) for s in sightings.get(node, ()) if _stands(s, views.device)}
    for move in views.moves:
        stays = move.source == node and move.target.url == node.url and move.target.state
        if not stays or move.element is None or not move.element.visible or is_menu(move.element):
            continue
        shown = (s for s in sightings.get(move.target, ()) if _stands(s, views.device))
        yield move.element, frozenset(s.channel for s in shown if (s.channel, s.value) not in before)


def _place_of(page: Page, selector: str) -> Element | Form | None:
    places: Iterable[Element | Form] = chain(page.elements, page.forms)
    return next((at for at in places if at.selector == selector), None)


def _labels(
    page: Page, controls: Sequence[Element], channel: Channel, vocabulary: Vocabulary, country: str
) -> Iterator[_Sign]:
    for element in controls:
        scent = element_scent(element, vocabulary, country, channel)
        if scent >= BAR:
            yield _sign(scent, element, page, seen=element.visible is True)


def _openers(
    page: Page,
    opened: Sequence[tuple[Element, frozenset[Channel]]],
    channel: Channel,
    vocabulary: Vocabulary,
    country: str,
) -> Iterator[_Sign]:
    for element, channels in opened:
        if channel in channels:
            scent = element_scent(element, vocabulary, country, channel)
            yield _sign(scent, element, page, seen=True)


def _sign(scent: float, element: Element, page: Page, *, seen: bool) -> _Sign:
    above = _above(element.box, page)
    return _Sign(scent, seen, above, element.region, _label(element), element.contrast, element.font_px)


def _above(box: Box | None, page: Page) -> bool | None:
    """Whether a box lies within the first viewport; None when that is not known."""
    if box is None or page.viewport[1] == 0:
        return None
    return box.y >= 0 and box.y + box.height <= page.viewport[1]


def _label(element: Element) -> str:
    return _short(element.name or element.text or element.attribute("title"))


def _short(label: str) -> str:
    text = " ".join(label.split())
    return text if len(text) <= MAX_LABEL else f"{text[: MAX_LABEL - 1].rstrip()}…"
