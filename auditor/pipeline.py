"""The composition root: an address or a capture in, an audit out."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from auditor.address import address
from auditor.analysis import analyse
from auditor.capture.store import Capture
from auditor.document import document, empty_document
from auditor.model.audit import Audit
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from auditor.options import settings_of
from auditor.proofs import Proofs
from auditor.results import Results
from auditor.resume import refuse_if_not_resumable
from auditor.site import Site

__all__ = ["audit", "audit_capture", "audit_capture_file", "audit_site", "settings_of"]

Watcher = Callable[[Progress], None]


def audit(
    url: str,
    out: str | Path | None = None,
    *,
    resolve: Sequence[str] = (),
    on_progress: Watcher | None = None,
    **options: Any,
) -> Audit:
    """Audit one site and write audit.json and the capture to `out` (default signpost-out/HOST).

    `options` are fields of Settings (pages, seconds, render, consent, country …). Raises SignpostError: UsageError
    for wrong options, GatherError when the site could not be measured.
    """
    home, name = address(url)
    settings = settings_of(url=home, resolve=tuple(resolve), **options)
    results = Results.in_folder(Path(out) if out is not None else Path("signpost-out") / name)
    made = audit_site(settings, results, on_progress=on_progress)
    results.write_audit(made)
    return made


def audit_site(
    settings: Settings, results: Results, *, on_progress: Watcher | None = None, resume: bool = False
) -> Audit:
    """Gather a site and audit it. With `resume` it goes on with a capture of equal settings that was not completed.

    Raises GatherError when there is nothing to audit (the capture is kept), UsageError for a wrong option or a capture
    that cannot be gone on with, and CaptureError when another Signpost is at work in the folder.
    """
    from auditor.gather import gather

    begun = time.perf_counter()
    if resume and results.capture.is_file():
        refuse_if_not_resumable(results.capture, settings)
    gather(settings, results.capture, results.shots, on_progress or _nobody, resume=resume)
    return audit_capture_file(results.capture, begun=begun)


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


def _nobody(progress: Progress) -> None:
    """Nobody watches."""
