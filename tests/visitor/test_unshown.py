"""Contact options that stand hidden in a page and that nothing was seen to show."""

from dataclasses import replace

import pytest

from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, Region
from auditor.visitor.nodes import Node
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


def told(here: Sighting, there: Sighting | None = None, at: Node = PAGE) -> Sighting:
    """What becomes of a sighting on mobile when `there` is what the desktop shows at a node."""
    sightings = {Device.MOBILE: {PAGE: (here,)}, Device.DESKTOP: {at: (there,) if there else ()}}
    return with_unshown(sightings)[Device.MOBILE][PAGE][0]


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


def test_what_another_page_shows_says_nothing_of_this_one() -> None:
    other = replace(EMAIL, visible=True)
    assert told(EMAIL, other, Node("https://shop.test/xiaomi")).status is ContactStatus.CANNOT_TELL
