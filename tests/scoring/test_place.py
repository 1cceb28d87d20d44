"""A fingerprint stays while the problem stays, on whatever host."""

import pytest

from auditor.model.terms import Channel, Device, Stage
from auditor.scoring.place import fingerprint, place_of
from tests.scoring.build import option


@pytest.mark.parametrize(
    ("channel", "value", "place"),
    [
        (Channel.PHONE, "+443069990143", "+443069990143"),
        (Channel.EMAIL, "Service@staging.shop.example", "service"),
        (Channel.FORM, "https://staging.shop.example/contact?x=1", "/contact"),
        (Channel.FORM, "http://127.0.0.1:8080", "/"),
        (Channel.CHAT, "Intercom", "intercom"),
    ],
)
def test_place_holds_no_host(channel: Channel, value: str, place: str) -> None:
    assert place_of(option(channel, value)) == place


def test_fingerprint_tells_problems_apart() -> None:
    base = ("rule", Channel.PHONE, Stage.HOME, Device.MOBILE, "")
    others = [
        ("rules", Channel.PHONE, Stage.HOME, Device.MOBILE, ""),
        ("rule", Channel.EMAIL, Stage.HOME, Device.MOBILE, ""),
        ("rule", Channel.PHONE, Stage.HELP, Device.MOBILE, ""),
        ("rule", Channel.PHONE, Stage.HOME, Device.DESKTOP, ""),
        ("rule", Channel.PHONE, Stage.HOME, None, ""),
        ("rule", Channel.PHONE, Stage.HOME, Device.MOBILE, "footer"),
    ]
    assert len({fingerprint(*base), *(fingerprint(*other) for other in others)}) == 7


def test_fingerprint_is_fixed() -> None:
    assert fingerprint("phone-near-home", Channel.PHONE, Stage.HOME, Device.DESKTOP, "") == "208755eae703e25d"
