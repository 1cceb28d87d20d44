"""The audit document itself, as JSON."""

from pathlib import Path

from auditor.model.audit import Audit


def render_json(audit: Audit, shots: Path | None = None) -> str:
    """The document as `signpost.audit/1` JSON, of fixed order, ending in a line feed."""
    return audit.to_json()
