"""The folder of one audit: where its files lie."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from auditor.model.errors import UsageError

if TYPE_CHECKING:
    from auditor.model.audit import Audit


@dataclass(frozen=True, slots=True)
class Results:
    """The files of one audit, all in `folder` but the capture, which may be elsewhere."""

    folder: Path
    capture: Path

    @classmethod
    def in_folder(cls, folder: Path) -> Self:
        """The usual places. Makes the folder; raises UsageError when it cannot be written."""
        try:
            (folder / "shots").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise UsageError(f"The folder {folder} cannot be written.", "Choose another place with --out.")
        return cls(folder, folder / "capture.sqlite")

    @property
    def audit(self) -> Path:
        """The audit document."""
        return self.folder / "audit.json"

    @property
    def report(self) -> Path:
        """The report for people."""
        return self.folder / "report.html"

    @property
    def shots(self) -> Path:
        """The folder of screenshots, beside the capture that names them."""
        return self.capture.parent / "shots"

    def write_audit(self, document: "Audit") -> None:
        """Write the audit document. Raises UsageError when the folder cannot be written."""
        write_file(self.audit, document.to_json())


def write_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all, so that a stop in between leaves the old one."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", errors="replace")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UsageError:
    in_the_way = isinstance(error, (FileExistsError, NotADirectoryError))
    why = "a file of that name is in the way of a folder" if in_the_way else error.strerror
    return UsageError(f"{path} cannot be written ({why}).", "Choose another place with --out.")
