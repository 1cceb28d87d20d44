"""Fixtures of the gatherer's tests: gatherings in processes of their own, and captures of them."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.capture.store import Capture
from auditor.model.settings import Settings
from tests.spiders.small_server import SmallServer

ROOT = Path(__file__).resolve().parents[2]
Gathers = Callable[..., Capture]


@pytest.fixture
def small() -> Iterator[SmallServer]:
    """A running server of a site that the test writes into its `routes`."""
    with SmallServer() as server:
        yield server


@pytest.fixture
def gathered(tmp_path: Path) -> Gathers:
    """`gathered(url, name, die_after=N, **settings)` gathers, without rendering unless asked, and opens the capture."""

    def gather(
        url: str,
        name: str = "site",
        *,
        die_after: int = 0,
        stop_after: int = 0,
        breaks: bool = False,
        **options: Any,
    ) -> Capture:
        settings = Settings(url=url, **{"render": "never", "seconds": 30.0, **options})
        path = tmp_path / f"{name}.sqlite"
        order = {"settings": settings.model_dump(mode="json"), "capture": str(path), "die_after": die_after,
                 "stop_after": stop_after, "breaks": breaks}  # fmt: skip
        command = [sys.executable, "-m", "tests.spiders.one_gathering", json.dumps(order)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=90, check=False)
        assert done.returncode == (9 if die_after else 0), done.stderr
        return Capture.open(path)

    return gather
