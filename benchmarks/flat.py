"""The memory of a browser session over many renders: Chromium, its driver and this process, all that they hold."""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from auditor.model.settings import Settings
from auditor.model.terms import Device
from benchmarks.processes import here, memory, tree
from benchmarks.render import written
from benchmarks.saved_site import served
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession

DEVICES = (Device.DESKTOP, Device.MOBILE)
#: The last third of the renders holds at most so many times the memory of the second third.
MOST = 1.1
#: Different pages of the shop that are rendered over and over.
PAGES = 40
#: Renders from one look at the memory to the next: not in step with new contexts.
A_LOOK = 14
_MIB = 2**20


def flat_memory(scratch: Path, renders: int, every: int) -> str:
    """Render pages in one session and tell what is wrong with its memory, "" when it is flat or not told here."""
    if not here():
        return ""
    shop = scratch / "shop"
    paths = written(shop, PAGES)
    with served(shop, "127.0.0.1") as port:
        samples = asyncio.run(_samples([f"http://127.0.0.1:{port}{path}" for path in paths], renders, every))
    growth = grown(samples)
    (slope, _) = statistics.linear_regression(range(0, A_LOOK * len(samples), A_LOOK), samples)
    sys.stdout.write(f"        last third / second third: {growth:.2f} (target: at most {MOST:g}); ")
    sys.stdout.write(f"{100 * slope / _MIB:+.1f} MiB in 100 renders\n")
    return "" if growth <= MOST else f"the memory grows: {growth:.2f} times"


def grown(samples: list[int]) -> float:
    """How many times the memory of the second third of the samples the last third holds, by their means."""
    third = max(1, len(samples) // 3)
    return statistics.mean(samples[-third:]) / statistics.mean(samples[-2 * third : -third])


async def _samples(urls: list[str], renders: int, every: int) -> list[int]:
    """The bytes held at every look; `every` so many renders a line is printed."""
    choice = find_browser()
    if choice is None:
        raise SystemExit("No Chrome or Chromium was found.")
    samples: list[int] = []
    lost = 0
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as shots:
        options = BrowserOptions.of(Settings(url=urls[0]), choice.path, Path(shots), "en")
        async with BrowserSession(options) as session:
            for done in range(A_LOOK, renders + 1, A_LOOK):
                numbers = range(done - A_LOOK, done)
                lanes = [[urls[n // 2 % len(urls)] for n in numbers if n % 2 == lane] for lane in range(len(DEVICES))]
                lost += sum(await asyncio.gather(*map(_lane, (session,) * len(DEVICES), lanes, DEVICES)))
                samples.append(memory(tree(os.getpid())))
                if done % every == 0:
                    _tell(done, statistics.mean(samples[-every // A_LOOK :]), lost, time.perf_counter() - begun)
    return samples


def _tell(done: int, held: float, lost: int, seconds: float) -> None:
    """One line: the memory at the looks since the last one."""
    ours = memory([os.getpid()])
    parts = f"{held / _MIB:6.0f} MiB in all, {ours / _MIB:5.0f} MiB of it this process"
    sys.stdout.write(f"        {done:5} renders  {parts}, {lost} lost, {seconds:6.0f} s\n")
    sys.stdout.flush()


async def _lane(session: BrowserSession, urls: list[str], device: Device) -> int:
    """Render pages of one device one after the other; how many were lost."""
    return sum([not (await session.render(url, device)).ok for url in urls])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        raise SystemExit(flat_memory(Path(folder), *map(int, sys.argv[1:] or ("1008", "84"))))
