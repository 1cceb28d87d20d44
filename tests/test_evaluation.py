"""A capture in, an audit out: the same capture gives the same bytes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from auditor.capture.pages import keep, parser_version
from auditor.capture.store import Capture
from auditor.evaluation import audit_capture_file
from auditor.model.errors import CaptureError
from auditor.model.terms import CaptureStatus, Device, Outcome, PageStatus
from auditor.site import Site
from tests.captures import CONTACT, HOME, answer, captured, outcome, snapshot


def shop(folder: Path) -> Path:
    """A capture of two pages, one of them rendered on a desktop."""
    pages = answer("/", HOME), answer("/contact", CONTACT)
    return captured(folder, *pages, snapshots=[snapshot("/contact", CONTACT)], country="GB")


def kept_by(parser: str) -> Callable[[Path], None]:
    """Keeps what this parser makes of the pages under the name of a parser."""

    def change(file: Path) -> None:
        with Capture.resume(file) as capture:
            site = Site.read(capture)
            keep(capture, [*site.fetched, *site.rendered])
            rows = [(*key, data) for key, data in capture.parsed(parser_version()).items()]
            capture.put_parsed(parser, rows)

    return change


def torn(file: Path) -> None:
    kept_by(parser_version())(file)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE parsed SET data = substr(data, 1, 20) WHERE url LIKE '%/contact'")


def lying(file: Path) -> None:
    """What another parser kept says that there is nothing on any page."""
    with Capture.resume(file) as capture:
        empty = [(fetch.url, Device.ANY, "", b"\x90") for fetch in capture.outcomes()]
        capture.put_parsed("another parser", empty)


@pytest.mark.parametrize(
    "change",
    [lambda file: None, kept_by(parser_version()), kept_by("another parser"), torn, lying],
    ids=["nothing kept", "kept by this parser", "kept by another", "torn", "kept by another that lied"],
)
def test_the_same_capture_gives_the_same_bytes_whatever_was_kept_in_it(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    file = shop(tmp_path)
    first = audit_capture_file(file)
    assert outcome(first) == (Outcome.REACHED, 1)
    change(file)
    assert audit_capture_file(file).to_json(with_volatile=False) == first.to_json(with_volatile=False)


def test_an_audit_of_a_capture_writes_nothing_into_it(tmp_path: Path) -> None:
    file = shop(tmp_path)
    before = file.read_bytes()
    audit_capture_file(file)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("status", "reason"), [("blocked", "A bot wall."), ("unreachable", "No answer."), ("partial", "")]
)
def test_a_capture_without_a_home_page_gives_a_document_without_figures(
    tmp_path: Path, status: str, reason: str
) -> None:
    facts = {"status": status, "reason": reason}
    made = audit_capture_file(captured(tmp_path, answer("/", status=0, page_status=PageStatus.ERROR), facts=facts))
    assert (made.captured.status.value, made.captured.reason) == (status, reason)
    assert (made.journeys, made.scores.overall) == ((), None)


def test_what_a_partial_gathering_saw_is_audited(tmp_path: Path) -> None:
    facts = {"status": "partial", "reason": "the 120 s were spent"}
    made = audit_capture_file(captured(tmp_path, answer("/", CONTACT), facts=facts, country="GB"))
    assert (made.captured.status, outcome(made)) == (CaptureStatus.PARTIAL, (Outcome.REACHED, 0))


def not_there(file: Path) -> None:
    file.unlink()


def no_capture(file: Path) -> None:
    file.write_text("a letter")


def half(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def unpackable(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE body SET data = x'00ff'")


@pytest.mark.parametrize("change", [not_there, no_capture, half, unpackable])
def test_a_capture_that_cannot_be_read_is_told(tmp_path: Path, change: Callable[[Path], None]) -> None:
    file = shop(tmp_path)
    change(file)
    with pytest.raises(CaptureError) as caught:
        audit_capture_file(file)
    assert caught.value.hint
