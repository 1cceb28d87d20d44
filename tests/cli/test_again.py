"""How to go on after Ctrl-C: the very command that was typed, and what is said of what is kept."""

import shlex
import shutil
import sys
from pathlib import Path

import pytest

from auditor.capture.records import Fetch
from auditor.capture.store import Capture
from auditor.cli.again import going_on, program, stopped
from auditor.model.settings import Settings
from auditor.model.terms import PageStatus
from auditor.results import Results

HOME = "https://shop.test/"
SETTINGS = Settings(url=HOME)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("audit shop.test", "audit --resume --out 'my results/shop.test' shop.test"),
        ("audit shop.test --resume", "audit --out 'my results/shop.test' shop.test --resume"),
        ("audit --out 'my results/shop.test' shop.test -q", "audit --resume --out 'my results/shop.test' shop.test -q"),
        ("audit --out=x shop.test --pages 9", "audit --resume --out=x shop.test --pages 9"),
        ("audit --pages 9 -- shop.test", "audit --resume --out 'my results/shop.test' --pages 9 -- shop.test"),
        ("audit -- --resume", "audit --resume --out 'my results/shop.test' -- --resume"),
        ("audit 'shop.test/?a=1&b=$x'", "audit --resume --out 'my results/shop.test' 'shop.test/?a=1&b=$x'"),
    ],
)
def test_the_command_is_repeated_with_resume_and_out(typed: str, told: str) -> None:
    command = going_on(["./signpost", *shlex.split(typed)], Path("my results/shop.test"))
    assert command == f"./signpost {told}"


def test_a_program_is_called_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "signpost").write_text("#!/bin/sh\n")
    (tmp_path / "signpost").chmod(0o755)
    assert shutil.which("signpost") == str(tmp_path / "signpost")
    assert program([str(tmp_path / "signpost"), "audit"]) == ["signpost"]
    assert program([".venv/bin/signpost", "audit"]) == [".venv/bin/signpost"]
    assert program([str(tmp_path / "auditor" / "__main__.py"), "audit"]) == [sys.executable, "-m", "auditor"]


def capture(results: Results, pages: int, **facts: object) -> None:
    with Capture.create(results.capture, SETTINGS) as made:
        urls = [HOME, *(f"{HOME}{number}" for number in range(1, pages))][:pages]
        made.put_round([Fetch(url, url, 200, PageStatus.OK, body=b"<p>", order=n) for n, url in enumerate(urls)])
        for key, value in facts.items():
            made.put_fact(key, value)


def test_what_is_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["./signpost", "audit", "shop.test"])
    results = Results.in_folder(tmp_path)
    nothing = stopped(SETTINGS, results)
    assert nothing.message == "Stopped before any page was there."

    capture(results, 0)
    assert stopped(SETTINGS, results).message == nothing.message

    capture(results, 1)
    assert stopped(SETTINGS, results).message.startswith("Stopped after 1 page; what was gathered is kept in ")
    capture(results, 3, finished=False)
    error = stopped(SETTINGS, results)
    assert error.exit_code == 130
    assert error.message == f"Stopped after 3 pages; what was gathered is kept in {results.capture}."
    assert error.hint == f"Go on with: ./signpost audit --resume --out {tmp_path} shop.test"

    other = SETTINGS.model_copy(update={"pages": 9})
    assert stopped(other, results).message == nothing.message

    capture(results, 3, finished=True, status="measured")
    error = stopped(SETTINGS, results)
    assert error.message == f"Stopped; all that was gathered is kept in {results.capture}."
    assert error.hint == f"See it with: ./signpost audit --capture {results.capture}"
