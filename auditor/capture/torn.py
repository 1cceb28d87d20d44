"""A torn capture: what reading half a file, or one that somebody else wrote, raises, told as one error."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from auditor.model.errors import CaptureError

#: Raised by the database and by packed bytes.
FILE = (sqlite3.Error, zlib.error)
#: Raised besides by what stands in the rows, when another program put it there.
ROWS = (*FILE, ValueError, KeyError, TypeError)


@contextmanager
def told_when_torn(*kinds: type[Exception]) -> Iterator[None]:
    """Raise CaptureError in place of errors of these kinds."""
    try:
        yield
    except kinds as error:
        what = str(error).splitlines()[0] if str(error) else type(error).__name__
        message = f"The capture is torn, or Signpost did not write it ({what})."
        raise CaptureError(message, "Gather the site again.") from error
