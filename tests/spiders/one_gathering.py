"""One gathering in a process of its own (a reactor starts once): `python -m tests.spiders.one_gathering ORDER`."""

import json
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from auditor.capture.store import Capture
from auditor.model.page import Page
from auditor.model.progress import Progress
from auditor.model.settings import Settings
from spiders.gathering import Ending
from spiders.run import Order, Run
from tests.spiders.breadth import BreadthGuide


class _Breaks(BreadthGuide):
    def commit(self, pages: Sequence[Page]) -> None:
        raise ValueError("the guide is broken")


def main() -> None:
    """Gather as the order says; once so many pages are committed the process dies (`die_after`) or the run is stopped.

    With `breaks` the guide raises; what the run then raised is a fact of the capture.
    """
    order = json.loads(sys.argv[1])
    settings = Settings.model_validate(order["settings"])
    path = Path(order["capture"])
    guide = _Breaks() if order["breaks"] else BreadthGuide()

    def report(progress: Progress) -> None:
        if progress.pages >= order["die_after"] > 0:
            os._exit(9)
        if progress.pages >= order["stop_after"] > 0:
            threading.Thread(target=run.stop).start()

    def finished(ending: Ending) -> None:
        capture.put_fact("status", str(ending.status))
        capture.put_fact("reason", ending.reason)
        kind = type(ending.error).__name__ if ending.error else ""
        capture.put_fact("error", [kind, ending.error.message, ending.error.hint] if ending.error else [])
        capture.put_fact("guide", [[page.url, page.state, str(page.device)] for page in guide.committed])

    with Capture.resume(path) if path.exists() else Capture.create(path, settings) as capture:
        run = Run(Order(settings, capture, path.parent / "shots", settings.seconds), guide, report)
        if order["breaks"]:
            try:
                run.start(finished)
            except ValueError as error:
                capture.put_fact("raised", str(error))
        else:
            run.start(finished)


if __name__ == "__main__":
    main()
