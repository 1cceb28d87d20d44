"""Installing a browser with programs that only write down how they were called."""

import os
import stat
import sys
from pathlib import Path

import pytest

from spiders.browser import install
from spiders.browser.install import by_packages, by_playwright


def program(folder: Path, name: str, fails_at: str = "") -> Path:
    """A program that notes its arguments, and fails when the first of them is `fails_at`."""
    path = folder / name
    path.write_text(
        f'#!/bin/sh\necho "{name} $* $DEBIAN_FRONTEND" >> "{folder}/calls"\necho noise\n'
        f'if [ "$1" = "{fails_at}" ]; then exit 1; fi\n'
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def calls(folder: Path) -> list[str]:
    noted = folder / "calls"
    return noted.read_text().splitlines() if noted.exists() else []


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds all programs of a machine on which we are root."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


APT = [
    "apt-get update -q noninteractive",
    "apt-get install -y -q --no-install-recommends chromium noninteractive",
]


@pytest.mark.parametrize(
    ("programs", "fails_at", "done", "called"),
    [
        (["apt-get"], "", True, APT),
        (["apt-get"], "update", True, APT),
        (["apt-get"], "install", False, APT),
        (["apk", "dnf"], "", True, ["dnf install -y -q chromium noninteractive"]),
        (["brew"], "", False, []),
        ([], "", False, []),
    ],
)
def test_the_first_package_manager_that_is_there_installs(
    root: Path, programs: list[str], fails_at: str, done: bool, called: list[str]
) -> None:
    for name in programs:
        program(root, name, fails_at)
    assert by_packages() is done
    assert calls(root) == called


def test_without_being_root_no_package_is_installed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(root, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert (by_packages(), calls(root)) == (False, [])


@pytest.mark.parametrize(("fails_at", "done"), [("", True), ("-P", False)])
def test_playwright_installs_chromium_with_this_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], fails_at: str, done: bool
) -> None:
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", fails_at)))
    monkeypatch.setenv("DEBIAN_FRONTEND", "dialog")
    assert by_playwright() is done
    assert calls(tmp_path) == ["python -P -m playwright install chromium noninteractive"]
    assert capfd.readouterr() == ("", "noise\n"), "results go to stdout, what installers say does not"


def test_an_installer_that_is_not_there_or_hangs_has_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    assert by_playwright() is False
    hangs = program(tmp_path, "hangs")
    hangs.write_text("#!/bin/sh\nread line < /dev/zero\nexec sleep 60\n")
    monkeypatch.setattr(sys, "executable", str(hangs))
    monkeypatch.setattr(install, "PLAYWRIGHT_SECONDS", 0.05)
    assert by_playwright() is False
