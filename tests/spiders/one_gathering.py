"""One gathering in a process of its own (a reactor starts once): `python -m tests.spiders.one_gathering ORDER`."""

import json
import os
import sys
from pathlib import Path

from auditor.capture.store import Capture
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from spiders.gathering import Ending
from spiders.run import Order, Run
from tests.spiders.breadth import BreadthGuide


def main() -> None:
    """Gather as the order says; with `die_after` the process dies once so many pages are committed."""
    order = json.loads(sys.argv[1])
    settings = Settings.model_validate(order["settings"])
    path = Path(order["capture"])
    guide = BreadthGuide()

    def report(progress: Progress) -> None:
        if progress.pages >= order["die_after"] > 0:
            os._exit(9)

    def finished(ending: Ending) -> None:
        capture.put_fact("status", str(ending.status))
        capture.put_fact("reason", ending.reason)
        kind = type(ending.error).__name__ if ending.error else ""
        capture.put_fact("error", [kind, ending.error.message, ending.error.hint] if ending.error else [])
        capture.put_fact("guide", [[page.url, page.state, str(page.device)] for page in guide.committed])

    with Capture.resume(path) if path.exists() else Capture.create(path, settings) as capture:
        Run(Order(settings, capture, path.parent / "shots", settings.seconds), guide, report).start(finished)


if __name__ == "__main__":
    main()
