"""Torn and foreign captures: one error that says so, whatever in them is wrong."""

import sqlite3
from pathlib import Path

import pytest

from auditor.capture.records import Fetch
from auditor.capture.store import Capture
from auditor.capture.torn import FILE, told_when_torn
from auditor.model.errors import CaptureError
from auditor.model.settings import Settings
from auditor.model.terms import PageStatus
from auditor.site import Site

HOME = "https://shop.test/"
DAMAGES = [
    "DELETE FROM fact WHERE key = 'settings'",
    "UPDATE fact SET value = 'no JSON' WHERE key = 'settings'",
    """UPDATE fact SET value = '{"url": "x", "pages": -1}' WHERE key = 'settings'""",
    "UPDATE fact SET value = 'no JSON' WHERE key = 'status'",
    "UPDATE fetch SET page_status = 'unheard of'",
    "UPDATE fetch SET redirects = 'no JSON'",
    "UPDATE body SET data = x'00'",
    "UPDATE body SET data = substr(data, 1, 20)",
    "UPDATE body SET data = zeroblob(0)",
    "DROP TABLE press",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "capture.sqlite"
    with Capture.create(path, Settings(url=HOME)) as capture:
        body = b"<title>Shop</title><p>Call +49 30 12345678"
        capture.put_round([Fetch(HOME, HOME, 200, PageStatus.OK, body=body, content_type="text/html")])
        capture.put_fact("status", "measured")
    return path


def test_a_whole_capture_is_read(path: Path) -> None:
    with Capture.open(path) as capture:
        assert Site.read(capture).fetched[0].title == "Shop"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_is_told_as_such(path: Path, damage: str) -> None:
    database = sqlite3.connect(path)
    database.execute(damage)
    database.commit()
    database.close()
    with Capture.open(path) as capture, pytest.raises(CaptureError, match="torn") as caught:
        Site.read(capture)
    assert caught.value.hint == "Gather the site again."


def test_what_is_torn_of_parsed_pages_is_left_out(path: Path) -> None:
    with Capture.resume(path) as capture:
        capture.put_parsed("p1", [(HOME, Settings(url=HOME).devices[0], "", b"whole")])
    database = sqlite3.connect(path)
    database.execute("INSERT INTO parsed SELECT url || 'torn', device, state, parser, x'7801' FROM parsed")
    database.commit()
    database.close()
    with Capture.open(path) as capture:
        assert [url for url, _, _ in capture.parsed("p1")] == [HOME]


def test_mistakes_of_our_own_are_not_called_torn() -> None:
    with pytest.raises(ValueError, match="ours"), told_when_torn(*FILE):
        raise ValueError("ours")
