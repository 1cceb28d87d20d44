"""The wheel works where a user installs it: beside packages of the same names, in a script without a guard."""

import email
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mockserver import MockServer

ROOT = Path(__file__).parents[1]
SHADOWS = ("spiders", "rules", "reports")
SCRIPT = """
import sys
from pathlib import Path
from auditor import audit

result = audit(sys.argv[1], out=Path("from-script"), render="never")
print(result.schema_)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `pip wheel` would, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (file,) = folder.glob("signpost_audit-*.whl")
    return file


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `python` and `signpost` of an environment with the wheel, and the dependencies of this one."""
    home = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(home / "bin/python")]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", wheel], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    # A folder named here is searched after the wheel's, and its own .pth files (the editable install) are not read.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a user who has packages and a Scrapy project of the same names as ours."""
    for name in SHADOWS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('the package of the user was imported')\n")
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = spiders.settings\n")
    (tmp_path / "script.py").write_text(SCRIPT)
    return tmp_path


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder as a user does, with nothing of the test run in its environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "COV"))}
    kept["SCRAPY_SETTINGS_MODULE"] = "spiders.settings_of_the_user"
    done = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"auditor", "spiders", "rules", "reports"}
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".sqlite"))]


def test_wheel_states_licence_and_python(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(archive.read(name))
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"


def test_version(commands: Path, folder: Path, wheel: Path) -> None:
    assert wheel.name.split("-")[1] in run(folder, commands / "signpost", "--version").stdout


def test_command_beside_packages_of_the_same_names(
    commands: Path, folder: Path, mock_server: Callable[..., MockServer]
) -> None:
    run(folder, commands / "signpost", "audit", mock_server("plain").url, "--render", "never", "--out", "result")
    assert (folder / "result" / "audit.json").stat().st_size
    assert (folder / "result" / "report.html").stat().st_size


def test_script_without_a_guard_beside_packages_of_the_same_names(
    commands: Path, folder: Path, mock_server: Callable[..., MockServer]
) -> None:
    done = run(folder, commands / "python", "script.py", mock_server("plain").url)
    assert done.stdout == "signpost.audit/1\n"
