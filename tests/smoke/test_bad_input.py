"""Wrong use and sites that cannot be measured: one message, a hint, the right exit code, and nothing is lost."""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mockserver import MockServer

Done = subprocess.CompletedProcess[str]
NEVER = ("--render", "never", "--seconds", "20")


@dataclass(frozen=True, slots=True)
class Row:
    """A command with `{url}`, `{port}` of a mock server and `{golden}`, and what comes of it."""

    typed: tuple[str, ...]
    code: int
    words: tuple[str, ...]
    behaviour: str = ""
    stdin: bytes = b""


def site(behaviour: str, *words: str) -> Row:
    return Row(("audit", "{url}", *NEVER, "--out", behaviour), 3, words, behaviour)


def wrong(*typed: str, words: tuple[str, ...], behaviour: str = "", stdin: bytes = b"") -> Row:
    return Row(typed, 2, words, behaviour, stdin)


UNMEASURED: Mapping[str, Row] = {
    "no such host": Row(
        ("audit", "http://no-such-host.invalid/", *NEVER, "--out", "no such host"), 3, ("no host called", "spelling")
    ),
    "refused": Row(("audit", "http://127.0.0.1:1/", *NEVER, "--out", "refused"), 3, ("refused the connection", "port")),
    "https is assumed": Row(
        ("audit", "127.0.0.1:{port}", *NEVER, "--out", "https is assumed"), 3, ("speak https", "http://127"), "plain"
    ),
    "self_signed": site("self_signed", "no secure connection", "certificate"),
    "home_404": site("home_404", "was not found", "404", "Check the address"),
    "home_500": site("home_500", "500", "Try again later"),
    "pdf": site("pdf", "no web page but application/pdf", "home page"),
    "login_wall": site("login_wall", "without a login"),
    "challenge_403": site("challenge_403", "does not let this crawler in", "Cloudflare", "Ask the owner"),
    "challenge_503": site("challenge_503", "does not let this crawler in", "Ask the owner"),
    "rate_limited": site("rate_limited", "fewer requests", "429", "--delay"),
    "robots_forbids_all": site("robots_forbids_all", "robots.txt", "Ask the owner"),
    "robots_fails": site("robots_fails", "robots.txt", "could not be read", "503", "for now", "Try again later"),
    "robots_slow": site(
        "robots_slow", "100000 s between two requests", "not fit into the 20 s", "--seconds", "ask the"
    ),
    "redirect_loop": site("redirect_loop", "redirects without an end", "browser"),
    "empty_body": site("empty_body", "empty page"),
    "frameset": site("frameset", "is built of frames", "does not read yet", "address of the frame"),
    "too_deep": site("too_deep", "nested too deeply", "another page"),
}
ADDRESSES: Mapping[str, Row] = {
    "no address": wrong("audit", words=("address of one site, or --demo", "signpost audit https://")),
    "file URL": wrong("audit", "file:///etc/passwd", words=("is a file", "signpost detect")),
    "script URL": wrong("audit", "javascript:alert(1)", words=("javascript: is no web address",)),
    "password in URL": wrong("audit", "https://me:secret@shop.test/", words=("password", "Leave it out")),
    "no host": wrong("audit", "https://shop..test/", words=("is no address of a web site",)),
    "capture and site": wrong("audit", "shop.test", "--capture", "x.sqlite", words=("not both",)),
}
OPTIONS: Mapping[str, Row] = {
    "unknown command": wrong("adit", words=("No such command 'adit'", "signpost --help")),
    "no command": wrong(words=("What shall be done", "signpost audit https://")),
    "unknown option": wrong("audit", "shop.test", "--nonsense", words=("--nonsense", "signpost audit --help")),
    "--pages 0": wrong("audit", "shop.test", "--pages", "0", words=("--pages", "signpost audit --help")),
    "--render": wrong("audit", "shop.test", "--render", "some", words=("--render 'some'", "'always' or 'never'")),
    "--country": wrong("audit", "shop.test", "--country", "Narnia", words=("no country", "Narnia", "GB")),
    "--format": wrong("audit", "shop.test", "--format", "xml", words=("no format 'xml'", "--format json")),
    "--version": wrong("audit", "--demo", "--version", "shut", words=("no version 'shut'", "open or hidden")),
    "--resolve": wrong(
        "audit", "{url}", *NEVER, "--resolve", "nonsense", "--out", "r", words=("--resolve", "HOST:PORT:ADDRESS"),
        behaviour="plain",
    ),
    "--browser": wrong(
        "audit", "{url}", "--browser", "no/browser", "--out", "b", words=("no/browser", "is not there", "Chromium"),
        behaviour="plain",
    ),
    "--browser of another kind": wrong(
        "audit", "{url}", "--browser", "/bin/ls", "--out", "l", words=("/bin/ls", "Chrome or Chromium"),
        behaviour="plain",
    ),
}  # fmt: skip
FILES: Mapping[str, Row] = {
    "results under a file": wrong("audit", "shop.test", "--out", "file/x", words=("file/x cannot be written", "--out")),
    "no capture": wrong("audit", "--capture", "none.sqlite", words=("no capture at none.sqlite", "check the path")),
    "torn capture": wrong("audit", "--capture", "torn.sqlite", words=("torn.sqlite", "is torn", "Gather")),
    "report of no audit": wrong("report", "other.json", words=("other.json is no signpost.audit/1", "audit.json")),
    "report of no JSON": wrong("report", "file", words=("file is no signpost.audit/1", "Invalid JSON")),
    "report of nothing": wrong("report", "none.json", words=("none.json cannot be read", "audit.json")),
    "report in no format": wrong("report", "{golden}", "--format", "xml", words=("format", "xml", "html, json, term")),
    "report to a file's child": wrong("report", "{golden}", "--out", "file/x.html", words=("file/x.html cannot be",)),
    "detect nothing": wrong("detect", words=("Missing argument", "signpost detect --help")),
    "detect no file": wrong("detect", "none.html", words=("none.html cannot be read", "path")),
    "detect a folder": wrong("detect", "folder", words=("is a folder", "folder/*.html")),
    "detect a picture": wrong("detect", "picture", words=("picture is no HTML", "browser saves")),
    "detect an empty file": wrong("detect", "empty", words=("empty is empty",)),
    "detect empty input": wrong("detect", "-", words=("Standard input is empty", "< page.html")),
}  # fmt: skip
ROWS = {**UNMEASURED, **ADDRESSES, **OPTIONS, **FILES}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files that are not what they should be."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "folder").mkdir()
    (folder / "file").write_text("not a folder\n")
    (folder / "empty").write_text("\n")
    (folder / "other.json").write_text('{"schema": "another/1"}')
    (folder / "torn.sqlite").write_bytes(b"SQLite format 3\0" + bytes(range(256)))
    (folder / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64))
    return folder


@pytest.fixture(scope="module")
def servers() -> Iterator[Mapping[str, MockServer]]:
    """A server for each behaviour that a row asks for."""
    with ExitStack() as stack:
        names = sorted({row.behaviour for row in ROWS.values() if row.behaviour})
        yield {name: stack.enter_context(MockServer(name)) for name in names}


@pytest.fixture(scope="module")
def done(
    signpost: Callable[..., Done], folder: Path, servers: Mapping[str, MockServer]
) -> Iterator[Callable[[str], Done]]:
    """What came of each row; they run two at a time."""
    golden = Path(__file__).parents[1] / "golden" / "small.audit.json"

    def run(row: Row) -> Done:
        server = servers.get(row.behaviour)
        url, port = (server.url, server.port) if server else ("", "")
        typed = [word.format(url=url, port=port, golden=golden) for word in row.typed]
        return signpost(*typed, cwd=folder, stdin=row.stdin)

    with ThreadPoolExecutor(2) as pool:
        waiting = {name: pool.submit(run, row) for name, row in ROWS.items()}
        yield lambda name: waiting[name].result()


@pytest.mark.parametrize("name", ROWS)
def test_one_message_a_hint_and_the_exit_code(name: str, done: Callable[[str], Done]) -> None:
    row, ended = ROWS[name], done(name)
    assert ended.returncode == row.code, ended.stderr
    assert [word for word in row.words if word not in ended.stderr] == []
    message, *hint = ended.stderr.splitlines()
    assert message.startswith("signpost: ")
    assert len(hint) == 1
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


@pytest.mark.parametrize("name", UNMEASURED)
def test_a_site_that_cannot_be_measured_has_an_audit_that_says_so(
    name: str, done: Callable[[str], Done], folder: Path
) -> None:
    message = done(name).stderr.splitlines()[0].removeprefix("signpost: ")
    document = json.loads((folder / name / "audit.json").read_text())
    assert document["captured"]["status"] in {"blocked", "unreachable"}
    assert document["captured"]["reason"].startswith(message)
    assert document["scores"]["overall"] is None
    assert (folder / name / "report.html").is_file()


def test_wrong_use_asks_no_site_for_anything(
    done: Callable[[str], Done], folder: Path, servers: Mapping[str, MockServer]
) -> None:
    for name in ("--resolve", "--browser", "--browser of another kind", "https is assumed"):
        done(name)
    assert servers["plain"].requests == []
    assert sorted(path.name for path in (folder / "r").rglob("*")) == ["shots"]
