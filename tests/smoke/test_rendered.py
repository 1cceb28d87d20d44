"""One audit in a real browser, watched on a terminal: the demo shop that shows its contacts."""

import json
import os
import pty
import subprocess
from pathlib import Path
from typing import Any

import pytest

ERASE_LINE = "\x1b[2K"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rendered")


@pytest.fixture(scope="module")
def terminal(command: str, environment: dict[str, str], folder: Path) -> str:
    """What a terminal receives on stderr during an audit of the open demo shop; stdout goes to the file `verdict`."""
    ours, theirs = pty.openpty()
    typed = ["audit", "--demo", "--version", "open", "--pages", "4", "--prove", "none", "--out", "open"]
    with (folder / "verdict").open("wb") as verdict:
        done = subprocess.Popen([command, *typed], cwd=folder, env=environment, stdout=verdict, stderr=theirs)
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:
            pass  # Linux ends a terminal that nobody writes to any more with an error.
        os.close(ours)
        assert done.wait(60) == 0, shown
    return shown.decode()


@pytest.fixture(scope="module")
def audit(terminal: str, folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "open" / "audit.json").read_text())
    return document


@pytest.mark.parametrize("device", ["desktop", "mobile"])
def test_the_number_stands_on_the_home_page(audit: dict[str, Any], device: str) -> None:
    (journey,) = [
        journey
        for journey in audit["journeys"]
        if (journey["stage"], journey["channel"], journey["device"]) == ("home", "phone", device)
    ]
    assert (journey["outcome"], journey["clicks"], journey["exact"]) == ("reached", 0, True)


def test_the_home_page_was_seen_in_the_browser_on_both_devices(audit: dict[str, Any], folder: Path) -> None:
    assert audit["captured"]["devices"] == ["desktop", "mobile"]
    assert audit["pages"][0]["seen"] == {"desktop": "rendered", "mobile": "rendered"}
    assert len(audit["pages"]) <= 4
    assert list((folder / "open" / "shots").iterdir())


def test_the_terminal_shows_where_it_is_and_is_clean_at_the_end(terminal: str, folder: Path) -> None:
    lines = [line.strip() for line in terminal.replace("\r", "\n").replace(ERASE_LINE, "").splitlines()]
    assert any(line == "Asking for the home page" for line in lines)
    assert any(line.startswith("Reading pages · ") and " queued" in line for line in lines)
    assert any(" rendered · found: phone" in line for line in lines)
    assert any(line.startswith("Working out the ways · ") for line in lines)
    assert terminal.rpartition(ERASE_LINE)[2].strip() == ""
    assert "A phone number stands on the home page" in (folder / "verdict").read_text()
