"""`make bench`: speed as ratios to a peer in the same run, and where the time of an audit goes.

Pages a second against a bare Scrapy spider, a rendered page against a bare Playwright, the time to audit a capture
again, seconds by phase.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from auditor.cli.targets import demo_target
from auditor.model.audit import Audit
from auditor.model.settings import Settings
from auditor.options import settings_of
from auditor.pipeline import audit_site
from auditor.results import Results
from benchmarks.accuracy import sites
from benchmarks.dressing import PARAGRAPHS, dressed
from benchmarks.render import render_speed
from benchmarks.saved_site import served
from reports.html import render_html
from tests.mock.shop import generated_shop

PAGES = 500
RUNS = 3
RENDER_RUNS = 3
LEAST_SHARE = 0.8
REAUDIT_SECONDS = 2.0
#: The phases of an audit, in their order.
PHASES = ("fetch", "render", "explore", "prove", "read", "detect", "walk", "judge", "report")
#: Real sites of different size and make whose phases are printed.
REAL_SITES = ("fitnessgum", "sugallat", "mishop")


def main() -> int:
    """Print every figure beside its target; 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--quick", action="store_true", help="without real sites and phases")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        fine = crawl_speed(Path(scratch))
        fine = render_speed(chosen.data / "sites", RENDER_RUNS, quick=chosen.quick) and fine
        if not chosen.quick:
            phases(Path(scratch), chosen.data / "sites")
    return 0 if fine else 1


def crawl_speed(scratch: Path) -> bool:
    """Both crawlers in turn on one generated site, as whole processes; then the capture audited again."""
    folder = scratch / "site"
    written(folder)
    bare, ours = [], []
    with served(folder, "127.0.0.1") as port:
        url = f"http://127.0.0.1:{port}/"
        for _ in range(RUNS):
            bare.append(timed([sys.executable, "-m", "benchmarks.bare_spider", url]))
            command = ["audit", url, "--render", "never", "--pages", str(PAGES), "--out", str(scratch / "audit"), "-q"]
            ours.append(timed([sys.executable, "-m", "auditor", *command]))
    ratio = statistics.median(bare) / statistics.median(ours)
    sys.stdout.write(f"generated site of {PAGES} pages, median of {RUNS} runs of whole processes\n")
    sys.stdout.write(f"  bare Scrapy spider       {PAGES / statistics.median(bare):6.1f} pages/s\n")
    sys.stdout.write(f"  signpost --render never  {PAGES / statistics.median(ours):6.1f} pages/s\n")
    sys.stdout.write(f"  share                    {ratio:6.2f}          (target: at least {LEAST_SHARE})\n")
    again = [sys.executable, "-m", "auditor", "audit", "--capture", str(scratch / "audit" / "capture.sqlite"), "-q"]
    seconds = statistics.median(timed(again) for _ in range(RUNS))
    sys.stdout.write(f"  audit the capture again  {seconds:6.2f} s        (target: under {REAUDIT_SECONDS:g} s)\n")
    return ratio >= LEAST_SHARE and seconds < REAUDIT_SECONDS


def written(folder: Path) -> None:
    """Write the generated shop, dressed as real pages are, as a folder of static files."""
    for number, (path, html) in enumerate(generated_shop(PAGES, paragraphs=PARAGRAPHS).items()):
        file = folder / path.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dressed(html, number), encoding="utf-8")


def timed(command: list[str]) -> float:
    """Seconds of a whole process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def phases(scratch: Path, folder: Path) -> None:
    """Seconds by phase of the demo and of three real sites, rendered."""
    sys.stdout.write("\nseconds by phase\n")
    for version in ("hidden", "open"):
        with demo_target(version) as target:
            settings = settings_of(url=target.url, resolve=target.resolve)
            told(f"demo {version}", made(settings, scratch / version))
    if not folder.is_dir():
        sys.stdout.write("  The labelled sites are not here.\n")
        return
    for name, host, _ in sites(folder):
        if name in REAL_SITES:
            with served(folder / name, host) as port:
                settings = settings_of(url=f"http://{host}/", resolve=(f"{host}:80:127.0.0.1:{port}",))
                told(name, made(settings, scratch / name))


def made(settings: Settings, out: Path) -> Audit:
    """One audit."""
    return audit_site(settings, Results.in_folder(out))


def told(name: str, audit: Audit) -> None:
    """Print the phases of an audit on one line."""
    begun = time.perf_counter()
    render_html(audit)
    spent = audit.volatile
    seconds = {**spent.phases, "report": time.perf_counter() - begun}
    parts = "  ".join(f"{phase} {seconds.get(phase, 0.0):.1f}" for phase in PHASES)
    host = urlsplit(audit.site.url).hostname
    pages = f"{audit.captured.pages} pages, {audit.captured.rendered} rendered"
    sys.stdout.write(f"  {name:<12} {spent.seconds:6.1f}  {parts}  ({pages}, {audit.captured.status}, {host})\n")


if __name__ == "__main__":
    raise SystemExit(main())
