"""Contact options that stand hidden in a page and that nothing was seen to show."""

from dataclasses import replace

import pytest

from auditor.model.page import Box, Element, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, ElementKind, Region, Seen
from auditor.visitor.nodes import Node, View, Views
from auditor.visitor.unshown import REASON, with_unshown

PAGE = Node("https://shop.test/iphone")
EMAIL = Sighting(
    channel=Channel.EMAIL,
    value="info@shop.test",
    display="info@shop.test",
    selector="p",
    text="info@shop.test",
    region=Region.MAIN,
    block=0,
    status=ContactStatus.COUNTS,
    visible=False,
)


def told(here: Sighting, there: Sighting | None = None, at: Node = PAGE, box: Box | None = None) -> Sighting:
    """What becomes of a sighting on mobile, laid out in a box, when `there` is what the desktop shows at a node."""
    sightings = {Device.MOBILE: {PAGE: (here,)}, Device.DESKTOP: {at: (there,) if there else ()}}
    text = Element(ElementKind.TEXT, "", EMAIL.text, "", Region.MAIN, EMAIL.selector, 0, visible=False, box=box)
    page = Page(PAGE.url, PAGE.url, 200, Device.MOBILE, "", "", "en", (text,), (), (), "t")
    views = {device: Views(device, {PAGE: View(page, Seen.RENDERED)}, (), {}) for device in sightings}
    return with_unshown(sightings, views)[Device.MOBILE][PAGE][0]


def test_what_is_hidden_everywhere_cannot_be_told() -> None:
    changed = told(EMAIL, EMAIL)
    assert (changed.status, changed.status_reason) == (ContactStatus.CANNOT_TELL, REASON)
    assert told(EMAIL) == changed


@pytest.mark.parametrize(
    "here",
    [
        replace(EMAIL, visible=True),
        replace(EMAIL, visible=None),
        replace(EMAIL, revealed_by="button"),
        replace(EMAIL, status=ContactStatus.LISTED),
    ],
    ids=["shown", "not rendered", "shown by a control", "listed only"],
)
def test_all_else_stays_as_it_is(here: Sighting) -> None:
    assert told(here) == here


def test_a_page_may_show_on_one_device_what_it_hides_on_the_other() -> None:
    assert told(EMAIL, replace(EMAIL, visible=True)) == EMAIL


def test_what_is_only_folded_up_here_may_be_opened() -> None:
    changed = told(EMAIL, replace(EMAIL, visible=True), box=Box(0, 900, 390, 0))
    assert (changed.status, changed.status_reason) == (ContactStatus.CANNOT_TELL, REASON)


def test_what_another_page_shows_says_nothing_of_this_one() -> None:
    other = replace(EMAIL, visible=True)
    assert told(EMAIL, other, Node("https://shop.test/xiaomi")).status is ContactStatus.CANNOT_TELL
