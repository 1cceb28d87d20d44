"""Finding a browser: the one named, one installed, Playwright's own, or one to be installed now."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from auditor.model.errors import UsageError
from spiders.browser.install import INSTALLERS

#: The environment variable that names a browser, as --browser does.
VARIABLE = "SIGNPOST_BROWSER"
#: Names of Chrome and Chromium in PATH, and places of macOS; a plain release before others.
NAMES = ("google-chrome-stable", "google-chrome", "chrome", "chromium", "chromium-browser", "chromium-freeworld")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
#: Seconds for a browser to tell its version, and for Playwright to tell where its own lies.
VERSION_SECONDS = 20
ASK_SECONDS = 30
#: A line in which a program says that it is a Chrome or Chromium or one made from it, and its version: "Google Chrome
#: for Testing 140.0.7339.16", "HeadlessChrome/140.0", "Microsoft Edge 140.0". A "ChromeDriver 140.0" is none of them.
_VERSION = re.compile(
    r"\b(?:(?:Headless[ _-]?)?(?:Chrome|Chromium)|Headless[ _-]?Shell|Edge|Brave|Vivaldi)\b"
    r"[^\n]*?\b(\d+(?:\.\d+){1,3})\b",
    re.IGNORECASE,
)
_OWN = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as p: print(p.chromium.executable_path, end='')"
)


@dataclass(frozen=True, slots=True)
class BrowserChoice:
    """A browser that starts: `kind` is named|installed|playwright, `version` as it tells it."""

    path: Path
    kind: str
    version: str


def find_browser(
    explicit: str = "", *, install: bool = False, environment: Mapping[str, str] = os.environ
) -> BrowserChoice | None:
    """The browser to use, None when there is none; with `install`, one is installed then.

    Order: `explicit`, SIGNPOST_BROWSER, an installed Chrome or Chromium, Playwright's own. Raises UsageError when a
    named browser is not there or does not start.
    """
    named = explicit or environment.get(VARIABLE, "")
    if named:
        return _named(named, "--browser" if explicit else VARIABLE, environment)
    found = _present(environment)
    for installer in INSTALLERS if install else ():
        if found is None and installer():
            found = _present(environment)
    return found


def version_of(path: Path) -> str:
    """What a browser tells of its version, "" when it does not start or says that it is something else."""
    return _version_in(_said(path) or "")


def _version_in(said: str) -> str:
    match = _VERSION.search(said)
    return match[1] if match else ""


def _said(path: Path) -> str | None:
    """What a program prints when it is asked for its version, None when it does not start."""
    try:
        told = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=VERSION_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout.decode("utf-8", "replace")


def _named(name: str, where: str, environment: Mapping[str, str]) -> BrowserChoice:
    path = Path(shutil.which(Path(name).expanduser(), path=environment.get("PATH")) or name)
    if not path.is_file():
        raise _wrong(name, where, "is not there")
    said = _said(path)
    if said is None:
        raise _wrong(name, where, "does not start as a browser")
    version = _version_in(said)
    if not version:
        raise _wrong(name, where, "does not say that it is a Chrome or Chromium (asked with --version)")
    return BrowserChoice(path.absolute(), "named", version)


def _wrong(name: str, where: str, what: str) -> UsageError:
    return UsageError(f"The browser {name} ({where}) {what}.", "Name the program of a Chrome or Chromium.")


def _present(environment: Mapping[str, str]) -> BrowserChoice | None:
    places: tuple[tuple[str, Callable[[], Iterator[Path]]], ...] = (
        ("installed", partial(_installed, environment)),
        ("playwright", _playwrights_own),
    )
    for kind, paths in places:
        for path in paths():
            version = version_of(path)
            if version:
                return BrowserChoice(path, kind, version)
    return None


def _installed(environment: Mapping[str, str]) -> Iterator[Path]:
    for name in NAMES:
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            yield Path(found).absolute()
    if sys.platform == "darwin":
        yield from (path for path in map(Path, MAC_APPS) if path.is_file())


def _playwrights_own() -> Iterator[Path]:
    # Asked in a process of its own: its synchronous interface does not start inside of an event loop.
    command = [sys.executable, "-P", "-c", _OWN]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=ASK_SECONDS, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return
    if told and Path(told).is_file():
        yield Path(told)


def main(arguments: list[str]) -> int:
    """Print where the browser is; 0 when there is one, 1 when there is none or a wrong one was named."""
    try:
        choice = find_browser(install="--install" in arguments)
    except UsageError as error:
        sys.stderr.write(f"{error.message} {error.hint}\n")
        return 1
    if choice is None:
        sys.stderr.write("No Chrome or Chromium was found; pages will not be rendered.\n")
        return 1
    sys.stdout.write(f"{choice.path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
