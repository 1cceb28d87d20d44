"""`signpost detect FILE…`: the contact options of HTML files, one JSON object a line."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.screen import emit, fail
from auditor.model.errors import UsageError

#: A page is seldom over 2 MB; a file of more than this is no page.
MAX_BYTES = 32 * 2**20
#: Bytes at the begin of a file that tell whether it is HTML.
HEAD = 4096
#: A tag that stands early in every page; zeros are taken out first, for UTF-16.
TAG = re.compile(rb"<(?:!doctype|!--|\?xml|html|head|body|meta|title|link|script|div|p|a|h1|table)\b", re.IGNORECASE)
SAVED = "Give pages as a browser saves them (HTML)."


def detect(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="HTML files; - reads standard input.")],
    country: Annotated[str, typer.Option(metavar="CC", help="Country for numbers without a prefix (DE, GB …).")] = "",
) -> None:
    """Find the contacts in HTML files: one JSON object a line."""
    from auditor.contacts.country import country_code

    code = country_code(country)
    wrong = False
    for name in files:
        # A file that cannot be read costs its own line, not those of the others.
        try:
            emit(_line(name, _read(name), code))
        except UsageError as error:
            fail(error.message, error.hint)
            wrong = True
    if wrong:
        raise typer.Exit(UsageError.exit_code)


def _line(name: str, body: bytes, country: str) -> str:
    from auditor.capture.html import parse_html
    from auditor.contacts.document import detect_document

    page = parse_html(body, url="about:blank" if name == "-" else Path(name).absolute().as_uri())
    contacts = [option.model_dump(mode="json") for option in detect_document(page, country)]
    shown = os.fsencode(name).decode("utf-8", "replace")
    return json.dumps({"file": shown, "contacts": contacts}, ensure_ascii=False) + "\n"


def _read(name: str) -> bytes:
    """The bytes of a file that may be a page. Raises UsageError when it cannot be one."""
    if name == "-":
        body, called = sys.stdin.buffer.read(MAX_BYTES + 1), "Standard input"
    else:
        body, called = _of_file(name), name
    if not body.strip():
        raise UsageError(f"{called} is empty.", SAVED if name != "-" else "Send a page: signpost detect - < page.html")
    if len(body) > MAX_BYTES:
        raise UsageError(f"{called} has more than {MAX_BYTES // 2**20} MB.", SAVED)
    head = body[:HEAD]
    if (b"\0" in head or head.startswith(b"%PDF-")) and not TAG.search(head.replace(b"\0", b"")):
        raise UsageError(f"{called} is no HTML.", SAVED)
    return body


def _of_file(name: str) -> bytes:
    path = Path(name)
    if path.is_dir():
        raise UsageError(f"{name} is a folder.", f"Name the files in it: signpost detect {name}/*.html")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{name} cannot be read ({error.strerror}).", "Check the path.") from error
