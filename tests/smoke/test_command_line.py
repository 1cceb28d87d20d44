"""The command line as a user calls it: an audit of a small shop, the same capture again, reports, detect, help."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.mockserver import MockServer

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "small.audit.json"
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
PAGE = "<p>Call us: <a href='tel:+493012345678'>+49 30 12345678</a>. Write to care@kettlewren.shop</p>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("line")


@pytest.fixture(scope="module")
def audited(signpost: Run, folder: Path) -> Done:
    """`signpost audit URL --format json` of the mock shop, with results in the folder `shop`."""
    with MockServer("shop") as server:
        typed = ("audit", server.url, "--render", "never", "--pages", "20", "--out", "shop", "--format", "json")
        return signpost(*typed, cwd=folder)


@pytest.fixture(scope="module")
def again(signpost: Run, folder: Path, audited: Done) -> Done:
    """The same capture audited again, for a person, into another folder."""
    return signpost("audit", "--capture", "shop/capture.sqlite", "--out", "again", cwd=folder)


def without_volatile(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text())
    return {name: value for name, value in document.items() if name != "volatile"}


def test_an_audit_writes_its_files(audited: Done, folder: Path) -> None:
    assert audited.returncode == 0, audited.stderr
    names = {path.name for path in (folder / "shop").iterdir()}
    assert names == {"audit.json", "report.html", "capture.sqlite", "shots"}
    assert "<h1" in (folder / "shop" / "report.html").read_text()


def test_json_is_all_that_stands_on_stdout_and_fits_the_schema(audited: Done, folder: Path) -> None:
    document = json.loads(audited.stdout)
    schema = json.loads((ROOT / "docs" / "schema" / "signpost.audit-1.json").read_text())
    jsonschema.validate(document, schema)
    assert document == json.loads((folder / "shop" / "audit.json").read_text())
    assert document["captured"]["status"] == "measured"
    assert 0 < len(document["pages"]) <= 20


def test_there_is_no_progress_where_nobody_looks(audited: Done, again: Done) -> None:
    assert (audited.stderr, again.stderr) == ("", "")


def test_the_verdict_tells_clicks_seconds_and_files(again: Done) -> None:
    assert again.returncode == 0, again.stderr
    assert "Shortest way to a phone number: at most 1 click, about " in again.stdout
    assert "for someone who knows the site" in again.stdout
    assert "Live chat: cannot tell" in again.stdout
    assert "none of them in a browser" in again.stdout
    assert "again/report.html" in again.stdout
    assert "shop/capture.sqlite" in again.stdout


def test_a_capture_gives_the_same_audit_again(again: Done, folder: Path) -> None:
    assert again.returncode == 0, again.stderr
    assert without_volatile(folder / "again" / "audit.json") == without_volatile(folder / "shop" / "audit.json")


def test_a_report_is_rendered_again(signpost: Run, folder: Path, audited: Done, again: Done) -> None:
    done = signpost("report", "shop", "--format", "term", cwd=folder)
    assert done.returncode == 0, done.stderr
    verdict = next(line for line in done.stdout.splitlines() if line.startswith("Shortest way"))
    assert verdict in again.stdout
    done = signpost("report", str(GOLDEN), "--out", "made/report.html", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Larkfield Lamps" in (folder / "made" / "report.html").read_text()


def test_detect_prints_one_json_object_a_line(signpost: Run, folder: Path) -> None:
    (folder / "page.html").write_text(PAGE)
    (folder / "plain.html").write_text("<p>Nothing to be had here.</p>")
    done = signpost("detect", "page.html", "none.html", "-", "plain.html", cwd=folder, stdin=PAGE.encode())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [entry["file"] for entry in found] == ["page.html", "-", "plain.html"]
    assert [[contact["channel"] for contact in entry["contacts"]] for entry in found] == [
        ["phone", "email"], ["phone", "email"], [],
    ]  # fmt: skip
    assert found[0]["contacts"][0]["value"] == "+493012345678"
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "signpost: none.html cannot be read (No such file or directory)."


def test_version_and_help(signpost: Run, folder: Path) -> None:
    version = signpost("--version", cwd=folder)
    assert (version.returncode, version.stderr) == (0, "")
    assert version.stdout.startswith("signpost 0.")
    overview = signpost("--help", cwd=folder)
    assert overview.returncode == 0
    assert all(name in overview.stdout for name in ("audit", "detect", "report", "demo"))
    options = signpost("audit", "--help", cwd=folder)
    words = ("--out", "signpost-out/NAME", "--pages", "--resume", "--resolve", "--quiet", "SIGNPOST_BROWSER")
    assert all(word in options.stdout for word in words)


@pytest.mark.parametrize("typed", [f"report {GOLDEN}", "--help", f"report {GOLDEN} --format json"])
def test_a_reader_that_goes_away_is_no_error(
    command: str, environment: dict[str, str], folder: Path, typed: str
) -> None:
    # The pipe's reading end is closed before anything is written: the surest of all early readers.
    with subprocess.Popen(
        [command, *typed.split()], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.close()
        assert (done.stderr.read(), done.wait(60)) == (b"", 0)


def test_a_full_disk_and_closed_streams_are_no_mystery(command: str, environment: dict[str, str], folder: Path) -> None:
    def shell(line: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, check=False)

    if Path("/dev/full").exists():
        done = shell(f"'{command}' report '{GOLDEN}' > /dev/full")
        assert done.returncode == 2
        assert done.stderr.startswith(b"signpost: Standard output cannot be written")
    assert shell(f"'{command}' report '{GOLDEN}' >&- 2>&-").returncode == 0
    assert shell(f"'{command}' report none.json 2>&-").returncode == 2
