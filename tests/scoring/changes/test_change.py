"""A scope reaches the places that failed and no others; every change keeps what is not known."""

import pytest
from pydantic import ValidationError

from auditor.model.terms import DEVICES, SCORED_CHANNELS, Channel, Device, Outcome, Stage
from auditor.scoring.changes import CHANGES, Scope
from auditor.scoring.changes.change import EVERYWHERE
from tests.scoring.build import seen, sign, way

NEEDED: dict[str, dict[str, object]] = {"state": {"what": "hours"}, "ungate": {"gates": ["login"]}}


@pytest.mark.parametrize(
    ("places", "stage", "device", "holds"),
    [
        ([(Stage.CART, Device.MOBILE)], Stage.CART, Device.MOBILE, True),
        ([(Stage.CART, Device.MOBILE)], Stage.CART, Device.DESKTOP, False),
        ([(Stage.CART, Device.MOBILE)], Stage.HOME, Device.MOBILE, False),
        ([(Stage.CART, None)], Stage.CART, Device.DESKTOP, True),
        ([(Stage.CART, None)], Stage.HOME, Device.DESKTOP, False),
        ([(None, Device.MOBILE)], Stage.HOME, Device.MOBILE, True),
        ([(None, Device.MOBILE)], Stage.HOME, Device.DESKTOP, False),
        ([(Stage.CART, Device.MOBILE), (Stage.HOME, Device.DESKTOP)], Stage.CART, Device.DESKTOP, False),
        ([(Stage.CART, Device.MOBILE), (Stage.HOME, Device.DESKTOP)], Stage.HOME, Device.DESKTOP, True),
        ([], Stage.HOME, Device.DESKTOP, False),
    ],
)
def test_a_scope_holds_where_stage_and_device_fit_in_one_place(
    places: list[tuple[Stage | None, Device | None]], stage: Stage, device: Device, holds: bool
) -> None:
    assert Scope(frozenset(places)).holds(stage, device) is holds


def test_everywhere_is_everywhere() -> None:
    assert all(EVERYWHERE.holds(stage, device) for stage in Stage for device in DEVICES)


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_a_change_is_about_all_channels_or_some_but_never_none(name: str) -> None:
    kind, given = CHANGES[name], NEEDED.get(name, {})
    some = kind.model_validate(given | {"channels": ["chat"]})
    assert (some.name, some.channels) == (name, (Channel.CHAT,))
    assert set(kind.model_validate(given).channels) <= set(SCORED_CHANNELS)
    for wrong in ([], ["pigeon"]):
        with pytest.raises(ValidationError, match="channels"):
            kind.model_validate(given | {"channels": wrong})


@pytest.mark.parametrize("name", sorted(CHANGES))
@pytest.mark.parametrize("outcome", [Outcome.CANNOT_TELL, Outcome.BLOCKED])
def test_no_change_tells_what_was_not_seen(name: str, outcome: Outcome) -> None:
    before = seen(way(outcome=outcome), way(Channel.EMAIL, 2), signs=[sign(present=None)])
    change = CHANGES[name].model_validate(NEEDED.get(name, {}) | {"channels": ["phone"]})
    after = change.apply(before, Scope(frozenset({(Stage.CART, Device.MOBILE)})))
    assert after.journeys == before.journeys
    assert after.signposts == before.signposts
