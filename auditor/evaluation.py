"""The audit of a capture: what was gathered in, the document out."""

import time
from pathlib import Path

from auditor.analysis import analyse
from auditor.capture.store import Capture
from auditor.document import document, empty_document
from auditor.model.audit import Audit
from auditor.proofs import Proofs
from auditor.site import Site


def audit_capture_file(path: Path, *, begun: float | None = None) -> Audit:
    """Audit a capture again, without the network. Raises CaptureError when it cannot be read."""
    with Capture.open(path) as capture:
        return audit_capture(capture, begun=begun)


def audit_capture(capture: Capture, *, begun: float | None = None) -> Audit:
    """The audit of a capture: the same bytes each time, but for the block `volatile`."""
    clock = _Clock(begun)
    site = Site.read(capture)
    clock.stop("read")
    home = site.home
    if home is None:
        return empty_document(site, clock.phases, clock.seconds)
    analysis = analyse(site, home)
    proofs = Proofs.of(site.presses)
    journeys = tuple(proofs.shown(journey, analysis) for journey in analysis.journeys)
    clock.stop("detect and walk")
    return document(site, analysis, journeys, clock.phases, clock.seconds)


class _Clock:
    """Seconds by phase, for the block `volatile` only."""

    def __init__(self, begun: float | None) -> None:
        self._begun = begun if begun is not None else time.perf_counter()
        self._last = time.perf_counter()
        self.phases: dict[str, float] = {}

    def stop(self, phase: str) -> None:
        """End a phase."""
        now = time.perf_counter()
        self.phases[phase] = round(now - self._last, 3)
        self._last = now

    def seconds(self) -> float:
        """Seconds since the begin."""
        return round(time.perf_counter() - self._begun, 3)
