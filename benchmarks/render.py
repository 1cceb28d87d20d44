"""Seconds and CPU of a rendered page against a bare Playwright: the same pages, the same run, one after the other.

A bare page is a new context, `goto` and `DOMSnapshot.captureSnapshot`, in a Chromium with the same flags but without
the proxy. Ours is all that an audit does to a page. An audit keeps the context of a device for many pages; here it
gets a new one for each run, so that the creation of contexts counts on both sides. The strictest comparison, a new
context for each page on our side too, is printed beside it.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, async_playwright

from auditor.capture.layout import STYLES
from auditor.model.settings import Settings
from auditor.model.terms import Device
from benchmarks.accuracy import sites
from benchmarks.dressing import PARAGRAPHS, dressed
from benchmarks.processes import cpu_seconds, here
from benchmarks.saved_site import served
from spiders.browser.devices import context_options
from spiders.browser.find import find_browser
from spiders.browser.flags import chromium_flags
from spiders.browser.session import BrowserOptions, BrowserSession
from tests.mock.shop import generated_shop

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PAGES = 6
RUNS = 4
#: Seconds of ours for one second of a bare page that waits for `networkidle`, and for `load`.
MOST = {"networkidle": 1.3, "load": 1.6}
KEPT, NEW = "signpost, a context a run", "signpost, a context a page"
REAL_SITES = ("fitnessgum", "mishop")
REAL_PAGES = 3
_LAYOUT = {"computedStyles": list(STYLES), "includePaintOrder": True, "includeDOMRects": True}
Until = Literal["load", "networkidle"]
Shows = Callable[[str, Device], Awaitable[None]]


@dataclass
class Times:
    """What each page of one side took: seconds, and seconds of CPU of this process and all it has started."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def by_run(self, runs: int) -> list[float]:
        """The seconds of each run."""
        size = len(self.seconds) // runs
        return [sum(self.seconds[first : first + size]) for first in range(0, size * runs, size)]

    async def take(self, work: Awaitable[None]) -> None:
        """Do a piece of work and note what it took."""
        cpu = cpu_seconds(os.getpid()) if here() else 0.0
        begun = time.perf_counter()
        await work
        self.seconds.append(time.perf_counter() - begun)
        self.cpu.append(cpu_seconds(os.getpid()) - cpu if here() else 0.0)


def main() -> int:
    """Print every figure beside its target; 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--quick", action="store_true", help="only the generated shop")
    chosen = parser.parse_args()
    return 0 if render_speed(chosen.data / "sites", chosen.runs, quick=chosen.quick) else 1


def render_speed(folder: Path, runs: int, *, quick: bool = False) -> bool:
    """The generated shop, whose figures have targets, and two real sites if they are here."""
    with tempfile.TemporaryDirectory() as scratch:
        shop = Path(scratch) / "shop"
        paths = written(shop, PAGES)
        fine = compared("generated shop, dressed as real pages are", shop, paths, runs)
    if folder.is_dir() and not quick:
        for name, _, _ in sites(folder):
            if name in REAL_SITES:
                compared(f"saved site {name}", folder / name, _pages_in(folder / name), max(1, runs // 2))
    return fine


def written(folder: Path, pages: int) -> list[str]:
    """Write a generated shop as static files; the paths of so many pages of different kinds."""
    shop = generated_shop(60, paragraphs=PARAGRAPHS)
    for number, (path, html) in enumerate(shop.items()):
        file = folder / path.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dressed(html, number), encoding="utf-8")
    return list(shop)[:pages]


def _pages_in(folder: Path) -> list[str]:
    """The paths of the home page and of some others of a saved site."""
    found = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return ["/", *(f"/{path}/" for path in found if path != ".")][:REAL_PAGES]


def compared(name: str, folder: Path, paths: Sequence[str], runs: int) -> bool:
    """Render pages on all sides in turn, and print what they took."""
    with ExitStack() as stack:
        port = stack.enter_context(served(folder, "127.0.0.1"))
        urls = [f"http://127.0.0.1:{port}{path}" for path in paths]
        times = asyncio.run(_measured(urls, runs))
    return _told(f"{name}: {len(paths)} pages on both devices, {runs} runs", times, runs)


async def _measured(urls: Sequence[str], runs: int) -> dict[str, Times]:
    """The times of each side; a first turn that warms up all of them is not counted."""
    async with AsyncExitStack() as stack:
        sides = await _sides(stack, urls)
        for show in sides.values():
            for url in urls:
                await show(url, Device.DESKTOP)
        times = {name: Times() for name in sides}
        for _ in range(runs):
            for device in (Device.DESKTOP, Device.MOBILE):
                for url in urls:
                    for name, show in sides.items():
                        await times[name].take(show(url, device))
        return times


async def _sides(stack: AsyncExitStack, urls: Sequence[str]) -> dict[str, Shows]:
    choice = find_browser()
    if choice is None:
        raise SystemExit("No Chrome or Chromium was found.")
    shots = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    options = BrowserOptions.of(Settings(url=urls[0]), choice.path, shots, "en")
    ours = await stack.enter_async_context(BrowserSession(options, pages_a_context=len(urls)))
    fresh = await stack.enter_async_context(BrowserSession(options, pages_a_context=1))
    driver = await stack.enter_async_context(async_playwright())
    flags = [flag for flag in chromium_flags(0) if not flag.startswith(("--proxy", "--host-resolver"))]
    bare = await driver.chromium.launch(executable_path=choice.path, args=flags)
    stack.push_async_callback(bare.close)
    return {
        KEPT: _rendering(ours),
        NEW: _rendering(fresh),
        "networkidle": _bare(bare, "networkidle"),
        "load": _bare(bare, "load"),
    }


def _rendering(session: BrowserSession) -> Shows:
    async def show(url: str, device: Device) -> None:
        seen = await session.render(url, device)
        if not seen.ok:
            raise SystemExit(f"{url} was not rendered: {seen.reason}")

    return show


def _bare(browser: Browser, until: Until) -> Shows:
    async def show(url: str, device: Device) -> None:
        context = await browser.new_context(**context_options(device, "en"))
        page = await context.new_page()
        await page.goto(url, wait_until=until)
        cdp: Any = await context.new_cdp_session(page)
        await cdp.send("DOMSnapshot.captureSnapshot", _LAYOUT)
        await context.close()

    return show


def _told(title: str, times: dict[str, Times], runs: int) -> bool:
    sys.stdout.write(f"\n{title}\n")
    for name, taken in times.items():
        cpu = f"{1000 * statistics.mean(taken.cpu):7.0f} ms of CPU a page" if here() else "CPU: not here"
        each = statistics.mean(taken.seconds)
        sys.stdout.write(f"  {name:<28}{1 / each:6.2f} pages/s  {each:6.3f} s a page  {cpu}\n")
    ratios = {(ours, bare): _ratio(times, ours, bare, runs) for bare in MOST for ours in (KEPT, NEW)}
    return all(ratios[KEPT, bare] <= most for bare, most in MOST.items())


def _ratio(times: dict[str, Times], ours: str, bare: str, runs: int) -> float:
    """Print how many times as long a run takes: the median of all runs, and the least and the most."""
    found = sorted(mine / other for mine, other in zip(times[ours].by_run(runs), times[bare].by_run(runs), strict=True))
    middle = statistics.median(found)
    name = f"{ours} / {bare}"
    spread = f"({found[0]:.2f} to {found[-1]:.2f}; target: at most {MOST[bare]:g})"
    sys.stdout.write(f"  {name:<44}{middle:6.2f}  {spread}\n")
    return middle


if __name__ == "__main__":
    raise SystemExit(main())
