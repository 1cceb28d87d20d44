"""The gathering process: an order as one JSON line on stdin, JSON lines on stdout, and an end when stdin closes.

Started by auditor/gather.py as `python -P -m auditor.gather_child`, in a process group of its own.
"""

import contextlib
import json
import os
import signal
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from auditor.capture.store import Capture
from auditor.model.errors import CaptureError, SignpostError
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from auditor.resume import may_go_on

if TYPE_CHECKING:
    from spiders.gathering import Ending
    from spiders.run import Run

#: The folder of the distribution: `spiders` is taken from beside this package and from nowhere else.
ROOT = Path(__file__).resolve().parents[1]
#: Seconds that an orderly end may take after stdin was closed.
LAST_SECONDS = 4.0


def main() -> int:
    """Gather one site; 0 when the capture tells how it ended, 1 after an error that was told on stdout."""
    out = _own_stdout()
    order = json.loads(sys.stdin.readline())
    try:
        _gather(order, out)
    except SignpostError as error:
        _say(out, "error", kind=type(error).__name__, message=error.message, hint=error.hint)
        return 1
    return 0


def open_capture(path: Path, settings: Settings, *, resume: bool) -> Capture:
    """The capture to go on with, when that is wanted and one of these settings was left unfinished; else a new one."""
    if resume and path.is_file():
        try:
            capture = Capture.resume(path)
        except CaptureError:
            return Capture.create(path, settings)
        if may_go_on(capture, settings):
            return capture
        capture.close()
    return Capture.create(path, settings)


def _gather(order: dict[str, Any], out: TextIO) -> None:
    settings = Settings.model_validate(order["settings"])
    shots = _folder(Path(order["shots"]))
    run_module = _own_spiders()
    from auditor.guide import SiteGuide
    from auditor.site import Site

    _check(settings)
    with open_capture(Path(order["capture"]), settings, resume=order.get("resume", True)) as capture:
        if capture.fact("started") is None:
            capture.put_fact("started", datetime.now(UTC).isoformat(timespec="seconds"))
        else:
            capture.put_fact("resumed", True)
        work = run_module.Order(settings, capture, shots, float(order["seconds"]))
        guide = SiteGuide(settings, lambda: Site.read(capture))
        run: Run = run_module.Run(work, guide, lambda p: _say(out, "progress", **p.as_json()))
        threading.Thread(target=_watch, args=(run,), daemon=True).start()
        run.start(lambda ending: _finish(capture, ending, guide.found(), out))


def _check(settings: Settings) -> None:
    """Raise UsageError for a `--resolve` or a named browser that is wrong, while an older capture is still there."""
    from spiders.browser.find import VARIABLE, find_browser
    from spiders.detour import read_detour

    for text in settings.resolve:
        read_detour(text)
    if settings.render != "never" and (settings.browser or os.environ.get(VARIABLE)):
        find_browser(settings.browser)


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Cannot write in {path.parent} ({error.strerror})."
        raise CaptureError(message, "Choose another folder with --out.") from error
    return path


def _finish(capture: Capture, ending: "Ending", found: tuple[str, ...], out: TextIO) -> None:
    """Record how it ended and let go of the capture: what follows is only the end of this process."""
    pages = sum(1 for _ in capture.fetched_urls())
    capture.put_fact("status", str(ending.status))
    capture.put_fact("reason", ending.reason)
    capture.put_fact("finished", ending.reason != "it was stopped")
    capture.close()
    if ending.error is not None:
        error = ending.error
        _say(out, "error", kind=type(error).__name__, message=error.message, hint=error.hint)
    _say(out, "progress", **Progress("done", pages=pages, message=ending.reason, found=found).as_json())
    _say(out, "done", status=str(ending.status))


def _own_spiders() -> Any:
    """Our own `spiders`, whatever else is called so on this machine. Raises CaptureError when it is not there."""
    sys.path.insert(0, str(ROOT))
    import spiders.run

    if Path(spiders.run.__file__).resolve().parents[1] != ROOT:
        raise CaptureError("Another package called `spiders` stands before Signpost's own.", "Check PYTHONPATH.")
    return spiders.run


def _own_stdout() -> TextIO:
    """The pipe to the supervisor; whatever else prints something prints it to stderr."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


def _say(out: TextIO, event: str, **values: Any) -> None:
    # When nobody listens any more nothing is lost: closing stdin is the sign to end.
    with contextlib.suppress(OSError):
        out.write(json.dumps({"event": event, **values}) + "\n")
        out.flush()


def _watch(run: "Run") -> None:
    """Wait until the supervisor lets go of stdin, then end: in order, and if that takes too long, at once."""
    sys.stdin.read()
    run.stop()
    time.sleep(LAST_SECONDS)
    if os.getpgrp() == os.getpid():
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    code = main()
    # The capture is closed and all is told; to take apart what Scrapy and Twisted hold would take half a second.
    sys.stderr.flush()
    os._exit(code)
