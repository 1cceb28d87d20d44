"""The terminal: progress and errors on stderr, results on stdout, captured text made harmless."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from auditor.model.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

#: Control characters could move the cursor or set the title; bidi marks could turn a text round.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Characters of a message that are shown: an address in it may be as long as a server likes.
LONGEST_MESSAGE = 400
BOLD_RED = "\x1b[1;31m{}\x1b[0m"
STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def harmless(text: str) -> str:
    """A text of a stranger without what could steer a terminal."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def shortened(text: str, most: int = LONGEST_MESSAGE) -> str:
    """A text without its middle when it is longer than `most` characters."""
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def stderr() -> "Console":
    """The console for progress."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def stdout() -> "Console":
    """The console for results."""
    from rich.console import Console

    return Console(highlight=False, markup=False, soft_wrap=True)


def fail(message: str, hint: str) -> None:
    """Say what went wrong and what to do, on stderr."""
    told = harmless(shortened(f"signpost: {message}"))
    plain = not sys.stderr.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    say(told if plain else BOLD_RED.format(told))
    if hint:
        say(harmless(hint))


def say(text: str) -> None:
    """Write a harmless text on stderr. Rich would end the program when nobody reads it any more."""
    with suppress(OSError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def emit(text: str) -> None:
    """Write a result to stdout as UTF-8, whatever the terminal speaks: it may be read by another program.

    Raises UsageError when it cannot be written, and BrokenPipeError when its reader has gone.
    """
    with results():
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


@contextmanager
def results() -> Iterator[None]:
    """What is written to stdout within is out at the end, or it is said why not."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_stdout()
        message = f"Standard output cannot be written ({error.strerror})."
        raise UsageError(message, "Make room, or send it elsewhere.") from error


def forget_stdout() -> None:
    """Send what is still to be written nowhere, lest the end of Python tries it once more."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def open_streams() -> None:
    """Open to nowhere what the caller has closed of the three streams, and let no letter stop a line of text."""
    for number, (name, mode) in enumerate(STREAMS):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    with suppress(AttributeError):  # Whoever put a stream of his own there knows why.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
