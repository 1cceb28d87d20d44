"""Part: one line of the sum that makes a score, and how lines are added up."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.scoring.weights import Category


@dataclass(frozen=True, slots=True)
class Worth:
    """A worth from 0 to 1: `value` as seen, `known` the share of it that was seen, between `low` and `high`.

    `low` takes what was not seen as bad as can be, `high` as good as can be.
    """

    value: float
    known: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Part:
    """One line: `label` says what it is about, such as `returns on mobile`; `weight` counts within its category."""

    category: Category
    label: str
    weight: float
    worth: Worth


def seen(value: float) -> Worth:
    """A worth that is wholly known."""
    return Worth(value, 1.0, value, value)


def unseen(high: float = 1.0) -> Worth:
    """A worth of which nothing is known but that it is at most `high`."""
    return Worth(0.0, 0.0, 0.0, high)


def mean(lines: Iterable[tuple[float, Worth]]) -> Worth:
    """The weighted mean: each value counts by its weight and by how much of it was seen.

    The value never leaves [low, high]: it is at least what would be left if all that was not seen were bad.
    """
    items = [(weight, worth) for weight, worth in lines if weight > 0]
    total = sum(weight for weight, _ in items)
    if not items:
        return unseen()
    weighed = sum(weight * worth.known for weight, worth in items)
    low = sum(weight * worth.low for weight, worth in items) / total
    high = sum(weight * worth.high for weight, worth in items) / total
    if weighed == 0:
        return Worth(0.0, 0.0, low, high)
    value = sum(weight * worth.known * worth.value for weight, worth in items) / weighed
    return Worth(min(max(value, low), high), weighed / total, low, high)
