"""The composition root: an address or a capture in, an audit out."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from auditor.address import address
from auditor.model.audit import Audit
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from auditor.options import settings_of
from auditor.results import Results
from auditor.resume import refuse_if_not_resumable

Watcher = Callable[[Progress], None]
#: Its numeric packages take longer to load than the first page to come.
EVALUATION = "auditor.evaluation"


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
    load_meanwhile(EVALUATION)
    gather(settings, results.capture, results.shots, on_progress or _nobody, resume=resume)
    from auditor.evaluation import audit_capture_file

    return audit_capture_file(results.capture, begun=begun)


def load_meanwhile(*modules: str) -> None:
    """Load modules while something else is waited for; one that cannot be loaded is told of where it is needed."""

    def load() -> None:
        with suppress(Exception):
            for module in modules:
                import_module(module)

    threading.Thread(target=load).start()


def _nobody(progress: Progress) -> None:
    """Nobody watches."""
