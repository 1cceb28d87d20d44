"""Whether a browser is used, and why not."""

import asyncio
import stat
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from auditor.model.errors import UsageError
from spiders.chosen import open_browser
from tests.spiders.offline import Offline, new_capture, tools_for


def opened(folder: Path, **options: Any) -> tuple[bool, dict[str, str]]:
    """Whether there is a browser, and what the capture says of it."""

    async def opening() -> bool:
        async with AsyncExitStack() as stack:
            return await open_browser(stack, tools_for(Offline({}), capture, **options), folder, None) is not None

    with new_capture(folder) as capture:
        return asyncio.run(opening()), capture.fact("browser")


def test_a_browser_that_is_not_wanted_is_not_even_looked_for(tmp_path: Path) -> None:
    found, fact = opened(tmp_path, browser=str(tmp_path / "missing"))
    assert (found, fact) == (False, {"name": "none", "version": "", "reason": "rendering is switched off"})


def test_a_browser_that_was_named_and_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not there"):
        opened(tmp_path, browser=str(tmp_path / "missing"), render="auto")


def test_a_browser_that_tells_its_version_and_does_not_start_costs_the_rendering_only(tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\n[ \"$1\" = --version ] && echo 'Chromium 140.0.1' || exit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    found, fact = opened(tmp_path, browser=str(program), render="auto")
    assert (found, fact["name"]) == (False, "none")
    assert fact["reason"] == f"the browser does not start: The browser {program} did not start."
