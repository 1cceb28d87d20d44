"""The audit of a capture: what was gathered in, the document out."""

from dataclasses import replace
from pathlib import Path

from auditor.analysis import analyse
from auditor.capture.store import Capture
from auditor.clock import Clock
from auditor.document import document, empty_document
from auditor.model.audit import Audit
from auditor.proofs import Proofs
from auditor.site import Site


def audit_capture_file(path: Path, *, begun: float | None = None, country: str = "") -> Audit:
    """Audit a capture again, without the network. Raises CaptureError when it cannot be read."""
    with Capture.open(path) as capture:
        return audit_capture(capture, begun=begun, country=country)


def audit_capture(capture: Capture, *, begun: float | None = None, country: str = "") -> Audit:
    """The audit of a capture: the same bytes each time, but for the block `volatile`.

    `country` (ISO 3166) takes the place of the one with which the site was gathered, in the settings too.
    """
    clock = Clock(begun)
    site = Site.read(capture)
    if country:
        site = replace(site, settings=site.settings.model_copy(update={"country": country}))
    clock.stop("read")
    home = site.home
    if home is None:
        return empty_document(site, clock)
    proofs = Proofs.of(site)
    analysis = proofs.held(analyse(site, home, clock))
    journeys = tuple(proofs.shown(journey, analysis) for journey in analysis.journeys)
    return document(site, analysis, journeys, clock)
