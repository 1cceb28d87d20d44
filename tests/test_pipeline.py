"""An address or a capture in, an audit out: the same capture gives the same bytes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.capture.pages import keep, parser_version
from auditor.capture.store import Capture
from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit
from auditor.model.errors import CaptureError, GatherError, SignpostError, UnreachableError, UsageError
from auditor.model.progress import Progress
from auditor.model.terms import CaptureStatus, Channel, Device, Outcome, PageStatus, Stage
from auditor.options import settings_of
from auditor.pipeline import audit, audit_site
from auditor.results import Results
from auditor.site import Site
from tests.captures import answer, captured, page, snapshot
from tests.mockserver import MockServer

Starts = Callable[..., MockServer]
PHONE = '<p>Call us: <a href="tel:+442071234567">020 7123 4567</a></p>'
HOME = page('<main><h1>Shop</h1></main><footer><a href="/contact">Contact</a></footer>')
CONTACT = page(f"<main><h1>Contact</h1>{PHONE}</main>", "Contact")


def shop(folder: Path) -> Path:
    """A capture of two pages, one of them rendered on a desktop."""
    pages = answer("/", HOME), answer("/contact", CONTACT)
    return captured(folder, *pages, snapshots=[snapshot("/contact", CONTACT)], country="GB")


def outcome(made: Audit, channel: Channel = Channel.PHONE) -> tuple[Outcome, int | None]:
    journey = next(each for each in made.journeys if (each.stage, each.channel) == (Stage.HOME, channel))
    return journey.outcome, journey.best_clicks


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


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"pages": 0}, "--pages 0"),
        ({"seconds": -1}, "--seconds -1"),
        ({"render": "always"}, "--render 'always'"),
        ({"prove": "everything"}, "--prove 'everything'"),
        ({"concurrency": 33}, "--concurrency 33"),
        ({"devices": ["watch"]}, "--devices 'watch'"),
        ({"no_such_option": 1}, "--no_such_option 1"),
    ],
)
def test_a_wrong_option_is_named(options: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        settings_of(url="https://shop.test/", **options)
    assert caught.value.hint


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "mailto:service@shop.test", "https://"])
def test_what_is_no_address_is_said_before_anything_is_written(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        audit(url)
    assert list(tmp_path.iterdir()) == []


def test_an_audit_of_a_site_leaves_the_document_and_the_capture(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server(site={"/": HOME, "/contact": CONTACT})
    told: list[Progress] = []
    made = audit(server.url, tmp_path, on_progress=told.append, render="never", country="gb")
    assert (made.captured.status, outcome(made)) == (CaptureStatus.MEASURED, (Outcome.REACHED, 1))
    assert (tmp_path / "audit.json").read_text(encoding="utf-8") == made.to_json()
    again = audit_capture_file(tmp_path / "capture.sqlite")
    assert again.to_json(with_volatile=False) == made.to_json(with_volatile=False)
    assert told[-1].phase == "done"


def test_results_lie_in_a_folder_of_the_name_of_the_site(
    mock_server: Starts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = mock_server(site={"/": CONTACT})
    monkeypatch.chdir(tmp_path)
    audit("http://www.shop.test/", resolve=[f"www.shop.test:80:127.0.0.1:{server.port}"], render="never")
    assert (tmp_path / "signpost-out" / "www.shop.test" / "audit.json").is_file()


@pytest.mark.parametrize(("behaviour", "error"), [("home_404", UnreachableError), ("robots_forbids_all", GatherError)])
def test_a_site_that_cannot_be_measured_raises_and_its_capture_tells_why(
    mock_server: Starts, tmp_path: Path, behaviour: str, error: type[SignpostError]
) -> None:
    server = mock_server(behaviour)
    results = Results.in_folder(tmp_path)
    with pytest.raises(error) as caught:
        audit_site(settings_of(url=server.url, render="never"), results)
    assert audit_capture_file(results.capture).captured.reason == caught.value.message


def test_a_capture_that_is_complete_is_not_gone_on_with(mock_server: Starts, tmp_path: Path) -> None:
    server = mock_server(site={"/": CONTACT})
    results = Results.in_folder(tmp_path)
    settings = settings_of(url=server.url, render="never")
    audit_site(settings, results)
    with pytest.raises(UsageError, match="nothing to go on with"):
        audit_site(settings, results, resume=True)
    with pytest.raises(UsageError, match="other settings: --pages"):
        audit_site(settings.model_copy(update={"pages": 7}), results, resume=True)


def test_the_public_names_are_those_of_the_pipeline() -> None:
    assert (auditor.audit, auditor.Audit, auditor.Capture) == (audit, Audit, Capture)
    with pytest.raises(AttributeError):
        _ = auditor.no_such_name
