"""Seconds by phase."""

from auditor.clock import Clock


def test_phases_stand_in_the_order_in_which_they_first_ended_and_add_up() -> None:
    clock = Clock()
    for phase in ("walk", "detect", "walk"):
        clock.stop(phase)
    assert list(clock.phases) == ["walk", "detect"]
    # Each phase is rounded to a millisecond.
    assert 0 <= sum(clock.phases.values()) <= clock.seconds() + 0.003


def test_what_went_before_counts_for_the_whole_and_for_no_phase() -> None:
    clock = Clock(begun=Clock()._begun - 60)
    clock.stop("read")
    assert clock.phases["read"] < 60 <= clock.seconds()
