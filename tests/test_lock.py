"""The locked packages: each with hashes, none from a named host, all that the project asks for."""

import re
import tomllib
from fnmatch import fnmatch
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
#: Put together here, so that this file does not hold what it looks for.
REGISTRY_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js.org", "deb." + "debian.org")
#: In no licence of a package that may be locked; the AGPL holds it too, the LGPL is looked at by hand.
FORBIDDEN_LICENCE = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License", re.IGNORECASE)


def locked() -> dict[str, list[tuple[Requirement, int]]]:
    """By name: each locked requirement with the number of its hashes."""
    found: dict[str, list[tuple[Requirement, int]]] = {}
    text = (ROOT / "requirements.lock").read_text().replace("\\\n", " ")
    for line in text.splitlines():
        entry, *hashes = re.split(r"\s+--hash=sha256:", line)
        if entry and not entry.lstrip().startswith("#"):
            requirement = Requirement(entry)
            sums = [value for value in hashes if re.fullmatch(r"[0-9a-f]{64}\s*", value)]
            found.setdefault(canonicalize_name(requirement.name), []).append((requirement, len(sums)))
    return found


def asked_for() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


def project_files() -> list[Path]:
    """All files of the project but those that .gitignore names."""
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text().split()] + [".git"]
    found = []
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if any(fnmatch(path.name, pattern) for pattern in ignored):
                continue
            if path.is_dir():
                folders.append(path)
            elif path.is_file():
                found.append(path)
    return found


def test_every_locked_package_has_a_version_and_hashes() -> None:
    entries = [entry for entries in locked().values() for entry in entries]
    assert len(entries) > 80
    for requirement, hashes in entries:
        assert hashes, requirement
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement


@pytest.mark.parametrize("wanted", asked_for(), ids=str)
def test_lock_answers_the_project_file(wanted: Requirement) -> None:
    entries = locked()[canonicalize_name(wanted.name)]
    for requirement, _ in entries:
        (version,) = (specifier.version for specifier in requirement.specifier)
        assert wanted.specifier.contains(version), requirement


def test_no_locked_package_is_under_a_licence_that_we_avoid() -> None:
    names = locked()
    for package in distributions():
        if canonicalize_name(package.name) in names:
            metadata = package.metadata
            stated = [*(metadata.get_all("License-Expression") or []), *(metadata.get_all("License") or [])]
            stated += [line for line in metadata.get_all("Classifier") or [] if line.startswith("License")]
            # Long texts of licences name others in passing; their first line is the name.
            first_lines = [text.strip().splitlines()[0] for text in stated if text.strip()]
            assert first_lines, f"{package.name} states no licence"
            assert not [line for line in first_lines if FORBIDDEN_LICENCE.search(line)], package.name


def test_no_file_names_a_registry_or_a_path_of_this_machine() -> None:
    paths = [f"{path}/" for path in (ROOT.resolve(), Path.home()) if len(path.parts) > 1]
    files = project_files()
    assert ROOT / "pyproject.toml" in files
    for file in files:
        content = file.read_bytes()
        for text in (*REGISTRY_HOSTS, *paths):
            assert text.encode() not in content, f"{file.relative_to(ROOT)} holds {text}"
