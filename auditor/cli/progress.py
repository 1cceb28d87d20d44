"""Progress while a site is gathered: one line on stderr that is written over, nothing when nobody looks."""

import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from rich.live import Live
from rich.text import Text

from auditor.cli.screen import harmless, stderr
from auditor.model.progress import Phase, Progress

#: What is done in each phase, for a line that has no message of its own.
WORDS: Mapping[Phase, str] = {
    "start": "Starting",
    "fetch": "Reading pages",
    "render": "Rendering pages",
    "explore": "Opening menus and buttons",
    "shop": "Putting one product into the cart",
    "prove": "Proving the best ways",
    "done": "Working out the ways",
}


class ProgressLine:
    """Shows the newest Progress as one line; silent with `--quiet` or when stderr is no terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self._live: Live | None = None
        if not quiet and sys.stderr.isatty():
            self._live = Live(_line(Progress("start")), console=stderr(), refresh_per_second=8, transient=True)

    def __enter__(self) -> Self:
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._live is not None:
            self._live.stop()

    def show(self, progress: Progress) -> None:
        """Show where the gathering is."""
        if self._live is not None:
            self._live.update(_line(progress), refresh=True)


def _line(progress: Progress) -> Text:
    return Text(harmless(line_of(progress)), no_wrap=True, overflow="ellipsis")


def line_of(progress: Progress) -> str:
    """One line: what is being done, pages done and queued, pages rendered, and what was found so far."""
    done = progress.phase == "done"
    parts = [WORDS[progress.phase] if done else progress.message or WORDS[progress.phase]]
    if progress.pages:
        parts.append(f"{progress.pages} {'page' if progress.pages == 1 else 'pages'}")
    if progress.pages and not done:
        parts.append(f"{progress.queued} queued")
    if progress.rendered:
        parts.append(f"{progress.rendered} rendered")
    if progress.found:
        parts.append("found: " + ", ".join(progress.found))
    return " · ".join(parts)
