"""Seconds by phase, for the block `volatile` of the document and for nothing else."""

import time


class Clock:
    """Counts from `begun` (of `time.perf_counter`), or from now on; `phases` are seconds by phase."""

    def __init__(self, begun: float | None = None) -> None:
        self._last = time.perf_counter()
        self._begun = self._last if begun is None else begun
        self.phases: dict[str, float] = {}

    def stop(self, phase: str) -> None:
        """Count what went by since the last call for a phase."""
        now = time.perf_counter()
        self.phases[phase] = round(self.phases.get(phase, 0.0) + now - self._last, 3)
        self._last = now

    def seconds(self) -> float:
        """Seconds since the begin."""
        return round(time.perf_counter() - self._begun, 3)
