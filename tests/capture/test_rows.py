"""A record comes back from its row as it went in, whatever it holds."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from auditor.capture.records import ConsentRecord, Fetch, PressRecord
from auditor.capture.rows import consent_of, fetch_of, press_of, row_of_consent, row_of_fetch, row_of_press
from auditor.capture.store import TABLES
from auditor.model.page import Box
from auditor.model.terms import Action, Consent, Device, PageStatus

URL = "https://shop.example/"
ODD = "Ünï ☎ ' \" ; -- \n \x00 DROP TABLE"


def stored(table: str, values: Sequence[object]) -> sqlite3.Row:
    """The row as the database of a capture gives it back."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    database.executescript(TABLES)
    database.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(values))})", values)
    row = database.execute(f"SELECT * FROM {table}").fetchone()
    database.close()
    assert isinstance(row, sqlite3.Row)
    return row


@pytest.mark.parametrize("status", list(PageStatus))
def test_a_fetch_comes_back(status: PageStatus) -> None:
    fetch = Fetch(
        URL,
        f"{URL}en",
        301,
        status,
        ODD,
        b"body",
        "utf-8",
        "text/html",
        2,
        3,
        4,
        f"{URL}s",
        (URL, ODD),
        True,
        f"{URL}a",
    )
    assert fetch_of(stored("fetch", row_of_fetch(fetch, None)), b"body") == fetch


def test_the_body_of_a_fetch_stands_elsewhere_and_the_row_points_to_it() -> None:
    row = stored("fetch", row_of_fetch(Fetch(URL, URL, 200, PageStatus.OK, body=b"secret"), "abc"))
    assert row["body"] == "abc"
    assert b"secret" not in tuple(row)


@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("box", [None, Box(0, 0, 0, 0), Box(-1.5, 2.25, 1e6, 0.1)])
def test_a_press_comes_back(action: Action, box: Box | None) -> None:
    press = PressRecord(
        URL,
        Device.MOBILE,
        "/1",
        action,
        "#a > b",
        ODD,
        "navigated",
        "/2",
        "tab",
        box,
        "1.webp",
        f"{URL}c",
        ODD,
        "k",
        2,
        9.5,
    )
    assert press_of(stored("press", (None, *row_of_press(press)))) == press


@pytest.mark.parametrize("choice", list(Consent))
@pytest.mark.parametrize("found", [True, False])
def test_a_consent_decision_comes_back(choice: Consent, found: bool) -> None:
    consent = ConsentRecord(URL, Device.DESKTOP, found, ODD, choice, 2, 0.25, ODD, ("chat", "phone"))
    back = consent_of(stored("consent", row_of_consent(consent)))
    assert back == consent
    assert back.found is found


FETCH_ROW = row_of_fetch(Fetch(URL, URL, 200, PageStatus.OK), None)
PRESS_ROW = (None, *row_of_press(PressRecord(URL, Device.MOBILE, "", Action.OPEN, "#m", "Menu", "changed")))
CONSENT_ROW = row_of_consent(ConsentRecord(URL, Device.MOBILE, found=True))
Read = Callable[[sqlite3.Row], Any]


@pytest.mark.parametrize(
    ("table", "row", "read", "at", "foreign"),
    [
        ("fetch", FETCH_ROW, lambda row: fetch_of(row, None), 5, "splendid"),
        ("fetch", FETCH_ROW, lambda row: fetch_of(row, None), 12, "{no json"),
        ("fetch", FETCH_ROW, lambda row: fetch_of(row, None), 12, "5"),
        ("press", PRESS_ROW, press_of, 2, "watch"),
        ("press", PRESS_ROW, press_of, 4, "shout"),
        ("press", PRESS_ROW, press_of, 10, "[1, 2, 3]"),
        ("press", PRESS_ROW, press_of, 10, "[1, 2, 3, 4, 5]"),
        ("consent", CONSENT_ROW, consent_of, 4, "perhaps"),
    ],
)
def test_a_foreign_word_in_a_row_is_refused(
    table: str, row: Sequence[object], read: Read, at: int, foreign: str
) -> None:
    changed = [*row[:at], foreign, *row[at + 1 :]]
    with pytest.raises((ValueError, TypeError)):
        read(stored(table, changed))
