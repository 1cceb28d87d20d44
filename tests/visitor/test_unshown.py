"""Contact options that stand hidden in a page and that nothing was seen to show."""

from dataclasses import replace

import pytest

from auditor.model.page import Box, Element, Page
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, ElementKind, Region, Seen
from auditor.visitor.nodes import Node, View, Views
from auditor.visitor.unshown import REASON, TURNS, with_unshown

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


def turning(here: str, visible: bool = True, mobile: tuple[Sighting, ...] = ()) -> tuple[Sighting, ...]:
    """The sightings of the mobile page with a text at the place where the desktop shows an address."""
    sightings = {Device.MOBILE: {PAGE: mobile}, Device.DESKTOP: {PAGE: (replace(EMAIL, visible=True),)}}
    text = Element(ElementKind.TEXT, "", here, "", Region.HEADER, EMAIL.selector, 0, visible=visible)
    page = Page(PAGE.url, PAGE.url, 200, Device.MOBILE, "", "", "en", (text,), (), (), "t")
    views = {device: Views(device, {PAGE: View(page, Seen.RENDERED)}, (), {}) for device in sightings}
    return tuple(with_unshown(sightings, views)[Device.MOBILE][PAGE])


def test_a_place_that_reads_otherwise_may_show_the_same_in_a_moment() -> None:
    (changed,) = turning("Free delivery")
    assert (changed.value, changed.status, changed.status_reason) == (EMAIL.value, ContactStatus.CANNOT_TELL, TURNS)


def test_a_place_that_is_empty_or_hidden_or_reads_the_same_tells_nothing() -> None:
    assert turning("") == ()
    assert turning("Free delivery", visible=False) == ()
    assert turning("info@shop.test  and more") == ()


def test_what_stands_elsewhere_on_the_page_needs_no_turn() -> None:
    found = replace(EMAIL, selector="footer > p", visible=True)
    assert turning("Free delivery", mobile=(found,)) == (found,)
