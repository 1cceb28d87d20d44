"""What a user gives to `make audit` reaches Signpost as it is: no part of it is read by make or by the shell."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The Makefile beside a set-up that is done and a `signpost` that writes down its arguments."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name, script in (
        ("tools/setup", "exit 0"),
        (".venv/bin/signpost", 'printf "%s\\n" "$@" >arguments; exit "${STATUS:-0}"'),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
    return tmp_path


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # `make test` hands its own variables down, which would be taken for the user's.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    kept = {name: value for name, value in kept.items() if name not in {"URL", "OUT", "ARGS"}}
    return subprocess.run(["make", *arguments], cwd=project, env=kept, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("given", "arguments"),
    [
        ((), ["audit", "--demo"]),
        (("URL=",), ["audit", "--demo"]),
        (("OUT=a b",), ["audit", "--out", "a b", "--demo"]),
        (
            ("URL=https://x.test", "ARGS=--pages 20 --quiet"),
            ["audit", "--pages", "20", "--quiet", "--", "https://x.test"],
        ),
        (("URL=https://x.test", "OUT=$(touch made)"), ["audit", "--out", "$(touch made)", "--", "https://x.test"]),
        (("URL=https://x.test", "ARGS=* ; touch made"), ["audit", "*", ";", "touch", "made", "--", "https://x.test"]),
        *(
            ((f"URL={url}",), ["audit", "--", url])
            for url in (
                "https://x.test/?a=1&b=2;touch made",
                "https://x.test/$(touch made)",
                "https://x.test/$(shell touch made)",
                "https://x.test/${HOME}/$HOME/$$",
                "https://x.test/`touch made`",
                "https://x.test/';touch made;'",
                'https://x.test/";touch made;"',
                "https://x.test/#part \\ %41",
                "--help",
            )
        ),
    ],
)
def test_arguments_arrive_as_given(project: Path, given: tuple[str, ...], arguments: list[str]) -> None:
    done = make(project, "audit", *given)
    assert done.returncode == 0, done.stderr
    assert (project / "arguments").read_text().splitlines() == arguments
    assert not (project / "made").exists()


def test_exit_status_is_shown(project: Path) -> None:
    (project / ".venv/bin/signpost").write_text("#!/bin/sh\nexit 3\n")
    done = make(project, "audit")
    assert done.returncode == 2
    assert "Error 3" in done.stderr


def test_without_a_target_the_commands_are_named(project: Path) -> None:
    assert "make audit" in make(project).stdout
    assert not (project / "arguments").exists()
