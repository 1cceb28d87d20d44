"""The formats in which an audit can be reported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.model.audit import Audit
from auditor.model.errors import UsageError
from reports.document import render_json
from reports.html import render_html
from reports.term import render_text

Renderer = Callable[[Audit, Path | None], str]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its renderer, the usual name of its file, and what it is for."""

    render: Renderer
    file: str
    about: str


FORMATS: Mapping[str, Format] = {
    "html": Format(render_html, "report.html", "a report to read, in one file"),
    "json": Format(render_json, "audit.json", "the whole audit document"),
    "term": Format(render_text, "verdict.txt", "the verdict in a few lines"),
}


def render(name: str, audit: Audit, shots: Path | None = None) -> str:
    """An audit in the format called `name`; `shots` is the folder of its screenshots.

    Raises UsageError when there is no such format.
    """
    if name not in FORMATS:
        raise UsageError(f"There is no report format “{name}”.", f"Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[name].render(audit, shots)
