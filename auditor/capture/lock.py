"""The lock of a capture: one writer at a time, freed by the system when the writer dies."""

import fcntl
import os
from pathlib import Path
from typing import Self

from auditor.model.errors import CaptureError


class WriterLock:
    """An advisory lock on a file beside the capture; a lock whose holder died is free again."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor = descriptor
        self._path = path

    @classmethod
    def take(cls, capture: Path) -> Self:
        """Take the lock of a capture. Raises CaptureError when another process holds it or the folder is closed."""
        path = Path(f"{capture}.lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = _opened(path)
        except OSError as error:
            message = f"Cannot write in {path.parent} ({error.strerror})."
            raise CaptureError(message, "Choose another folder with --out.") from error
        if descriptor is None:
            message = f"Another Signpost is writing to {capture}."
            raise CaptureError(message, "Wait until it is done, or choose another --out.")
        return cls(descriptor, path)

    def release(self) -> None:
        """Give the lock back and remove its file."""
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)


def _opened(path: Path) -> int | None:
    """The descriptor of the locked file, None when another process holds it. Raises OSError for a closed folder."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held it may have removed the file since it was opened: the lock of a file that nobody finds any
            # more keeps nobody out.
            if _is_at(descriptor, path):
                return descriptor
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
