"""`signpost audit`: which options go together, going on, and the exit code of a site that could not be measured."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.capture.records import Fetch
from auditor.capture.store import Capture
from auditor.model.settings import Settings
from auditor.model.terms import PageStatus
from tests.captures import answer, captured, page
from tests.mockserver import MockServer

CLASHES = [
    ((), "address of one site, or --demo"),
    (("shop.test", "--demo"), "a site or --demo, not both"),
    (("shop.test", "--capture", "c.sqlite"), "not both"),
    (("--demo", "--capture", "c.sqlite"), "not both"),
    (("--capture", "c.sqlite", "--pages", "9"), "--pages is for gathering"),
    (("--capture", "c.sqlite", "--consent", "reject"), "--consent is for gathering"),
    (("--capture", "c.sqlite", "--resume"), "--resume is for gathering"),
    (("--capture", "c.sqlite", "--country", "XX"), "no country with the code 'XX'"),
    (("shop.test", "--version", "open"), "--version is for the demo shop"),
    (("--version",), "--version is here the version of the demo shop: hidden or open"),
    (("shop.test", "--version"), "--version is here the version of the demo shop: hidden or open"),
    (("shop.test", "--format", "html"), "no format 'html'"),
    (("shop.test", "--prove", "some"), "--prove 'some' is not possible"),
    (("shop.test", "--seconds", "inf"), "--seconds inf is not possible"),
    (("shop.test", "--delay", "nan"), "--delay"),
    (("shop.test", "--pages", "100001"), "--pages 100001 is not possible"),
]


@pytest.mark.parametrize(("typed", "words"), CLASHES, ids=[" ".join(typed) for typed, _ in CLASHES])
def test_what_does_not_go_together(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], words: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert signpost("audit", *typed) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err.splitlines()[0]
    assert list(tmp_path.iterdir()) == []


def refused(path: Path) -> Path:
    """A capture of a site that turned the crawler away."""
    with Capture.create(path, Settings(url="https://shop.test/", render="never")) as capture:
        capture.put_round([Fetch("https://shop.test/", "https://shop.test/", 403, PageStatus.BLOCKED)])
        capture.put_fact("status", "blocked")
        capture.put_fact("reason", "shop.test does not let this crawler in: a bot wall.")
        capture.put_fact("finished", True)
    return path


def test_a_capture_of_a_site_that_was_not_measured(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = refused(tmp_path / "capture.sqlite")
    assert signpost("audit", "--capture", str(path), "--format", "json") == 3
    document = json.loads(capsys.readouterr().out)
    assert (document["captured"]["status"], document["scores"]["overall"]) == ("blocked", None)
    assert signpost("audit", "--capture", str(path)) == 3
    assert "does not let this crawler in" in capsys.readouterr().out


def test_json_tells_of_a_site_that_cannot_be_measured_too(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], mock_server: Callable[..., MockServer],
    tmp_path: Path,
) -> None:  # fmt: skip
    typed = ("--render", "never", "--out", str(tmp_path), "--format", "json", "--resume")
    assert signpost("audit", mock_server("home_404").url, *typed) == 3
    out, err = capsys.readouterr()
    assert json.loads(out) == json.loads((tmp_path / "audit.json").read_text())
    assert err.startswith(f"There is nothing to go on with in {tmp_path}; beginning anew.\nsignpost: ")


def test_a_wrong_option_leaves_the_older_capture(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = refused(tmp_path / "capture.sqlite").read_bytes()
    for typed in (("--resolve", "nonsense"), ("--browser", str(tmp_path / "none")), ("--resume", "--pages", "3")):
        assert signpost("audit", "https://shop.test/", "--out", str(tmp_path), *typed) == 2
        assert len(capsys.readouterr().err.splitlines()) == 2
    assert (tmp_path / "capture.sqlite").read_bytes() == before


def test_a_capture_may_be_told_for_another_country(
    signpost: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    contact = page("<main><h1>Contact</h1><h2>02 9374 4000</h2></main>", "Contact")
    home = page('<main><h1>Shop</h1><a href="/contact">Contact</a></main>')
    file = captured(tmp_path, answer("/", home), answer("/contact", contact))

    def told(*typed: str) -> tuple[str, str, set[str]]:
        assert signpost("audit", "--capture", str(file), "--format", "json", *typed) == 0
        made = json.loads(capsys.readouterr().out)
        return made["settings"]["country"], made["site"]["country"], {each["value"] for each in made["contacts"]}

    assert told() == ("", "", {"0293744000"})
    assert told("--country", "au") == ("AU", "AU", {"+61293744000"})
    assert told() == ("", "", {"0293744000"})
    assert signpost("audit", "--capture", str(file)) == 0
    assert "name it with --country" in " ".join(capsys.readouterr().out.split())
