"""The command `signpost`: how errors and interrupts end it. What it can do stands in app.py."""

import gc
import os
import signal
import sys
import traceback
from pathlib import Path

from auditor.cli.screen import fail, forget_stdout, open_streams
from auditor.model.errors import GatherError, SignpostError, StoppedError

#: Signals by which a user, a shell that is closed or a CI job ends a program: each is treated as Ctrl-C is.
ENDING = (signal.SIGTERM, signal.SIGHUP)
#: Set to anything to see where in Signpost a mistake lies.
DEBUG = "SIGNPOST_DEBUG"
#: Objects made between two looks for garbage; the pages of a site stay until the end, and to look them through again
#: and again takes a tenth of the time.
GARBAGE_AFTER = (500_000, 20, 20)


def main() -> None:
    """Run the command line. Exit codes: 0 fine, 2 wrong use, 3 could not be measured, 130 interrupted."""
    gc.set_threshold(*GARBAGE_AFTER)
    open_streams()
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:  # and not ignored, as under nohup
            signal.signal(number, signal.default_int_handler)
    code = ended()
    gc.freeze()  # nor is what is left looked through once more at the very end
    sys.exit(code)


def ended() -> int:
    """Run the command that was typed and tell of its errors; the exit code."""
    try:
        from auditor.cli.app import run

        return run()
    except SignpostError as error:
        fail(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        fail("Stopped.", "")
        return StoppedError.exit_code
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is wrong, and nothing more can be said.
        forget_stdout()
        return 0
    except Exception as error:
        _own_mistake(error)
        return GatherError.exit_code


def _own_mistake(error: Exception) -> None:
    """Say that something is wrong in Signpost itself, and where."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    what = " ".join(f"{type(error).__name__}: {error}".split())
    fail(f"This went wrong in Signpost itself ({what}; {where}).", f"Please report it, with what {DEBUG}=1 shows.")
