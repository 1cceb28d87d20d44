import stat
from pathlib import Path

import pytest

from auditor.model.errors import UsageError
from spiders.browser.find import VARIABLE, find_browser, version_of


def _program(folder: Path, name: str, says: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\necho 'noise of a wrapper' >&2\necho '{says}'\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_the_named_browser_wins_then_the_variable_then_what_is_installed(tmp_path: Path) -> None:
    installed = _program(tmp_path, "chromium", "Chromium 156.0.8078.79 built on Debian")
    other = _program(tmp_path, "other", "Google Chrome 140.0.1.2")
    third = _program(tmp_path, "third", "Chromium 99.1")
    path = {"PATH": str(tmp_path)}
    tried = [
        find_browser(str(third), environment={**path, VARIABLE: str(other)}),
        find_browser(environment={**path, VARIABLE: "other"}),
        find_browser(environment=path),
    ]
    assert [(found.path, found.kind, found.version) for found in tried if found] == [
        (third, "named", "99.1"),
        (other, "named", "140.0.1.2"),
        (installed, "installed", "156.0.8078.79"),
    ]


def test_an_installed_browser_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    _program(tmp_path, "google-chrome", "error while loading shared libraries")
    good = _program(tmp_path, "chromium-browser", "Chromium 120.0.1")
    found = find_browser(environment={"PATH": str(tmp_path)})
    assert found is not None
    assert found.path == good


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79"),
        ("Google Chrome 140.0.7339.80 ", "140.0.7339.80"),
        ("Google Chrome for Testing 140.0.7339.16", "140.0.7339.16"),
        ("HeadlessChrome/140.0.7339.16", "140.0.7339.16"),
        ("HeadlessShell 140.0.7339.16", "140.0.7339.16"),
        ("headless_shell 140.0.7339.16", "140.0.7339.16"),
        ("Microsoft Edge 140.0.3485.54", "140.0.3485.54"),
        ("Brave Browser 140.1.82.166", "140.1.82.166"),
        ("ls (GNU coreutils) 9.1", ""),
        ("ChromeDriver 140.0.7339.80 (abc-refs/branch-heads/7339)", ""),
        ("Mozilla Firefox 142.0.1", ""),
        ("Chromium", ""),
        ("140.0.7339.80", ""),
    ],
)
def test_a_program_has_to_say_that_it_is_one_of_the_chromes(tmp_path: Path, says: str, version: str) -> None:
    assert version_of(_program(tmp_path, "program", says)) == version


def test_a_program_of_that_name_that_is_something_else_is_passed_over(tmp_path: Path) -> None:
    _program(tmp_path, "chrome", "Chrome plating calculator")
    good = _program(tmp_path, "chromium", "Chromium 120.0.1")
    found = find_browser(environment={"PATH": str(tmp_path)})
    assert found is not None
    assert found.path == good


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing", "is not there"),
        ("broken", "does not start"),
        ("silent", "does not say that it is a Chrome or Chromium"),
        ("other", "does not say that it is a Chrome or Chromium"),
    ],
)
def test_a_wrong_name_is_told_with_a_hint(tmp_path: Path, name: str, what: str) -> None:
    _program(tmp_path, "broken", "Chromium 120.0.1").write_text("#!/bin/sh\nexit 3\n")
    _program(tmp_path, "silent", "no figures here")
    _program(tmp_path, "other", "ls (GNU coreutils) 9.1")
    with pytest.raises(UsageError, match=what) as told:
        find_browser(str(tmp_path / name))
    assert "Chrome or Chromium" in told.value.hint
