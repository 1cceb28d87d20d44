"""Which hosts belong to a site."""

import pytest

from spiders.browser.outsiders import Own

OWN = Own.of(("https://www.lamps-and-more.com/", "https://shop.lamps-group.co.uk/en/"), ("staging.test",))


@pytest.mark.parametrize(
    "host",
    [
        "www.lamps-and-more.com",
        "lamps-and-more.com",
        "cdn.lamps-group.co.uk",
        "STAGING.test",
        "lampsandmore.zendesk.com",
    ],
)
def test_hosts_of_the_site_those_that_were_named_and_its_help_desk_are_its_own(host: str) -> None:
    assert OWN.has(host)


@pytest.mark.parametrize(
    "host", ["chat.vendor.test", "other.co.uk", "co.uk", "lamps-and-more.com.evil.test", "shades.zendesk.com", ""]
)
def test_all_others_are_outsiders(host: str) -> None:
    assert not OWN.has(host)


def test_an_address_is_its_own() -> None:
    own = Own.of(("http://127.0.0.1:8000/", ""))
    assert (own.has("127.0.0.1"), own.has("127.0.0.2"), own.has("")) == (True, False, False)
