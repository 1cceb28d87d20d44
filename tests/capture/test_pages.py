"""Pages are read from the evidence, or as they were kept by this very parser."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.capture import pages
from auditor.capture.html import parse_html
from auditor.capture.pages import CapturedPages, keep, parser_version
from auditor.capture.store import Capture
from auditor.model.page import Page
from auditor.model.terms import Device, PageStatus
from tests.captures import ORIGIN, answer, captured, page, snapshot

HOME = f"{ORIGIN}/"
SENT = parse_html(page("<h1>Sent</h1>", "Sent").encode(), url=HOME)
KEPT = replace(SENT, title="Kept")
NUL = b"\x00"


def fetched(file: Path) -> list[Page]:
    with Capture.open(file) as capture:
        return list(CapturedPages(capture).fetched())


def rendered(file: Path) -> list[Page]:
    with Capture.open(file) as capture:
        return list(CapturedPages(capture).rendered())


def as_kept(file: Path) -> bytes:
    """The bytes of the one page that is kept in a capture."""
    with Capture.resume(file) as capture:
        keep(capture, [KEPT])
        return capture.parsed(parser_version())[HOME, Device.ANY, ""]


@pytest.mark.parametrize(
    ("parser", "torn", "title"),
    [
        (parser_version(), lambda data: data, "Kept"),
        ("0123456789abcdef", lambda data: data, "Sent"),
        (parser_version(), lambda data: data[:-3], "Sent"),
        (parser_version(), lambda data: data + NUL, "Sent"),
        (parser_version(), lambda data: b"", "Sent"),
        (parser_version(), lambda data: b"\xc1 is no msgpack", "Sent"),
        (parser_version(), lambda data: b"\x81\xa3url\xa1x", "Sent"),
        (parser_version(), lambda data: data.replace(b"any", b"eye", 1), "Sent"),
    ],
    ids=["this parser", "another parser", "cut off", "too long", "empty", "noise", "another shape", "another device"],
)
def test_a_kept_page_is_read_where_it_is_whole_and_of_this_parser(
    tmp_path: Path, parser: str, torn: Callable[[bytes], bytes], title: str
) -> None:
    file = captured(tmp_path, answer("/", page("<h1>Sent</h1>", "Sent")))
    data = as_kept(file)
    with Capture.resume(file) as capture:
        capture.put_parsed(parser, [(HOME, Device.ANY, "", torn(data))])
    assert [each.title for each in fetched(file)] == [title]


def test_a_kept_page_that_cannot_be_unpacked_is_parsed_again(tmp_path: Path) -> None:
    file = captured(tmp_path, answer("/", page("<h1>Sent</h1>", "Sent")))
    as_kept(file)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE parsed SET data = substr(data, 1, length(data) / 2)")
    assert [each.title for each in fetched(file)] == ["Sent"]


def test_nothing_is_kept_of_a_page_before_it_was_parsed(tmp_path: Path) -> None:
    file = captured(tmp_path, answer("/", page("<h1>Sent</h1>", "Sent")))
    assert fetched(file) == [replace(SENT, weight=fetched(file)[0].weight)]


def test_what_was_kept_is_what_was_parsed(tmp_path: Path) -> None:
    html = page('<nav><a href="/help">Help</a></nav><form><textarea name=message></textarea></form>')
    file = captured(tmp_path, answer("/", html), snapshots=[snapshot("/", html)])
    before = fetched(file) + rendered(file)
    with Capture.resume(file) as capture:
        keep(capture, before)
        assert len(capture.parsed(parser_version())) == 2
    assert fetched(file) + rendered(file) == before


@pytest.mark.parametrize(
    ("status", "read"),
    [
        (PageStatus.OK, True),
        (PageStatus.MISSING, True),
        (PageStatus.LOGIN, True),
        (PageStatus.ERROR, False),
        (PageStatus.BLOCKED, False),
        (PageStatus.CLOSED, False),
        (PageStatus.NOT_HTML, False),
    ],
)
def test_the_answers_that_show_a_page_are_read(tmp_path: Path, status: PageStatus, read: bool) -> None:
    file = captured(tmp_path, answer("/", page("<h1>Here</h1>"), page_status=status))
    assert len(fetched(file)) == read


def test_every_page_is_read_once_and_in_the_order_of_commits(tmp_path: Path) -> None:
    file = captured(
        tmp_path,
        answer("/", page("<h1>1</h1>")),
        answer("/z", page("<h1>2</h1>")),
        answer("/index.html", page("<h1>1</h1>"), alias_of="/"),
        answer("/no-body"),
        answer("/a", page("<h1>3</h1>")),
    )
    assert [each.url for each in fetched(file)] == [f"{ORIGIN}{path}" for path in ("/", "/z", "/a")]


def test_a_page_knows_how_it_was_answered(tmp_path: Path) -> None:
    file = captured(
        tmp_path, answer("/gone", page("<h1>Gone</h1>"), status=410, final_url="/gone/", page_status="missing")
    )
    (gone,) = fetched(file)
    assert (gone.url, gone.final_url, gone.status) == (f"{ORIGIN}/gone", f"{ORIGIN}/gone/", 410)


def test_pages_of_the_browser_come_by_page_device_and_state(tmp_path: Path) -> None:
    html = page("<h1>Here</h1>")
    shown = [
        snapshot("/", html, Device.MOBILE),
        snapshot("/z", html),
        snapshot("/", html, Device.DESKTOP, "s1"),
        snapshot("/", html),
    ]
    file = captured(tmp_path, answer("/z", html), answer("/", html), snapshots=shown)
    assert [(each.url.removeprefix(ORIGIN), each.device, each.state) for each in rendered(file)] == [
        ("/z", Device.DESKTOP, ""),
        ("/", Device.DESKTOP, ""),
        ("/", Device.DESKTOP, "s1"),
        ("/", Device.MOBILE, ""),
    ]


def test_a_change_of_any_module_that_parses_makes_another_parser() -> None:
    names = {source.name for source in pages.SOURCES}
    assert {"extract.py", "html.py", "layout.py", "forms.py", "regions.py", "page.py"} <= names
    assert all(source.is_file() for source in pages.SOURCES)
    assert len(parser_version()) == 16
