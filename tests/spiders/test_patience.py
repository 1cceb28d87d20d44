"""What Retry-After asks for."""

from datetime import UTC, datetime

import pytest

from spiders.patience import retry_after

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (b"3", 3.0),
        (b"Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
        (b"Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        (b"soon", None),
        (b"", None),
        (None, None),
    ],
)
def test_seconds_and_dates(value: bytes | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds
