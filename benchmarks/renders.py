"""How many pages are rendered of a small and of a large generated shop: templates are, and not pages."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from auditor.capture.store import Capture
from auditor.model.settings import Settings
from auditor.options import settings_of
from auditor.pipeline import audit_site
from auditor.results import Results
from benchmarks.dressing import PARAGRAPHS, dressed
from benchmarks.saved_site import served
from tests.mock.shop import generated_shop

SIZES = (200, 5_000)
#: Renders of the large shop for each one of the small shop.
MOST = 1.5
#: Enough for the crawl of the large shop and all that is done in the browser.
SECONDS = 1_800.0


def main() -> int:
    """Print the renders of both shops and their ratio beside its target; 1 when it is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs=2, default=SIZES, help="pages of the small and of the large shop")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        return 1 if grown_renders(Path(scratch), chosen.pages) else 0


def grown_renders(scratch: Path, sizes: Sequence[int] = SIZES) -> str:
    """Count the renders of a small and of a large shop; "" when their ratio meets the target, else what is wrong."""
    small, large = (renders(scratch / str(pages), pages) for pages in sizes)
    ratio = large / small if small else float("inf")
    sys.stdout.write(f"  renders                  {ratio:6.2f} times    (target: at most {MOST:g})\n")
    return "" if ratio <= MOST else f"{ratio:.2f} times as many renders"


def renders(scratch: Path, pages: int) -> int:
    """Audit a generated shop of so many pages, all of them, and count the pages that were rendered, a device each."""
    written(scratch / "site", pages)
    begun = time.perf_counter()
    with served(scratch / "site", "127.0.0.1") as port:
        settings: Settings = settings_of(url=f"http://127.0.0.1:{port}/", pages=pages, seconds=SECONDS)
        audit = audit_site(settings, Results.in_folder(scratch / "out"))
    capture = Capture.open(scratch / "out" / "capture.sqlite")
    loaded = sum(not snapshot.state for snapshot in capture.snapshot_keys())
    capture.close()
    told = f"{audit.captured.pages} pages, {audit.captured.status}, {time.perf_counter() - begun:.0f} s"
    sys.stdout.write(f"  generated shop of {pages:5}  {loaded:4} renders     ({told})\n")
    sys.stdout.flush()
    return loaded


def written(folder: Path, pages: int) -> None:
    """Write a generated shop of so many pages, dressed as real ones are, as a folder of static files."""
    for number, (path, html) in enumerate(generated_shop(pages, paragraphs=PARAGRAPHS).items()):
        file = folder / path.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dressed(html, number), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
