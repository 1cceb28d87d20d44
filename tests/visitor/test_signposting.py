"""Whether the first page of a stage points the way, where, and how well."""

from typing import Any

import pytest

from auditor.model.page import Box
from auditor.model.terms import Channel, Region, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.signposting import signposting


def row(site: Any, channel: Channel = Channel.PHONE) -> Any:
    starts = {Stage.HOME: site.url("")}
    rows = signposting(site.views(), starts, site.sightings, Vocabulary.load(()))
    return next(each for each in rows if each.channel is channel)


def test_a_contact_link_in_the_header_points_to_every_channel(site: Any) -> None:
    site.show("", site.link("Contact us", "contact", region=Region.HEADER))
    for channel in (Channel.PHONE, Channel.CHAT):
        found = row(site, channel)
        assert (found.present, found.region, found.above_fold) == (True, Region.HEADER, True)
        assert (found.label, found.scent) == ("Contact us", 0.9)


def test_the_option_itself_is_the_best_signpost(site: Any) -> None:
    site.show("", site.link("Contact us", "contact"), site.text("020 7946 0000", box=Box(0, 3000, 100, 20)))
    site.sight("")
    found = row(site)
    assert (found.label, found.scent, found.above_fold) == ("020 7946 0000", 1.0, False)


def test_the_letters_of_the_label_stand_beside_it(site: Any) -> None:
    site.show("", site.link("Contact us", "contact", contrast=2.5, font_px=11.0))
    found = row(site)
    assert (found.contrast, found.font_px) == (2.5, 11.0)


@pytest.mark.parametrize("name", ["Shoes", "Contact lenses", "Privacy"])
def test_other_links_point_nowhere(site: Any, name: str) -> None:
    site.show("", site.link(name, "x"))
    found = row(site)
    assert (found.present, found.region, found.scent) == (False, None, None)


def test_a_hidden_link_is_no_signpost(site: Any) -> None:
    site.show("", site.link("Contact us", "contact", visible=False))
    assert row(site).present is False


def test_without_a_browser_presence_is_not_known(site: Any) -> None:
    site.send("", site.link("Contact us", "contact"))
    found = row(site)
    assert (found.present, found.above_fold, found.label) == (None, None, "Contact us")


def test_stages_without_a_page_have_no_rows(site: Any) -> None:
    site.show("")
    starts = {Stage.HOME: site.url(""), Stage.CART: site.url("cart")}
    rows = signposting(site.views(), starts, {}, Vocabulary.load(()))
    assert {each.stage for each in rows} == {Stage.HOME}


@pytest.mark.parametrize(
    ("name", "present", "scent"), [("Need a hand?", True, 0.05), ("Call us", True, 1.0), ("Menu", False, None)]
)
def test_a_control_that_showed_contact_when_pressed_points_to_it(
    site: Any, name: str, present: bool, scent: float | None
) -> None:
    button = site.button(name, region=Region.HEADER)
    site.show("", button)
    site.show("", button, site.text("020 7946 0000"), state="s1")
    site.press("", button.selector, name=name, state_after="s1")
    site.sight("", state="s1")
    found = row(site)
    assert (found.present, found.scent) == (present, scent)
    assert (found.region, found.label) == ((Region.HEADER, name) if present else (None, ""))


def test_a_control_points_to_nothing_that_stood_there_before_or_that_it_does_not_show(site: Any) -> None:
    button = site.button("Sizes", region=Region.HEADER)
    site.show("", button, site.text("020 7946 0000", box=Box(0, 3000, 100, 20)))
    site.show("", button, state="s1")
    site.press("", button.selector, name="Sizes", state_after="s1")
    site.sight("")
    site.sight("", state="s1")
    assert (row(site).label, row(site, Channel.CHAT).present) == ("020 7946 0000", False)
