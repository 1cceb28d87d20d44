"""The set-up says in one line what the machine lacks, with the command that installs it."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: All that the script needs of the system to get as far as the choice of a Python.
TOOLS = ("sh", "cat", "cksum", "dirname", "head", "grep", "tr", "sed")
OLD = "exit 1"
#: Passes the test of its version and lacks ensurepip; tells its name when asked.
BARE = 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.99;; esac'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A project without .venv, and a `bin` that is the whole PATH."""
    (tmp_path / "tools").mkdir()
    for name in ("requirements.lock", "pyproject.toml", "tools/setup"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    command(tmp_path, "id", "echo 1000")
    return tmp_path


def command(machine: Path, name: str, script: str) -> None:
    file = machine / "bin" / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def set_up(machine: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    environment["PATH"] = str(machine / "bin")
    return subprocess.run(
        [machine / "tools" / "setup"], env=environment, capture_output=True, text=True, check=False, timeout=30
    )


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        (
            {"apt-get": "", "apt-cache": '[ "$2" = python3 ] || [ "$2" = python3.12-venv ]'},
            "Python 3.11 or later is missing. Install it with: sudo apt-get install python3.12 python3.12-venv",
        ),
        (
            {"python3": OLD, "apt-get": "", "apt-cache": "exit 1"},
            "Python 3.11 or later is missing. Install it with: "
            "sudo apt-get update && sudo apt-get install python3 python3-venv",
        ),
        (
            {"python3": OLD, "apt-get": "", "apt-cache": "", "id": "echo 0"},
            "Python 3.11 or later is missing. Install it with: apt-get install python3.14 python3.14-venv",
        ),
        (
            {"python3": OLD, "uname": "echo Darwin"},
            "Python 3.11 or later is missing. Install it with: brew install python",
        ),
        (
            {"python3": BARE, "apt-get": ""},
            "Python's venv module is missing. Install it with: sudo apt-get install python3.99-venv",
        ),
        (
            {"python3.13": BARE, "uname": "echo Darwin"},
            "Python's venv module is missing. Install it with: brew install python",
        ),
    ],
)
def test_what_is_missing_is_named_in_one_line(machine: Path, commands: dict[str, str], said: str) -> None:
    for name, script in commands.items():
        command(machine, name, script)
    done = set_up(machine)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said + "\n")
    assert not (machine / ".venv").exists()


def test_a_python_with_venv_is_taken_before_a_newer_one_without(machine: Path) -> None:
    command(machine, "python3.13", BARE)
    command(machine, "python3.11", 'case "$1" in -m) echo "$@" >asked; exit 7;; esac')
    assert set_up(machine).returncode == 7
    assert (machine / "asked").read_text() == "-m venv --clear .venv\n"


def test_a_python_that_was_named_and_is_too_old_is_told(machine: Path) -> None:
    command(machine, "python3.9", OLD)
    command(machine, "python3.12", "exit 0")
    done = set_up(machine, PYTHON="python3.9")
    assert done.returncode == 1
    assert done.stderr.startswith("python3.9 is not Python 3.11 or later.")


def test_a_set_up_that_is_done_is_not_done_again(machine: Path) -> None:
    (machine / ".venv" / "bin").mkdir(parents=True)
    for name in ("python", "signpost"):
        file = machine / ".venv" / "bin" / name
        file.write_text("#!/bin/sh\nexit 9\n")
        file.chmod(0o755)
    stamp = "cat requirements.lock pyproject.toml tools/setup | cksum"
    done = subprocess.run(
        ["sh", "-c", f'echo "$({stamp}) $(pwd -P)"'], cwd=machine, capture_output=True, text=True, check=True
    )
    (machine / ".venv" / "set-up").write_text(done.stdout)
    assert set_up(machine).returncode == 0
    with (machine / "requirements.lock").open("a") as lock:
        lock.write("# another\n")
    assert set_up(machine).returncode == 1
