"""The command `signpost`, called as a user calls it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def command() -> str:
    """Where the command of this environment lies."""
    return str(Path(sys.executable).with_name("signpost"))


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment of a user: nothing of the test run, no colours, and a terminal wide enough."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV", "SIGNPOST"))}
    return {**kept, "NO_COLOR": "1", "COLUMNS": "100", "TERM": "xterm"}


@pytest.fixture(scope="session")
def signpost(command: str, environment: dict[str, str]) -> Run:
    """Runs `signpost ARGUMENTS` in a folder, with `stdin` as its input, and waits for its end."""

    def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [command, *arguments], cwd=cwd, env=environment, input=stdin, capture_output=True, timeout=120, check=False
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
