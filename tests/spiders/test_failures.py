"""Which failure an exception of the download is."""

import pytest
from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from service_identity import VerificationError
from twisted.internet.error import ConnectError, ConnectionRefusedError, TCPTimedOutError
from twisted.python.failure import Failure as Packed
from twisted.web._newclient import ResponseNeverReceived

from spiders.failures import ClosedError, Failure, LeftScopeError, TooManyRedirectsError, failure_of

EXPIRED = SSL.Error([("SSL routines", "", "unexpected eof"), ("SSL routines", "", "certificate verify failed")])


def caused(by: BaseException) -> BaseException:
    error = RuntimeError("download failed")
    error.__cause__ = by
    return error


def packed(*reasons: BaseException) -> BaseException:
    return ResponseNeverReceived([Packed(reason) for reason in reasons])


def circle() -> BaseException:
    first = RuntimeError("a")
    first.__cause__ = caused(first)
    return first


@pytest.mark.parametrize(
    ("error", "failure", "detail"),
    [
        (ClosedError("u"), Failure.CLOSED, ""),
        (ClosedError("u", 503), Failure.CLOSED, "503"),
        (TooManyRedirectsError("u"), Failure.REDIRECTS, ""),
        (LeftScopeError("u"), Failure.LEFT, ""),
        (CannotResolveHostError("u"), Failure.NO_HOST, ""),
        (DownloadConnectionRefusedError("u"), Failure.REFUSED, ""),
        (ConnectionRefusedError("u"), Failure.REFUSED, ""),
        (ConnectError("u"), Failure.REFUSED, ""),
        (TCPTimedOutError("u"), Failure.TIMEOUT, ""),
        (DownloadTimeoutError("u"), Failure.TIMEOUT, ""),
        (DownloadCancelledError("u"), Failure.TOO_LARGE, ""),
        (IgnoreRequest("larger than DOWNLOAD_MAXSIZE (1)"), Failure.TOO_LARGE, ""),
        (IgnoreRequest("for another reason"), Failure.BROKEN, ""),
        (EXPIRED, Failure.TLS, "certificate verify failed"),
        (caused(packed(ValueError(), EXPIRED)), Failure.TLS, "certificate verify failed"),
        (packed(SSL.Error()), Failure.TLS, ""),
        (packed(SSL.Error([("", "", "")])), Failure.TLS, ""),
        (caused(VerificationError([])), Failure.TLS, "the certificate is for another host"),
        (packed(ValueError()), Failure.BROKEN, ""),
        (circle(), Failure.BROKEN, ""),
    ],
)
def test_what_went_wrong(error: BaseException, failure: Failure, detail: str) -> None:
    assert failure_of(error) == (failure, detail)
