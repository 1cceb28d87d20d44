"""`signpost report AUDIT`: render an audit again, in any format."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.screen import emit
from auditor.model.errors import UsageError
from auditor.results import write_file

if TYPE_CHECKING:
    from auditor.model.audit import Audit


def report(
    audit: Annotated[
        Path, typer.Argument(metavar="AUDIT", help="audit.json, or the folder that holds it and its pictures.")
    ],
    format: Annotated[str, typer.Option(metavar="html|json|term", help="What to write.")] = "html",
    out: Annotated[str, typer.Option(metavar="FILE", help="File to write; - is standard output.")] = "-",
) -> None:
    """Render an audit document again."""
    from reports.registry import render

    path = audit / "audit.json" if audit.is_dir() else audit
    text = render(format, read_audit(path), path.parent / "shots")
    if out == "-":
        emit(text)
    else:
        write_file(Path(out), text)


def read_audit(path: Path) -> "Audit":
    """An audit document from its file. Raises UsageError when it is none."""
    from pydantic import ValidationError

    from auditor.model.audit import SCHEMA, Audit

    try:
        return Audit.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}).", "Give audit.json or its folder.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        message = f"{path} is no {SCHEMA} document ({f'{place}: ' if place else ''}{first['msg']})."
        hint = "Give the audit.json of an audit; `signpost audit --capture FILE` makes it again."
        raise UsageError(message, hint) from error
