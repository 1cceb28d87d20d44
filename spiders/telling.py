"""Telling where the gathering stands: each line repeats what has not changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from auditor.model.progress import Phase, Progress


class Teller:
    """Keeps the last Progress and sends it on with what is new."""

    def __init__(self, send: Callable[[Progress], None]) -> None:
        self._send = send
        self._last = Progress("start")

    @property
    def phase(self) -> Phase:
        """The phase that was told last."""
        return self._last.phase

    def tell(self, phase: Phase, message: str = "", **changes: Any) -> None:
        """Send where it stands; `changes` are fields of Progress."""
        self._last = replace(self._last, phase=phase, message=message, **changes)
        self._send(self._last)
