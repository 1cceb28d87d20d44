"""A sighting claims no more than was seen."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from auditor.model.contact import ContactOption
from auditor.model.sighting import Sighting, SiteContext
from auditor.model.terms import Channel, ContactStatus, Human, Price, Purpose, Region

SEEN = Sighting(Channel.PHONE, "+49301", "030 1", "p", "Tel. 030 1", Region.MAIN, 0, ContactStatus.COUNTS)
SITE = SiteContext("https://www.brand.de/", "brand.de")


def test_what_was_not_read_is_unknown() -> None:
    assert (SEEN.purpose, SEEN.price, SEEN.human) == (Purpose.UNKNOWN, Price.UNKNOWN, Human.UNKNOWN)
    assert (SEEN.visible, SEEN.gates, SEEN.hours, SEEN.vendor) == (None, (), "", "")
    assert (SITE.country, SITE.language, SITE.brand, SITE.hosts) == ("", "", "", ())


@pytest.mark.parametrize("noun", [SEEN, SITE], ids=["sighting", "site"])
def test_sightings_and_sites_are_values(noun: Sighting | SiteContext) -> None:
    assert len({noun, replace(noun)}) == 1
    for each in fields(noun):
        with pytest.raises(FrozenInstanceError):
            setattr(noun, each.name, None)


def test_what_a_sighting_says_of_an_option_has_a_place_in_the_option() -> None:
    about = {"selector", "text", "block", "visible", "revealed_by", "reached", "reached_touch"}
    assert {each.name for each in fields(Sighting)} - about <= set(ContactOption.model_fields)
