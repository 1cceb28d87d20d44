"""Replay: what is seen when the way of a journey is walked again, step by step."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.journey import Journey, Step


class Sight(StrEnum):
    """What came of a step, or was seen at the end."""

    OPENED = "opened"
    CHANGED = "changed"
    FAILED = "failed"
    THERE = "there"
    OTHER = "other"
    MISSING = "missing"
    LOST = "lost"


class Result(StrEnum):
    """Whether a way still works, no longer does, or could not be walked to tell."""

    WORKS = "works"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing seen on a journey: at which step (from 1; one more than there are steps is the end), where, and what.

    `step` is None at the end. `reason` says why a step failed or a page was lost. `again` is whether the way was
    begun once more just before.
    """

    journey: Journey
    number: int
    step: Step | None
    sight: Sight
    place: str = ""
    reason: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Replayed:
    """How the way of a journey ended, and the last thing that was seen on it."""

    result: Result
    last: Seen


#: What is told while ways are walked: which is begun, what is seen on it, how it ended.
Event = Journey | Seen | Replayed
