"""`make soak`: the long runs. Equal sites give equal documents, however they were gathered; `make test` runs a few.

Prints a line a run: whether it gave what it should, and its seconds.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

from auditor.evaluation import audit_capture_file
from auditor.model.progress import Phase
from benchmarks.flat import flat_memory
from benchmarks.killed import BROWSER_PHASES, BROWSER_PROGRAMS, BrowserKiller, audit_by_command
from benchmarks.renders import grown_renders
from tests.golden.gathered import Killer, audit_demo, audit_shop, differing, stable, told, unlike
from tests.oscar.audited import audit_oscar, unproved
from tests.oscar.audited import differing as counted_otherwise

TESTS = Path(__file__).resolve().parents[1] / "tests"
CONCURRENCIES = (1, 3, 8, 32)
STUMBLES = (7, 8, 9)
#: Renders in one session, a multiple of twelve looks at its memory.
RENDERS = 1_008
#: The gathering process is killed when more than so many pages are committed, some of them twice.
KILL_PAGES = ((0,), (16,), (50,), (100,), (180,), (16, 100), (50, 180))
KILL_PHASES: tuple[tuple[Phase, ...], ...] = (("render",), ("explore",), ("prove",), ("fetch", "prove"))
#: The command itself is killed when a table of its capture holds so many rows.
KILL_ROWS = (("fetch", 1), ("fetch", 17), ("fetch", 33))
KILL_ROWS_RENDERED = (("snapshot", 5), ("press", 20))


@dataclass
class Soak:
    """Runs one thing after the other, each in a folder of its own, and counts what went wrong."""

    scratch: Path
    runs: int = 0
    wrong: int = 0

    @property
    def folder(self) -> Path:
        """The folder of the last run."""
        return self.scratch / str(self.runs)

    def run(self, name: str, make: Callable[[Path], str], wanted: str | None = None) -> str:
        """Make a text in a new folder and compare it with the wanted one, if there is one."""
        self.runs += 1
        begun = time.perf_counter()
        made = make(self.folder)
        name = f"{name:<60}{time.perf_counter() - begun:7.1f} s"
        if wanted is None:
            self._tell("made", name)
        else:
            self.compare(name, made, wanted)
        return made

    def compare(self, name: str, made: str, wanted: str) -> None:
        """Tell whether a text is the wanted one, and where it differs."""
        self._tell("same" if made == wanted else "DIFFERS", name)
        if made != wanted:
            self.wrong += 1
            sys.stdout.writelines(f"    {line}\n" for line in unlike(made, wanted))

    def _tell(self, verdict: str, name: str) -> None:
        sys.stdout.write(f"{verdict:<8}{name}\n")
        sys.stdout.flush()


def main() -> int:
    """Run all parts, or one; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="one part of them")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        soak = Soak(Path(scratch))
        for name, part in PARTS.items():
            if chosen.only in (None, name):
                part(soak)
    sys.stdout.write(f"{soak.runs} runs, {soak.wrong} differences\n")
    return 1 if soak.wrong else 0


def shop(soak: Soak) -> None:
    """The generated shop under all sorts of delays, 503s and numbers of requests at once."""
    _all_equal(soak, [(concurrency, stumbles, 1) for stumbles in STUMBLES for concurrency in CONCURRENCIES])
    for stumbles in STUMBLES:
        _all_equal(soak, [(concurrency, stumbles, None) for concurrency in CONCURRENCIES])


def _all_equal(soak: Soak, runs: Sequence[tuple[int, int, int | None]]) -> None:
    wanted: str | None = None
    for concurrency, stumbles, failures in runs:
        times = "once" if failures else "always"
        name = f"shop, {concurrency} at once, 503s {times}, drawn from {stumbles}"
        made = soak.run(name, _shop(concurrency, stumbles, failures), wanted)
        wanted = made if wanted is None else wanted


def _shop(concurrency: int, stumbles: int, failures: int | None) -> Callable[[Path], str]:
    return lambda out: stable(audit_shop(out, concurrency=concurrency, stumbles=stumbles, failures=failures))


def kills(soak: Soak) -> None:
    """The gathering process is killed at many points, and goes on from the capture."""
    wanted = soak.run("shop, not killed", _shop(8, 7, 1))
    for points in KILL_PAGES:
        soak.run(f"shop, killed after {_and(points)} pages", _killed_shop(points), wanted)


def _killed_shop(points: tuple[int, ...]) -> Callable[[Path], str]:
    def make(out: Path) -> str:
        killer = Killer(*(lambda progress, least=least: progress.pages > least for least in points))
        return _if_killed(killer, stable(audit_shop(out, concurrency=8, watcher=killer)))

    return make


def demo(soak: Soak) -> None:
    """Both versions of the demo shop in the browser twice, and one killed in every phase."""
    counted = yaml.safe_load((TESTS / "demo" / "expected.yaml").read_text("utf-8"))
    golden = (TESTS / "golden" / "demo-hidden.rendered.txt").read_text("utf-8")
    for version in ("open", "hidden"):
        wanted = soak.run(f"demo {version}, rendered", _demo(version))
        made = audit_capture_file(soak.folder / "capture.sqlite")
        soak.compare(f"demo {version}, against the count by hand", "\n".join(differing(made, counted[version])), "")
        if version == "hidden":
            soak.compare("demo hidden, against its golden", told(made), golden)
        soak.run(f"demo {version}, rendered again", _demo(version), wanted)
    for phases in KILL_PHASES:
        soak.run(f"demo hidden, killed in {_and(phases)}", _killed_demo(phases), wanted)


def _demo(version: str) -> Callable[[Path], str]:
    return lambda out: stable(audit_demo(version, out))


def _killed_demo(phases: tuple[Phase, ...]) -> Callable[[Path], str]:
    def make(out: Path) -> str:
        killer = Killer(*(lambda progress, phase=phase: progress.phase == phase for phase in phases))
        return _if_killed(killer, stable(audit_demo("hidden", out, watcher=killer)))

    return make


def lost(soak: Soak) -> None:
    """The browser and its driver are killed in every phase in which they work, and the audit is as if they were not."""
    wanted = soak.run("demo hidden, rendered", _demo("hidden"))
    for program in BROWSER_PROGRAMS:
        for phase in BROWSER_PHASES:
            soak.run(f"demo hidden, {program} killed in {phase}", _demo_without(program, phase), wanted)


def _demo_without(program: str, phase: Phase) -> Callable[[Path], str]:
    def make(out: Path) -> str:
        killer = BrowserKiller(program, phase)
        made = stable(audit_demo("hidden", out, watcher=killer))
        return made if killer.killed else f"The {program} was not killed\n{made}"

    return make


def memory(soak: Soak) -> None:
    """The memory of one browser session stays flat over many renders."""
    soak.run(f"memory over {RENDERS} renders", lambda out: flat_memory(out, RENDERS, RENDERS // 12), "")


def templates(soak: Soak) -> None:
    """A large shop is rendered about as often as a small one of the same templates."""
    soak.run("renders of 200 and of 5,000 pages", grown_renders, "")


def command(soak: Soak) -> None:
    """The whole command is killed, and `--resume` goes on."""
    for options, killed in ((("--render", "never"), KILL_ROWS), ((), KILL_ROWS_RENDERED)):
        name = " ".join(("signpost audit --demo", *options))
        wanted = soak.run(name, partial(audit_by_command, options=options))
        for table, rows in killed:
            make = partial(audit_by_command, options=options, table=table, rows=rows)
            soak.run(f"{name}, killed at {rows} of {table}", make, wanted)


def oscar(soak: Soak) -> None:
    """A real shop program with its contact page linked and not linked, a product in the cart, all ways pressed."""
    for version in ("linked", "unlinked"):
        wanted = soak.run(f"oscar {version}", _oscar(version))
        made = audit_capture_file(soak.folder / "capture.sqlite")
        soak.compare(f"oscar {version}, from its capture alone", stable(made), wanted)
        soak.compare(f"oscar {version}, against the count by hand", "\n".join(counted_otherwise(made, version)), "")
        soak.compare(f"oscar {version}, every way pressed", "\n".join(unproved(made)), "")


def _oscar(version: str) -> Callable[[Path], str]:
    return lambda out: stable(audit_oscar(version, out, prove="all"))


def _if_killed(killer: Killer, made: str) -> str:
    """A run that was over before it could be killed proves nothing."""
    return f"{killer.left} kills were not made\n{made}" if killer.left else made


def _and(items: tuple[object, ...]) -> str:
    return " and ".join(map(str, items))


def wide(soak: Soak) -> None:
    """The wide cases of the tests (tests/wide.yaml)."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", "-m", "wide", str(TESTS)]
    soak.runs += 1
    soak.wrong += subprocess.run(command, check=False).returncode != 0


PARTS: dict[str, Callable[[Soak], None]] = {
    "wide": wide,
    "shop": shop,
    "kills": kills,
    "command": command,
    "demo": demo,
    "oscar": oscar,
    "lost": lost,
    "memory": memory,
    "renders": templates,
}

if __name__ == "__main__":
    raise SystemExit(main())
