"""What a visitor can see: sixty pages, one case of showing or hiding a number each, audited and held to the truth."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.model.settings import Settings
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from tests.visibility.corpus_site import FOLDER, HOME, Case, CorpusSite, body_of, cases
from tests.visibility.one_page import audit_page, found_in, reasons_in

Run = Callable[[Coroutine[Any, Any, Any]], Any]
CASES = cases()
#: Pages of which something else is told than what is true; this may only become smaller.
KNOWN_GAPS = 0


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Run a coroutine in the event loop of the module."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture(scope="module")
def site() -> Iterator[CorpusSite]:
    """The server of the corpus."""
    with CorpusSite() as served:
        yield served


@pytest.fixture(scope="module")
def browser(run: Run, site: CorpusSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserSession]:
    """One browser for the whole corpus."""
    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    settings = Settings(url=f"{HOME}/", resolve=site.resolve)
    shots = tmp_path_factory.mktemp("shots")
    session = BrowserSession(BrowserOptions.of(settings, choice.path, shots, "en"))
    run(session.__aenter__())
    yield session
    run(session.__aexit__(None, None, None))


def settings_of(case: Case, site: CorpusSite) -> Settings:
    """The settings of the audit of one page; the numbers are British, which no page says."""
    return Settings(url=f"{HOME}/{case.name}", pages=1, country="GB", resolve=site.resolve, prove="none")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_an_audit_tells_what_a_visitor_sees(
    case: Case, site: CorpusSite, browser: BrowserSession, run: Run, tmp_path: Path
) -> None:
    body = body_of(case.name)
    assert body is not None
    audit = run(audit_page(browser, settings_of(case, site), body, tmp_path / "capture.sqlite"))
    assert found_in(audit) == case.told, f"{case.case} The audit says: {reasons_in(audit)}"


def test_the_corpus_is_whole() -> None:
    names = [case.name for case in CASES]
    assert names == sorted(file.stem for file in FOLDER.glob("*.html"))
    assert len(names) == 60
    assert {answer for case in CASES for answer in case.truth.values()} <= {"0", "1", "2", "none", "unclear"}
    assert sum(case.truth != case.told for case in CASES) <= KNOWN_GAPS
