"""The sites of the goldens, gathered and audited; the tests and `make soak` share it."""

import os
import signal
import subprocess
from collections.abc import Callable, Mapping
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, Final

from auditor.cli.targets import demo_target
from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.progress import Progress
from auditor.model.terms import Outcome
from auditor.options import settings_of
from auditor.pipeline import audit_site
from auditor.results import Results
from tests.mock.shop import Stumbling, generated_shop
from tests.mockserver import MockServer

Watcher = Callable[[Progress], None]
SHOP_HOST: Final = "www.hundred-things.test"
SHOP_PAGES: Final = 1_000
BUDGET_PAGES: Final = 200
#: A rendered demo takes a minute and a half on two idle cores; no budget of seconds may cut a golden short.
ENOUGH_SECONDS: Final = 900
#: Outcomes that give a figure of clicks.
WITH_CLICKS: Final = (Outcome.REACHED, Outcome.GATED)


def audit_shop(
    out: Path,
    *,
    concurrency: int,
    stumbles: int = 7,
    failures: int | None = 1,
    watcher: Watcher | None = None,
) -> Audit:
    """The generated shop under its page budget, not rendered; delays and 503s are drawn from `stumbles`."""
    server = Stumbling(generated_shop(SHOP_PAGES), failures=failures, seed=stumbles)
    with MockServer(answer=server) as running:
        settings = settings_of(
            url=f"http://{SHOP_HOST}/",
            resolve=(f"{SHOP_HOST}:80:127.0.0.1:{running.port}",),
            pages=BUDGET_PAGES,
            seconds=ENOUGH_SECONDS,
            render="never",
            concurrency=concurrency,
        )
        return audit_site(settings, Results.in_folder(out), on_progress=watcher)


def audit_demo(version: str, out: Path, *, watcher: Watcher | None = None, **options: object) -> Audit:
    """A version of the demo shop under its own name, rendered unless told otherwise."""
    with demo_target(version) as target:
        settings = settings_of(url=target.url, resolve=target.resolve, **{"seconds": ENOUGH_SECONDS, **options})
        return audit_site(settings, Results.in_folder(out), on_progress=watcher)


def stable(audit: Audit) -> str:
    """The document without what may differ between equal runs, its origin written as `{site}`."""
    return audit.to_json(with_volatile=False).replace(audit.volatile.origin, "{site}")


def unlike(made: str, wanted: str, most: int = 12) -> list[str]:
    """The first lines in which two texts differ, none when they are equal."""
    lines = enumerate(zip_longest(made.splitlines(), wanted.splitlines(), fillvalue=""), 1)
    found = (
        f"line {number}: {mine.strip()}  (wanted: {theirs.strip()})"
        for number, (mine, theirs) in lines
        if mine != theirs
    )
    return [] if made == wanted else list(islice(found, most)) or ["only the ends of lines differ"]


def told(audit: Audit) -> str:
    """What of a rendered audit does not hang on the fonts of a machine: no box, no second, no text around a figure.

    Lines of: the first page of each stage; journeys with outcome, clicks, whether they are exact and were pressed, and
    the labels on the way; contact options; outcomes of rules.
    """
    urls = {page.id: page.url.replace(audit.volatile.origin, "") for page in audit.pages}
    starts = {journey.stage: urls[journey.start] for journey in audit.journeys}
    findings = [
        " ".join(filter(None, (each.rule, each.stage, each.device, each.channel))) + f": {each.outcome}"
        for each in audit.findings
    ]
    parts = {
        "stages": [f"{stage}: {url}" for stage, url in starts.items()],
        "journeys": [_journey(journey) for journey in audit.journeys],
        "contacts": [f"{each.channel} {each.value}: {each.status}" for each in audit.contacts],
        "findings": findings,
    }
    return "\n".join(f"# {name}\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())


def _journey(journey: Journey) -> str:
    """Such as `home desktop phone: reached 2, exact, pressed | Help > Show number`."""
    clicks = "" if journey.best_clicks is None else f" {journey.best_clicks}"
    marks = [f"{journey.outcome}{clicks}", "exact" if journey.exact else "", "pressed" if journey.verified else ""]
    way = " > ".join(step.label for step in journey.path)
    line = f"{journey.stage} {journey.device} {journey.channel}: {', '.join(mark for mark in marks if mark)}"
    return f"{line} | {way}" if way else line


def clicks(audit: Audit, device: str, stage: str) -> dict[str, tuple[str, int | None]]:
    """Outcome and clicks of the journeys from a stage by channel, as `tests/demo/expected.yaml` counts them."""
    return {
        journey.channel.value: (journey.outcome.value, journey.best_clicks if journey.outcome in WITH_CLICKS else None)
        for journey in audit.journeys
        if (journey.device, journey.stage) == (device, stage)
    }


def differing(audit: Audit, expected: Mapping[str, Any]) -> list[str]:
    """Where an audit and the count by hand of a version disagree, one line a journey."""
    return [
        f"{stage} {device} {channel}: counted {counted}, found {found}"
        for device, stages in expected.items()
        for stage, channels in stages.items()
        for channel, entry in channels.items()
        if (counted := (entry["outcome"], entry.get("clicks")))
        != (found := clicks(audit, device, stage).get(channel, ("not looked for", None)))
    ]


class Killer:
    """A watcher that kills the gathering process, as a machine without memory does, once for each condition in turn."""

    def __init__(self, *conditions: Callable[[Progress], bool]) -> None:
        self._conditions = list(conditions)

    @property
    def left(self) -> int:
        """How many kills were not made."""
        return len(self._conditions)

    def __call__(self, progress: Progress) -> None:
        if self._conditions and self._conditions[0](progress):
            self._conditions.pop(0)
            for pid in _gathering_processes():
                os.kill(pid, signal.SIGKILL)


def _gathering_processes() -> list[int]:
    """Those that this process started."""
    command = ["ps", "-A", "-o", "pid=,ppid=,args="]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [line.split(None, 2) for line in table if "auditor.gather_child" in line]
    return [int(pid) for pid, parent, _ in rows if int(parent) == os.getpid()]
