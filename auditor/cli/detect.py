"""`signpost detect FILE…`: the contact options of HTML files, one JSON object a line."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.capture.html import parse_html
from auditor.contacts.document import detect_document
from auditor.model.errors import UsageError

#: A page is seldom over 2 MB; more than this is not read.
MAX_BYTES = 32 * 2**20


def detect(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="HTML files; - reads standard input.")],
    country: Annotated[str, typer.Option(help="Country for numbers without a prefix (DE, GB …).")] = "",
) -> None:
    """Find the contact options of HTML files: one JSON object a line, with `file` and `contacts`."""
    for name in files:
        body = _read(name)
        page = parse_html(body, url=Path(name).absolute().as_uri() if name != "-" else "about:blank")
        contacts = [option.model_dump(mode="json") for option in detect_document(page, country)]
        sys.stdout.write(json.dumps({"file": name, "contacts": contacts}, ensure_ascii=False) + "\n")


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES)
    path = Path(name)
    if path.is_dir():
        raise UsageError(f"{name} is a folder.", f"Name the files in it: signpost detect {name}/*.html")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError as error:
        raise UsageError(f"{name} cannot be read ({error.strerror}).", "Check the path.") from error
