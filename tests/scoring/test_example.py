"""Examples link to what the site has."""

from typing import Any

import pytest

from auditor.model.contact import Place
from auditor.model.journey import Journey
from auditor.model.terms import Channel, Device, PageStatus, Stage
from auditor.scoring.example import filled
from auditor.scoring.observed import Observed
from tests.scoring.build import DESKTOP, MOBILE, option, page, seen, way

_PHONES = (Channel.PHONE,)
_ON_HOME = (Place(page="p-home", device=Device.DESKTOP),)
_PAGES = [page(Stage.HOME), page(Stage.CONTACT), page(Stage.LEGAL)]


def _ending(at: str) -> Journey:
    return way().model_copy(update={"end_page": at})


@pytest.mark.parametrize(
    ("evidence", "link"),
    [
        (seen(way(), options=[option()], pages=_PAGES), '<a href="/contact">Contact us</a>'),
        (
            seen(_ending("p-legal"), options=[option(seen=(Place(page="p-legal", device=DESKTOP),))], pages=_PAGES),
            '<a href="/legal">Contact us</a>',
        ),
        (
            seen(_ending("p-home"), options=[option(value="+4420", display="020 <1>", seen=_ON_HOME)], pages=_PAGES),
            '<a href="tel:+4420">020 &lt;1&gt;</a>',
        ),
        (seen(way(), options=[option(Channel.FORM)], pages=_PAGES[:1]), ""),
        (
            seen(way(), options=[option()], pages=[page(Stage.HOME), page(Stage.CONTACT, status=PageStatus.MISSING)]),
            '<a href="tel:+44 phone">phone</a>',
        ),
    ],
)
def test_a_link_leads_to_a_page_that_is_there_or_to_the_option(evidence: Observed, link: str) -> None:
    assert filled("{link}", evidence, _PHONES, DESKTOP) == link


def test_what_another_device_shows_is_no_example() -> None:
    evidence = seen(_ending("p-home"), options=[option(seen=_ON_HOME)], pages=_PAGES)
    assert filled("{link}", evidence, _PHONES, MOBILE) == ""
    assert filled("{link}", evidence, _PHONES, None) != ""


def test_a_page_of_another_host_is_named_in_full() -> None:
    desk: Any = page(Stage.CONTACT).model_copy(update={"url": "https://help.example/c?x=1&y=2"})
    evidence = seen(way(), options=[option()], pages=[page(Stage.HOME), desk])
    assert filled("{link}", evidence, _PHONES, None) == '<a href="https://help.example/c?x=1&amp;y=2">Contact us</a>'


def test_an_example_without_a_link_is_kept() -> None:
    assert filled("“Write to us.”", seen(), _PHONES, None) == "“Write to us.”"
