"""The budget of seconds."""

from spiders.budget import Budget


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_shares_of_the_seconds_end_one_after_the_other() -> None:
    clock = Clock()
    budget = Budget(10.0, clock)
    clock.now += 6.0
    assert (budget.left(0.5), budget.left(0.8), budget.left()) == (0.0, 2.0, 4.0)


def test_phases_add_up() -> None:
    clock = Clock()
    budget = Budget(10.0, clock)
    for _ in range(2):
        since = budget.now()
        clock.now += 1.5
        budget.charge("fetch", since)
    assert budget.phases() == {"fetch": 3.0}


def test_a_phase_may_take_a_part_of_all_seconds_in_several_goes() -> None:
    clock = Clock()
    budget = Budget(100.0, clock)
    assert budget.part("prove", 0.25) == 25.0
    since = budget.now()
    clock.now += 20.0
    budget.charge("prove", since)
    assert budget.part("prove", 0.25) == 5.0
    clock.now += 77.0
    assert budget.part("prove", 0.25) == 3.0
    since = budget.now()
    clock.now += 10.0
    budget.charge("prove", since)
    assert budget.part("prove", 0.25) == 0.0
