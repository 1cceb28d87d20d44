"""What is told of a replay can be told apart."""

from auditor.model.replay import Result, Sight


def test_no_two_ends_are_called_alike() -> None:
    assert len(set(Sight)) == len(Sight)
    assert {*Result} == {Result.WORKS, Result.BROKEN, Result.UNKNOWN}
