"""The running shop: django-oscar on a free port of this machine, as a context manager."""

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

from tests.oscar.installed import PROJECT, NotInstalledError, environment, installed, python

START_SECONDS = 60


class OscarShop:
    """A shop whose contact page is `linked` in the footer, or stands there without a link to it."""

    def __init__(self, *, linked: bool) -> None:
        self._linked = linked
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self.url = ""

    def __enter__(self) -> Self:
        stock = installed()
        self._folder = Path(tempfile.mkdtemp(prefix="oscar-"))
        # What visitors do stays with this run: the stock is for all.
        data = Path(shutil.copytree(stock, self._folder / "data"))
        place = f"127.0.0.1:{_free_port()}"
        self.url = f"http://{place}/"
        command = [
            str(python()),
            str(PROJECT / "manage.py"),
            "runserver",
            "--insecure",
            "--noreload",
            "--skip-checks",
            place,
        ]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                command, env=environment(data, linked=self._linked), cwd=PROJECT, stdout=log, stderr=log
            )
        try:
            self._wait()
        except NotInstalledError:
            self._end()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def _wait(self) -> None:
        assert self._process is not None
        assert self._folder is not None
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urlopen(f"{self.url}contact-us/", timeout=START_SECONDS):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        told = (self._folder / "log").read_text(errors="replace")[-2000:]
        raise NotInstalledError(f"django-oscar did not start:\n{told}")

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
