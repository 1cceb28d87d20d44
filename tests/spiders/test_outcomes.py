"""What an answer means."""

import pytest

from auditor.model.terms import PageStatus
from spiders.failures import Failure
from spiders.fetcher import Answer
from spiders.outcomes import outcome

HTML = {"content-type": "text/html; charset=utf-8"}
PAGE = b"<!doctype html><p>Hello"


@pytest.mark.parametrize(
    ("status", "headers", "body", "expected"),
    [
        (200, HTML, PAGE, (PageStatus.OK, "")),
        (200, {}, b"\xef\xbb\xbf <HTML><p>x", (PageStatus.OK, "")),
        (200, {"content-type": "text/plain"}, PAGE, (PageStatus.OK, "")),
        (200, {"content-type": "text/plain"}, b"hello", (PageStatus.NOT_HTML, "is text/plain")),
        (200, {"content-type": "application/pdf"}, b"%PDF", (PageStatus.NOT_HTML, "is application/pdf")),
        (404, HTML, PAGE, (PageStatus.MISSING, "not found (404)")),
        (410, HTML, PAGE, (PageStatus.MISSING, "not found (410)")),
        (401, HTML, PAGE, (PageStatus.LOGIN, "asks for a login (401)")),
        (403, HTML, PAGE, (PageStatus.BLOCKED, "turned away (403)")),
        (429, HTML, PAGE, (PageStatus.BLOCKED, "turned away (429)")),
        (500, HTML, PAGE, (PageStatus.ERROR, "answered 500")),
        (302, HTML, b"", (PageStatus.ERROR, "answered 302")),
        (503, HTML, b"<title>Just a moment...", (PageStatus.BLOCKED, "a bot wall (Cloudflare)")),
    ],
)
def test_answers(status: int, headers: dict[str, str], body: bytes, expected: tuple[PageStatus, str]) -> None:
    assert outcome(Answer("https://a.test/", "https://a.test/", status, headers, body)) == expected


@pytest.mark.parametrize(
    ("failure", "detail", "expected"),
    [
        (Failure.CLOSED, "", (PageStatus.CLOSED, "not asked for, because of robots.txt")),
        (Failure.TIMEOUT, "", (PageStatus.ERROR, "no answer in time")),
        (
            Failure.TLS,
            "certificate verify failed",
            (PageStatus.ERROR, "no secure connection: certificate verify failed"),
        ),
    ],
)
def test_failures(failure: Failure, detail: str, expected: tuple[PageStatus, str]) -> None:
    assert outcome(Answer("https://a.test/", "https://a.test/", failure=failure, detail=detail)) == expected
