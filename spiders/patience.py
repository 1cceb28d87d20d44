"""Retries as a guest makes them: few, with pauses, and not before the server said (RFC 9110, Retry-After)."""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic

from scrapy import Request
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from spiders.challenge import challenge
from spiders.headers import headers_of

#: Longest wait that a server may ask for; one that asks for more is not asked again.
MAX_WAIT_SECONDS = 30.0
#: Pause before the first retry, doubled for each further one.
FIRST_PAUSE_SECONDS = 0.2
#: Retries after a broken connection, and after a time-out (each costs DOWNLOAD_TIMEOUT).
BROKEN_RETRIES = 2
TIMEOUT_RETRIES = 1


class Patience(RetryMiddleware):
    """Downloader middleware in place of Scrapy's RetryMiddleware; a Retry-After holds for the whole host."""

    _until: dict[str, float]

    async def process_request(self, request: Request) -> None:
        """Wait until the host may be asked again."""
        until = self._pauses().get(_host(request), 0.0)
        if until > monotonic():
            await asyncio.sleep(until - monotonic())

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The same request again after a pause, or the answer when no retry is left or wanted."""
        if response.status not in self.retry_http_codes or request.meta.get("dont_retry"):
            return response
        asked = retry_after(response.headers.get(b"Retry-After"), datetime.now(UTC))
        if response.status == 429 and asked is None:
            return response
        if (asked or 0.0) > MAX_WAIT_SECONDS or challenge(response.status, headers_of(response), response.body):
            return response
        again = self._retry(request, f"status {response.status}")
        if again is None:
            return response
        if asked is None:
            await asyncio.sleep(FIRST_PAUSE_SECONDS * 2 ** request.meta.get("retry_times", 0))
        else:
            self._pauses()[_host(request)] = monotonic() + asked
        return again

    def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        """The same request again, a few times."""
        most = TIMEOUT_RETRIES if isinstance(exception, DownloadTimeoutError) else BROKEN_RETRIES
        if not isinstance(exception, self.exceptions_to_retry) or request.meta.get("retry_times", 0) >= most:
            return None
        return self._retry(request, exception)

    def _pauses(self) -> dict[str, float]:
        if not hasattr(self, "_until"):
            self._until = {}
        return self._until


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, None if there is none that can be read."""
    text = (value or b"").decode("latin-1").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _host(request: Request) -> str:
    return urlparse_cached(request).netloc
