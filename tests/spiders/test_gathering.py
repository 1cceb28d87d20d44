"""One gathering from end to end, on a site of a few answers and without a browser."""

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest

from auditor.capture.store import Capture
from auditor.model.progress import Progress
from auditor.model.terms import CaptureStatus
from spiders.failures import ClosedError
from spiders.gathering import Ending, Gathering
from tests.spiders.breadth import BreadthGuide
from tests.spiders.offline import HOME, Offline, new_capture, tools_for
from tests.spiders.small_server import Reply

SITE: dict[str, str | Reply | Exception] = {
    HOME: '<footer><a href="https://help.brand.com/">Help</a></footer><a href="/a">A</a><a href="/b">B</a>',
    f"{HOME}a": "<p>A</p>",
    f"{HOME}b": "<p>B</p>",
    "https://help.brand.com/": "<p>Help</p>",
    f"{HOME}sitemap.xml": Reply(200, f"<urlset><url><loc>{HOME}c</loc></url></urlset>"),
    f"{HOME}c": "<p>C</p>",
}


def ended(offline: Offline, capture: Capture, **more: Any) -> Ending:
    return asyncio.run(Gathering(tools_for(offline, capture, **more), Path("shots")).run())


def test_a_site_is_gathered_with_what_was_learned_of_it(tmp_path: Path) -> None:
    told: list[Progress] = []
    with new_capture(tmp_path) as capture:
        ending = ended(
            Offline({**SITE, f"{HOME}robots.txt": Reply(200, "User-agent: *\nDisallow: /b")}), capture, told=told
        )
        found = {fetch.url.removeprefix(HOME): str(fetch.page_status) for fetch in capture.outcomes()}
        assert ending == Ending(CaptureStatus.MEASURED)
        assert found == {
            "": "ok",
            "a": "ok",
            "c": "ok",
            "https://help.brand.com/": "ok",
            "signpost-no-such-page": "missing",
            "b": "closed",
        }
        assert capture.fact("scope") == {"domain": "brand.com", "hosts": ["help.brand.com"]}
        assert capture.fact("sitemap") == {"files": [f"{HOME}sitemap.xml"], "pages": [f"{HOME}c"]}
        assert capture.fact("robots")["verdict"] == "obeyed"
        assert len(capture.fact("robots")["origins"]) == 2
        assert (capture.fact("locale"), capture.fact("phases")) == ("en", {"fetch": 0.0})
    assert [told[0].phase, told[-1].phase, told[-1].queued] == ["start", "fetch", 0]


def test_the_same_gathering_once_more_asks_for_nothing_and_comes_to_the_same(tmp_path: Path) -> None:
    first, second = Offline(SITE), Offline({})
    with new_capture(tmp_path) as capture:
        ended(first, capture)
        before = list(capture.outcomes())
        assert ended(second, capture).status is CaptureStatus.MEASURED
        assert list(capture.outcomes()) == before
    assert [url for url in second.asked if not url.endswith("robots.txt")] == []


@pytest.mark.parametrize(
    ("answer", "status", "verdict", "words"),
    [
        (Reply(500), CaptureStatus.UNREACHABLE, "absent", "answered with an error (500)"),
        (Reply(403), CaptureStatus.BLOCKED, "absent", "does not let this crawler in"),
        (ClosedError(HOME), CaptureStatus.BLOCKED, "forbids", "robots.txt"),
        (Reply(200, "<!doctype html>"), CaptureStatus.UNREACHABLE, "absent", "is an empty page"),
    ],
)
def test_a_home_page_that_is_none_ends_it_and_is_recorded(
    tmp_path: Path, answer: Reply | Exception, status: CaptureStatus, verdict: str, words: str
) -> None:
    with new_capture(tmp_path) as capture:
        ending = ended(Offline({**SITE, HOME: answer}), capture)
        assert ending.status is status
        assert ending.error is not None
        assert words in ending.error.message == ending.reason
        assert [fetch.url for fetch in capture.outcomes()] == [HOME]
        assert capture.fact("robots")["verdict"] == verdict
        assert "fetch" in capture.fact("phases")


def test_when_the_seconds_are_spent_what_came_is_kept(tmp_path: Path) -> None:
    clock = itertools.count(0.0, 1.0)
    with new_capture(tmp_path) as capture:
        ending = ended(Offline(SITE), capture, clock=lambda: next(clock), seconds=9.0, round_size=1)
        kept = [fetch.url for fetch in capture.outcomes()]
    assert (ending.status, ending.reason) == (CaptureStatus.PARTIAL, "the 9 s were spent")
    assert kept[0] == HOME
    assert len(kept) < 6


def test_when_no_page_could_change_an_answer_it_is_over_and_measured(tmp_path: Path) -> None:
    class Content(BreadthGuide):
        def open(self) -> bool:
            return False

    with new_capture(tmp_path) as capture:
        assert ended(Offline(SITE), capture, guide=Content()) == Ending(CaptureStatus.MEASURED)
        assert [fetch.url for fetch in capture.outcomes()] == [HOME]


def test_a_home_page_that_only_asks_for_a_country_is_no_site(tmp_path: Path) -> None:
    choice = '<a href="https://brand.de/">Deutschland</a><a href="https://brand.fr/">France</a>'
    with new_capture(tmp_path) as capture:
        ending = ended(Offline({HOME: choice}), capture)
        assert ending.status is CaptureStatus.UNREACHABLE
        assert ending.error is not None
        assert "asks for a country" in ending.error.message
    with new_capture(tmp_path / "more") as capture:
        ending = ended(Offline({HOME: f'{choice}<a href="/a">A</a>', f"{HOME}a": "<p>A</p>"}), capture)
        assert ending.status is CaptureStatus.MEASURED


@pytest.mark.parametrize(("robots", "came"), [("", "ok"), ("User-agent: *\nDisallow: /search", "closed")])
def test_what_the_search_finds_is_asked_for_as_any_page_and_no_further_search_is(
    tmp_path: Path, robots: str, came: str
) -> None:
    found = '<p>Results</p><a href="/search?page=2&q=contact">2</a><a href="/hit">A hit</a>'
    site = {
        HOME: '<a href="/search?q=contact">Search</a>',
        f"{HOME}robots.txt": Reply(200, robots),
        f"{HOME}search?q=contact": found,
        f"{HOME}hit": "<p>Hit</p>",
    }
    with new_capture(tmp_path) as capture:
        ended(Offline(site), capture)
        answers = {fetch.url.removeprefix(HOME): str(fetch.page_status) for fetch in capture.outcomes()}
    assert answers["search?q=contact"] == came
    assert ("hit" in answers) == (came == "ok")
    assert not any("page=2" in url for url in answers)
