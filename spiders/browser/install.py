"""Installing a browser where there is none: by Playwright, then by the package manager of the system."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

#: Seconds that Playwright may take to fetch a browser, and a package manager to install one.
PLAYWRIGHT_SECONDS = 300
PACKAGES_SECONDS = 600
#: By program: the commands that install Chromium, one after the other.
PACKAGE_MANAGERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": (("apt-get", "update", "-q"), ("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")),
    "dnf": (("dnf", "install", "-y", "-q", "chromium"),),
    "apk": (("apk", "add", "--no-progress", "chromium"),),
}


def by_playwright() -> bool:
    """Let Playwright fetch its own Chromium; whether it says that it did."""
    return _run((sys.executable, "-P", "-m", "playwright", "install", "chromium"), PLAYWRIGHT_SECONDS)


def by_packages() -> bool:
    """Install Chromium by the system's package manager, only as root; whether it says that it did."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    program = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), "")
    done = [_run(command, PACKAGES_SECONDS) for command in PACKAGE_MANAGERS.get(program, ())]
    # A list of packages that cannot be renewed may still be good enough to install from.
    return bool(done) and done[-1]


def _run(command: tuple[str, ...], seconds: float) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        # What it says is progress, and goes where progress goes.
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=seconds, check=False, env=environment
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


#: In the order in which they are tried.
INSTALLERS: tuple[Callable[[], bool], ...] = (by_playwright, by_packages)
