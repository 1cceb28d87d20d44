"""An address in, an audit and its files out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.capture.store import Capture
from auditor.evaluation import audit_capture_file
from auditor.model.audit import Audit
from auditor.model.errors import GatherError, SignpostError, UnreachableError, UsageError
from auditor.model.progress import Progress
from auditor.model.terms import CaptureStatus, Outcome
from auditor.options import settings_of
from auditor.pipeline import audit, audit_site
from auditor.results import Results
from tests.captures import CONTACT, HOME, outcome
from tests.mockserver import MockServer

Starts = Callable[..., MockServer]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"pages": 0}, "--pages 0"),
        ({"seconds": -1}, "--seconds -1"),
        ({"render": "often"}, "--render 'often'"),
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
