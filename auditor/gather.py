"""The supervisor of the gathering process: starts it, passes its progress on, and ends it when its time is up."""

import contextlib
import json
import os
import queue
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import certifi

from auditor.capture.store import Capture
from auditor.model import errors
from auditor.model.errors import CaptureError, GatherError, SignpostError, UnreachableError
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from auditor.model.terms import CaptureStatus

#: Seconds beyond the budget after which a gathering that has not ended is ended.
GRACE_SECONDS = 20.0
#: Starts of the gathering process; each goes on from the capture.
MAX_STARTS = 3
#: Seconds that the process has to end by itself once it was told to.
END_SECONDS = 6.0

ROOT = Path(__file__).resolve().parents[1]


def gather(
    settings: Settings,
    capture_path: Path,
    shots: Path,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    *,
    resume: bool = True,
) -> None:
    """Gather a site into a capture; with `resume` an unfinished capture of equal settings is gone on with.

    A capture that is there is replaced only once the options were found right and nobody else writes to it. The new
    one is kept whatever happens; its fact "status" tells how it ended. Raises UnreachableError or BlockedError when
    there is nothing to audit, CaptureError when the capture cannot be written, UsageError for a browser or
    `--resolve` that is wrong, and KeyboardInterrupt after an orderly end on Ctrl-C.
    """
    deadline = monotonic() + settings.seconds
    begun = False
    for _ in range(MAX_STARTS):
        seconds = max(1.0, deadline - monotonic())
        child = _Child({"settings": settings.model_dump(mode="json"), "capture": str(capture_path.absolute()),
                        "shots": str(shots.absolute()), "seconds": seconds,
                        "resume": resume or begun})  # fmt: skip
        try:
            ended = child.follow(deadline + GRACE_SECONDS, on_progress)
        finally:
            child.end()
        if ended:
            return
        begun = begun or child.begun
        if monotonic() >= deadline:
            break
    if not begun:
        raise _died(child.last_words)
    _give_up(settings, capture_path, late=monotonic() >= deadline, told=child.last_words)


class _Child:
    """One gathering process. Its errors are raised here; `last_words` are what it left on stderr.

    `begun` is whether it opened its capture, which it does before it tells of anything.
    """

    def __init__(self, order: dict[str, Any]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "auditor.gather_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=_environment(),
            start_new_session=True,
        )
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.last_words = ""
        self.begun = False
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()
        self._tell(json.dumps(order))

    def follow(self, until: float, on_progress: Callable[[Progress], None]) -> bool:
        """Pass progress on until the process ends; whether it ended in order. False as well when time is up."""
        failure: SignpostError | None = None
        done = False
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - monotonic()))
            except queue.Empty:
                return False
            if line is None:
                break
            event = json.loads(line)
            if event["event"] == "progress":
                self.begun = True
                on_progress(Progress.from_json({k: v for k, v in event.items() if k != "event"}))
            elif event["event"] == "error":
                failure = _error(event)
            else:
                done = True
                break
        if failure is not None:
            raise failure
        return done

    def end(self) -> None:
        """Close stdin, which is the sign to end, and end the process and all it started when it does not."""
        # Closing also sends what was not yet written, which a process that died does not take.
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            started = _descendants(self._process.pid)
            _kill(os.killpg, self._process.pid)
            for pid in started:
                _kill(os.kill, pid)
            self._process.wait()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        # A process that died at once takes no order; follow() sees its end.
        with contextlib.suppress(OSError):
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.last_words = line.strip() or self.last_words


def _give_up(settings: Settings, capture_path: Path, *, late: bool, told: str) -> None:
    """Say in the capture why it ends here. Raises GatherError when nothing was gathered."""
    why = f"the {settings.seconds:g} s were spent" if late else "the gathering process died several times"
    try:
        with Capture.resume(capture_path) as capture:
            something = any(fetch.body is not None for fetch in capture.fetches())
            capture.put_fact("status", str(CaptureStatus.PARTIAL if something else CaptureStatus.UNREACHABLE))
            capture.put_fact("reason", why)
            capture.put_fact("finished", True)
    except CaptureError:
        something = False
    if something:
        return
    if late:
        raise UnreachableError(
            f"{settings.url} did not answer within {settings.seconds:g} s.",
            "Try again later, or give more time with --seconds.",
        )
    raise _died(told)


def _died(told: str) -> GatherError:
    detail = f" ({told})" if told else ""
    return GatherError(
        f"The gathering process died{detail}.",
        "Run it again; if it stays so, try --render never, and see whether memory and disk have room.",
    )


def _error(event: dict[str, Any]) -> SignpostError:
    kind = getattr(errors, event["kind"], GatherError)
    error: SignpostError = kind(event["message"], event["hint"])
    return error


def _environment() -> dict[str, str]:
    """The environment of the process: our own packages before any of the user's of the same names."""
    environment = dict(os.environ)
    if "site-packages" not in ROOT.parts:
        environment["PYTHONPATH"] = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    if sys.platform == "darwin" and "SSL_CERT_FILE" not in environment:
        environment["SSL_CERT_FILE"] = _authorities()
    return environment


def _authorities() -> str:
    """The file of trusted authorities; the OpenSSL that Scrapy uses knows no place for it on macOS."""
    own = ssl.get_default_verify_paths().cafile
    return own if own is not None and Path(own).is_file() else certifi.where()


def _descendants(pid: int) -> list[int]:
    """The processes that a process started, theirs too: a browser leaves the process group it was born in."""
    try:
        table = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    children: dict[int, list[int]] = {}
    for line in table.stdout.splitlines():
        child, parent = map(int, line.split())
        children.setdefault(parent, []).append(child)
    found, waiting = [], [pid]
    while waiting:
        born = children.get(waiting.pop(), [])
        found += born
        waiting += born
    return found


def _kill(how: Callable[[int, int], None], pid: int) -> None:
    with contextlib.suppress(OSError):
        how(pid, signal.SIGKILL)
