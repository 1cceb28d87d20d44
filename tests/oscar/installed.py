"""The shop program, installed once into an environment of its own (`build/oscar`), and its stock, made once."""

import fcntl
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE / "project"
LOCK = HERE / "requirements.lock"
CACHE = HERE.parents[1] / "build" / "oscar"
#: Packages of the lock that build others.
BUILDERS = frozenset({"setuptools", "setuptools-scm", "packaging"})
#: Seconds that the packages may take to come, and the shop to be filled.
INSTALL_SECONDS = 300
STOCK_SECONDS = 120


class NotInstalledError(Exception):
    """The shop program could not be installed or filled; a test that needs it fails with this."""


def python() -> Path:
    """The Python of the shop's environment, which is made when it is not there. Raises NotInstalledError."""
    return CACHE / "venv" / "bin" / "python"


def installed() -> Path:
    """The folder of the shop's data, with the program installed and the shop filled. Raises NotInstalledError."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with _alone(CACHE / "lock"):
        if not _is_stamped("venv", _wanted([LOCK])):
            _install()
            _stamp("venv", _wanted([LOCK]))
        sources = [LOCK, PROJECT / "settings.py", PROJECT / "stock.py"]
        if not _is_stamped("data", _wanted(sources)):
            _fill()
            _stamp("data", _wanted(sources))
    return CACHE / "data"


def environment(data: Path, *, linked: bool) -> dict[str, str]:
    """The environment of the shop's processes."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DJANGO_SETTINGS_MODULE")}
    return {
        **kept,
        "OSCAR_DATA": str(data),
        "OSCAR_CONTACT": "linked" if linked else "",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _install() -> None:
    folder = CACHE / "venv"
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=False)
    # What comes as source is built by the locked tools, so that nothing is run that has no hash.
    tools = CACHE / "tools.lock"
    entries = LOCK.read_text("utf-8").split("\n")
    tools.write_text("\n".join(_entries(entries, BUILDERS)), "utf-8")
    for lock in (tools, LOCK):
        command = [sys.executable, "-m", "pip", "--python", str(python()), "--quiet", "--no-input"]
        options = ["--disable-pip-version-check", "install", "--no-deps", "--no-compile", "--no-build-isolation"]
        _run([*command, *options, "--require-hashes", "-r", str(lock)], INSTALL_SECONDS, "installed from the registry")


def _entries(lines: Sequence[str], names: Collection[str]) -> Iterator[str]:
    """The lines of a lock that belong to some packages: each begins with its name, and its hashes are indented."""
    kept = False
    for line in lines:
        if line and not line.startswith((" ", "#")):
            kept = line.partition("==")[0] in names
        if kept:
            yield line


def _fill() -> None:
    data = CACHE / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    _run([str(python()), str(PROJECT / "stock.py")], STOCK_SECONDS, "filled", environment(data, linked=False))


def _run(command: list[str], seconds: int, what: str, environment: dict[str, str] | None = None) -> None:
    try:
        subprocess.run(command, env=environment, cwd=CACHE, capture_output=True, text=True, timeout=seconds, check=True)
    except subprocess.CalledProcessError as error:
        raise NotInstalledError(f"django-oscar could not be {what}:\n{error.stderr[-2000:]}") from error
    except subprocess.TimeoutExpired as error:
        raise NotInstalledError(f"django-oscar could not be {what} within {seconds} s.") from error


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _wanted(files: list[Path]) -> str:
    digest = sha256(f"{sys.version_info[:2]} {CACHE}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _is_stamped(name: str, wanted: str) -> bool:
    stamp = CACHE / f"{name}.stamp"
    return stamp.is_file() and stamp.read_text() == wanted


def _stamp(name: str, wanted: str) -> None:
    (CACHE / f"{name}.stamp").write_text(wanted)
