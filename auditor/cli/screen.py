"""The terminal: progress and errors on stderr, results on stdout, captured text made harmless."""

import re
import sys

from rich.console import Console

#: Control characters could move the cursor or set the title; bidi marks could turn a text round.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """A text of a stranger without what could steer a terminal."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def stderr() -> Console:
    """The console for progress and errors."""
    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def stdout() -> Console:
    """The console for results."""
    return Console(highlight=False, markup=False, soft_wrap=True)


def fail(message: str, hint: str) -> None:
    """Say what went wrong and what to do, on stderr."""
    console = stderr()
    console.print(harmless(f"signpost: {message}"), style="bold red" if sys.stderr.isatty() else None)
    if hint:
        console.print(harmless(hint))
