"""Signpost: how long a customer needs to reach a person at a brand, proved, and the smallest changes that help.

    from auditor import audit
    document = audit("https://www.brand.com", out="signpost-out/brand")

Names are loaded when they are first used, so that `import auditor` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from auditor.version import __version__

if TYPE_CHECKING:
    from auditor.capture.store import Capture
    from auditor.model.audit import Audit
    from auditor.pipeline import audit

__all__ = ["Audit", "Capture", "__version__", "audit"]

_HOMES = {"audit": "auditor.pipeline", "Audit": "auditor.model.audit", "Capture": "auditor.capture.store"}


def __getattr__(name: str) -> Any:
    """Load a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
