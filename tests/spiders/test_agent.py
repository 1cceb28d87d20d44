from auditor.model.terms import Device
from auditor.version import __version__
from spiders.agent import agent


def test_every_device_ends_with_our_own_name_and_where_to_read_about_it() -> None:
    for device in Device:
        assert agent(device).endswith(f" Signpost/{__version__} (+https://github.com/signpost-audit/signpost)")


def test_only_the_phone_says_that_it_is_one() -> None:
    assert [device for device in Device if "Mobile" in agent(device)] == [Device.MOBILE]
