"""The budget of seconds: an end in sight for every phase."""

from collections.abc import Callable
from time import monotonic

#: Shares of the seconds after which a phase ends, so that those after it have their part.
CRAWL_SHARE = 0.55
RENDER_SHARE = 0.75
EXPLORE_SHARE = 0.88
#: The most of the seconds that may go into proving.
PROVE_SHARE = 0.25


class Budget:
    """`seconds` from now on; `spent` is set when a phase had to end early, and makes the result partial."""

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._start = clock()
        self._phases: dict[str, float] = {}
        self.spent = False

    def left(self, share: float = 1.0) -> float:
        """Seconds until a share of the budget is used up, 0 when it is."""
        return max(0.0, self._seconds * share - (self._clock() - self._start))

    def part(self, phase: str, share: float) -> float:
        """Seconds that a phase may still take when it may take a share of all in all; no more than are left."""
        return max(0.0, min(self.left(), self._seconds * share - self._phases.get(phase, 0.0)))

    def charge(self, phase: str, since: float) -> None:
        """Count the time from `since` (of `now`) for a phase."""
        self._phases[phase] = self._phases.get(phase, 0.0) + self._clock() - since

    def now(self) -> float:
        """The clock, for `charge`."""
        return self._clock()

    def phases(self) -> dict[str, float]:
        """Seconds by phase, in milliseconds' precision."""
        return {phase: round(seconds, 3) for phase, seconds in sorted(self._phases.items())}
