"""What an answer means: a page, a missing page, a wall, a door, or nothing that can be read."""

from auditor.model.terms import PageStatus
from spiders.challenge import challenge
from spiders.failures import Failure
from spiders.fetcher import Answer

HTML = frozenset({"text/html", "application/xhtml+xml"})
MISSING = frozenset({404, 410})
TURNED_AWAY = frozenset({403, 429})


def outcome(answer: Answer) -> tuple[PageStatus, str]:
    """The status of a page and the reason in words, "" for a page that came as it should."""
    if answer.failure is Failure.CLOSED:
        return PageStatus.CLOSED, Failure.CLOSED
    wall = challenge(answer.status, answer.headers, answer.body, answer.final_url)
    if wall:
        return PageStatus.BLOCKED, f"a bot wall ({wall})"
    if answer.failure is not None:
        return PageStatus.ERROR, f"{answer.failure}: {answer.detail}" if answer.detail else str(answer.failure)
    if answer.status == 401:
        return PageStatus.LOGIN, "asks for a login (401)"
    if answer.status in TURNED_AWAY:
        return PageStatus.BLOCKED, f"turned away ({answer.status})"
    if answer.status in MISSING:
        return PageStatus.MISSING, f"not found ({answer.status})"
    if not 200 <= answer.status < 300:
        return PageStatus.ERROR, f"answered {answer.status}"
    if not is_html(answer):
        return PageStatus.NOT_HTML, f"is {answer.content_type or 'of unknown type'}"
    return PageStatus.OK, ""


def is_html(answer: Answer) -> bool:
    """Whether an answer is a web page, by its header, or by its first bytes when the header says nothing of use."""
    if answer.content_type in HTML:
        return True
    start = answer.body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    vague = answer.content_type in ("", "text/plain", "application/octet-stream")
    return vague and (start.startswith((b"<!doctype html", b"<html")) or (not answer.content_type and not start))
