"""Why no usable answer came, in the few words that a report shows."""

from enum import StrEnum

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from service_identity import VerificationError
from twisted.internet.error import ConnectError, TCPTimedOutError
from twisted.web._newclient import _WrapperException


class Failure(StrEnum):
    """The ways in which asking for a page can fail."""

    NO_HOST = "no such host"
    REFUSED = "the connection was refused"
    TLS = "no secure connection"
    TIMEOUT = "no answer in time"
    BROKEN = "the connection broke off"
    TOO_LARGE = "more than 8 MB"
    REDIRECTS = "redirects without an end"
    PRIVATE = "a private address that was not named"
    LEFT = "leads to another site"
    CLOSED = "not asked for, because of robots.txt"


class ClosedError(IgnoreRequest):
    """robots.txt does not let a guest ask for this URL; `status` is that of a robots.txt that failed, else 0."""

    def __init__(self, url: str, status: int = 0) -> None:
        super().__init__(url)
        self.status = status


class TooManyRedirectsError(IgnoreRequest):
    """More redirects than a visitor's browser would follow."""


class LeftScopeError(IgnoreRequest):
    """A redirect led off the site."""


def failure_of(error: BaseException) -> tuple[Failure, str]:
    """What kind of failure an exception of the download is, and its details ("" if there are none to tell)."""
    if isinstance(error, ClosedError):
        return Failure.CLOSED, str(error.status or "")
    for kinds, failure in _KINDS:
        if isinstance(error, kinds):
            return failure, ""
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return Failure.TOO_LARGE, ""
    for inner in _causes(error):
        if isinstance(inner, VerificationError):
            return Failure.TLS, "the certificate is for another host"
        if isinstance(inner, SSL.Error):
            return Failure.TLS, _tls_words(inner)
    return Failure.BROKEN, ""


_KINDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], Failure], ...] = (
    (TooManyRedirectsError, Failure.REDIRECTS),
    (LeftScopeError, Failure.LEFT),
    (CannotResolveHostError, Failure.NO_HOST),
    (DownloadConnectionRefusedError, Failure.REFUSED),
    ((DownloadTimeoutError, TCPTimedOutError), Failure.TIMEOUT),
    (DownloadCancelledError, Failure.TOO_LARGE),
    (ConnectError, Failure.REFUSED),
)


def _causes(error: BaseException) -> list[BaseException]:
    """An exception and those that twisted packed into it."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting and len(found) < 20:
        current = waiting.pop()
        if current is None or current in found:
            continue
        found.append(current)
        waiting.append(current.__cause__)
        if isinstance(current, _WrapperException):
            waiting.extend(reason.value for reason in current.reasons)
    return found


def _tls_words(error: SSL.Error) -> str:
    """The words of OpenSSL ("certificate verify failed"), without its codes."""
    entries = error.args[0] if error.args and isinstance(error.args[0], (list, tuple)) else ()
    words = [str(entry[-1]) for entry in entries if isinstance(entry, tuple) and entry and entry[-1]]
    return words[-1] if words else ""
