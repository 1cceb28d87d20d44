"""What the sightings at the end of a way say of it; what records say is tested with the proofs."""

import pytest

from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, ContactStatus, Device, Gate, Region
from auditor.walked import End, end_of

NUMBER, OTHER = "+442071234567", "+442079999999"


def sighted(value: str = NUMBER, **more: object) -> Sighting:
    fields: dict[str, object] = {"channel": Channel.PHONE, "status": ContactStatus.COUNTS, "visible": True, **more}
    return Sighting(value=value, display=value, selector="p", text="", region=Region.MAIN, block=0, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "end"),
    [
        ([sighted()], End.HELD),
        ([sighted(OTHER), sighted()], End.HELD),
        ([sighted(OTHER)], End.OTHER),
        ([], End.DEAD),
        ([sighted(visible=False)], End.DEAD),
        ([sighted(visible=None)], End.DEAD),
        ([sighted(status=ContactStatus.CANNOT_TELL)], End.DEAD),
        ([sighted(gates=(Gate.LOGIN,))], End.DEAD),
        ([sighted(channel=Channel.EMAIL)], End.DEAD),
        ([sighted(reached=False)], End.DEAD),
    ],
)
def test_a_way_ends_where_its_option_can_be_seen_and_reached(found: list[Sighting], end: End) -> None:
    assert end_of(found, Channel.PHONE, NUMBER, Device.DESKTOP) is end


def test_what_is_reached_depends_on_the_device() -> None:
    dial = sighted(reached=False, reached_touch=True)
    assert end_of([dial], Channel.PHONE, NUMBER, Device.MOBILE) is End.HELD


def test_of_an_option_without_a_value_any_will_do() -> None:
    assert end_of([sighted(OTHER)], Channel.PHONE, None, Device.DESKTOP) is End.HELD
