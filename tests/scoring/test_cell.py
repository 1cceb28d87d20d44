"""A cell mixes the spoken and the written way; missing stages count only when they may have been missed."""

import pytest

from auditor.model.terms import SCORED_CHANNELS, CaptureStatus, Channel, Stage
from auditor.scoring.cell import cell_worth, cells
from auditor.scoring.part import Worth, unseen
from auditor.scoring.part import seen as known
from auditor.scoring.weights import load_weights
from tests.scoring.build import seen, way

_C = Channel


def _cell(worths: dict[Channel, Worth]) -> Worth:
    return cell_worth({channel: worths.get(channel, known(0.0)) for channel in SCORED_CHANNELS}, load_weights())


@pytest.mark.parametrize(
    ("worths", "value"),
    [
        ({}, 0.0),
        ({_C.PHONE: known(1.0)}, 0.6),
        ({_C.PHONE: known(1.0), _C.EMAIL: known(1.0)}, 1.0),
        ({_C.PHONE: known(1.0), _C.EMAIL: known(1.0), _C.CHAT: known(0.7)}, 1.0),
        ({_C.EMAIL: known(1.0), _C.FORM: known(0.7), _C.CHAT: known(0.7)}, 0.6),
        ({_C.PHONE: known(0.5), _C.EMAIL: known(1.0)}, 0.8),
    ],
)
def test_full_marks_need_one_spoken_and_one_written_way(worths: dict[Channel, Worth], value: float) -> None:
    assert _cell(worths).value == pytest.approx(value)


def test_a_kind_that_was_not_seen_is_left_out() -> None:
    found = _cell({_C.PHONE: unseen(), _C.CALLBACK: unseen(0.75), _C.EMAIL: known(0.8)})
    assert found.value == pytest.approx(0.8)
    assert (found.known, found.low, found.high) == pytest.approx((0.5, 0.48, 0.6 + 0.4 * 0.8))


def test_a_whole_capture_has_the_stages_that_it_has() -> None:
    found = cells(seen(way(), way(stage=Stage.HELP)), load_weights())
    assert {stage for stage, _, _ in found} == {Stage.HOME, Stage.HELP}


def test_a_partial_capture_of_a_shop_may_have_missed_stages() -> None:
    evidence = seen(way(), way(stage=Stage.PRODUCT), status=CaptureStatus.PARTIAL)
    found = {stage for stage, _, _ in cells(evidence, load_weights())}
    assert {Stage.CHECKOUT, Stage.RETURNS, Stage.CONTACT} <= found


def test_a_device_that_was_switched_off_has_no_cells() -> None:
    assert {device for _, device, _ in cells(seen(way()), load_weights())} == {way().device}
