"""The browser process: started, started again, and ended."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from auditor.model.errors import GatherError
from auditor.model.terms import Device
from spiders.browser import chromium as module
from spiders.browser.chromium import Chromium
from spiders.browser.session import BrowserSession
from spiders.browser.tab import PageLostError
from spiders.guard import guard_for
from tests.spiders.browser.conftest import Run


def test_a_program_that_is_no_browser_is_told_with_a_hint_and_leaves_nothing_behind(run: Run) -> None:
    program = Chromium(Path("/bin/false"), guard_for("http://127.0.0.1:1/"), "en")
    with pytest.raises(GatherError, match="/bin/false did not start") as told:
        run(program.start())
    assert "--browser" in told.value.hint
    assert not program.alive
    run(program.stop())


def test_a_device_keeps_its_tab_until_it_is_dropped(browser: BrowserSession, run: Run) -> None:
    chromium = browser._chromium
    first, again, mobile = (run(chromium.tab(device)) for device in (Device.DESKTOP, Device.DESKTOP, Device.MOBILE))
    assert first is again
    assert first is not mobile
    run(chromium.drop(Device.DESKTOP))
    assert first.page.is_closed()
    assert run(chromium.tab(Device.DESKTOP)) is not first
    assert run(chromium.tab(Device.MOBILE)) is mobile
    run(chromium.drop(Device.ANY))


def test_a_browser_that_dies_again_and_again_is_given_up(
    browser: BrowserSession, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    chromium = browser._chromium

    async def die() -> None:
        await chromium.tab(Device.DESKTOP)
        assert chromium._browser is not None
        gone = asyncio.Event()
        chromium._browser.on("disconnected", lambda _: gone.set())
        os.kill(chromium._process, signal.SIGKILL)
        await gone.wait()

    monkeypatch.setattr(module, "MAX_RESTARTS", 1)
    for _ in range(2):
        run(die())
    with pytest.raises(PageLostError, match="died too often"):
        run(chromium.tab(Device.DESKTOP))
    assert not chromium.alive
