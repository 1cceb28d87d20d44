"""`signpost audit --demo` as a user runs it, killed in the middle and gone on with."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from auditor.capture.store import Capture
from auditor.model.errors import CaptureError
from auditor.model.progress import Phase, Progress

COMMAND = (sys.executable, "-m", "auditor", "audit", "--demo", "--quiet", "--seconds", "900")
#: What is killed under an audit, and in which of its phases, so many seconds after they have begun.
BROWSER_PROGRAMS = ("browser", "driver")
BROWSER_PHASES: tuple[Phase, ...] = ("render", "explore", "prove")
KILL_AFTER_SECONDS = 1.5
#: Seconds between two looks at the capture.
LOOK_SECONDS = 0.02
#: Seconds within which a gathering must end whose command was killed.
LAST_SECONDS = 30.0


def audit_by_command(out: Path, options: Sequence[str], table: str = "", rows: int = 0) -> str:
    """The document in `out` without `volatile`; with a `table` the command is killed at so many of its rows first."""
    whole = [*COMMAND, "--out", str(out), *options]
    if table:
        capture = out / "capture.sqlite"
        with subprocess.Popen(whole, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and rows_in(capture, table) < rows:
                time.sleep(LOOK_SECONDS)
            process.kill()
        if process.returncode >= 0:
            return f"It was over before it could be killed (exit status {process.returncode})."
        wait_for_the_end(capture)
        whole.append("--resume")
    done = subprocess.run(whole, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"exit status {done.returncode}: {done.stderr}"
    document: dict[str, Any] = json.loads((out / "audit.json").read_text("utf-8"))
    del document["volatile"]
    return json.dumps(document, indent=1, ensure_ascii=False)


def rows_in(capture: Path, table: str) -> int:
    """The rows of a table of a capture that another process may be writing, 0 when it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{capture.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - our own names
    except sqlite3.Error:
        return 0


def wait_for_the_end(capture: Path) -> None:
    """Wait until the gathering process has seen that its command is gone. Raises CaptureError when it does not end."""
    until = time.monotonic() + LAST_SECONDS
    while True:
        try:
            Capture.resume(capture).close()
        except CaptureError:
            if time.monotonic() > until:
                raise
            time.sleep(LOOK_SECONDS)
        else:
            return


class BrowserKiller:
    """A watcher that kills the browser or its driver from outside, once, a while after a phase has begun."""

    def __init__(self, program: str, phase: Phase) -> None:
        self._program = program
        self._phase = phase
        self._set = False
        self.killed = False

    def __call__(self, progress: Progress) -> None:
        if progress.phase == self._phase and not self._set:
            self._set = True
            threading.Timer(KILL_AFTER_SECONDS, self._kill).start()

    def _kill(self) -> None:
        for pid in processes_of(self._program):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                self.killed = True


def processes_of(program: str) -> list[int]:
    """The drivers that descend from this process, or the browsers that these have started."""
    command = ["ps", "-Aww", "-o", "pid=,ppid=,args="]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = {int(pid): (int(parent), args) for pid, parent, args in (line.split(None, 2) for line in table)}
    drivers = [pid for pid, (_, args) in rows.items() if "run-driver" in args and _descends(pid, rows)]
    if program == "driver":
        return drivers
    return [pid for pid, (parent, _) in rows.items() if parent in drivers]


def _descends(pid: int, rows: dict[int, tuple[int, str]]) -> bool:
    while pid in rows and pid != os.getpid():
        pid = rows[pid][0]
    return pid == os.getpid()
