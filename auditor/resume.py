"""Going on with a capture: what an earlier run left, and whether a new one may take it up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from auditor.capture.store import Capture
from auditor.capture.torn import ROWS, told_when_torn
from auditor.model.errors import UsageError
from auditor.model.settings import Settings
from auditor.model.terms import CaptureStatus, PageStatus

#: Settings that may differ between a run and the one that goes on with it.
FREE = frozenset({"seconds", "concurrency", "browser", "resolve"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A capture as an earlier run left it; `differences` are its settings that are not those of the new run."""

    pages: int
    complete: bool
    differences: tuple[str, ...]

    @classmethod
    def read(cls, path: Path, settings: Settings) -> Self:
        """What is kept in a capture. Raises CaptureError when there is none or it is torn."""
        with Capture.open(path) as capture, told_when_torn(*ROWS):
            pages = sum(fetch.page_status is PageStatus.OK and not fetch.alias_of for fetch in capture.outcomes())
            return cls(pages, is_complete(capture), tuple(_differences(capture.settings, settings)))


def is_complete(capture: Capture) -> bool:
    """Whether a gathering came to its end; one that ended for want of seconds did not."""
    return bool(capture.fact("finished", False)) and capture.fact("status") != CaptureStatus.PARTIAL


def may_go_on(capture: Capture, settings: Settings) -> bool:
    """Whether a run with these settings goes on with this capture."""
    return not is_complete(capture) and not any(_differences(capture.settings, settings))


def refuse_if_not_resumable(path: Path, settings: Settings) -> None:
    """Raise UsageError when the capture that is there cannot be gone on with, and would be lost."""
    kept = Kept.read(path, settings)
    if kept.differences:
        raise UsageError(
            f"{path} was gathered with other settings: {', '.join(kept.differences)}.",
            "Give the same ones to go on with it, or leave --resume out to begin anew.",
        )
    if kept.complete:
        raise UsageError(
            f"There is nothing to go on with: {path} is complete.",
            f"See it with `signpost audit --capture {path}`, or leave --resume out to gather it anew.",
        )


def _differences(old: Settings, new: Settings) -> Iterator[str]:
    """The settings of the old run that are others now, as they are written on the command line."""
    for name in Settings.model_fields:
        value = getattr(old, name)
        if name not in FREE and value != getattr(new, name):
            yield str(value) if name == "url" else f"--{name.replace('_', '-')} {value or 'not given'}"
