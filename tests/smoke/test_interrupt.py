"""Ctrl-C while a site is gathered, a second Signpost in the same folder, and going on."""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.capture.store import Capture
from tests.mock.exchange import Exchange
from tests.mockserver import MockServer, shop

Done = subprocess.CompletedProcess[str]
PAGES = 60
#: Answers before the door shuts: the first round is over by then, and a later one is under way.
FREE = 40


class Door:
    """A shop that answers FREE requests and then holds all others until `opened` is set; `shut` tells that it did."""

    def __init__(self) -> None:
        self._site = shop.generated_shop(PAGES)
        self._left = threading.Semaphore(FREE)
        self.shut = threading.Event()
        self.opened = threading.Event()

    def __call__(self, exchange: Exchange) -> None:
        if not self._left.acquire(blocking=False):
            self.shut.set()
            self.opened.wait()
        shop.serve(self._site, exchange)


@dataclass(frozen=True, slots=True)
class Story:
    """An interrupted run, what a second one said meanwhile, and the run that went on."""

    second: Done
    interrupted: Done
    kept: tuple[str, ...]
    gone_on: Done
    third: Done
    asked: tuple[str, ...]
    folder: Path


@pytest.fixture(scope="module")
def story(
    command: str, environment: dict[str, str], signpost: Callable[..., Done], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("interrupt")
    door = Door()
    with MockServer(answer=door) as server:
        typed = ("audit", server.url, "--render", "never")
        first = subprocess.Popen(
            [command, *typed], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        assert door.shut.wait(60)
        second = signpost(*typed, cwd=folder)
        os.killpg(first.pid, signal.SIGINT)
        stdout, stderr = first.communicate(timeout=60)
        interrupted = Done(typed, first.returncode, stdout, stderr)
        door.opened.set()
        (capture,) = folder.glob("signpost-out/*/capture.sqlite")
        kept = urls(capture)
        line = stderr.splitlines()[-1].partition("Go on with: ")[2]
        gone_on = subprocess.run(
            line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        third = signpost(*typed, "--resume", cwd=folder)
        yield Story(second, interrupted, kept, gone_on, third, tuple(r.path for r in server.requests), capture.parent)


def urls(capture: Path) -> tuple[str, ...]:
    with Capture.open(capture) as opened:
        return tuple(fetch.url for fetch in opened.outcomes())


def test_an_interrupt_keeps_the_capture_and_says_how_to_go_on(story: Story) -> None:
    assert story.interrupted.returncode == 130
    message, hint = story.interrupted.stderr.splitlines()
    assert re.fullmatch(
        r"signpost: Stopped after \d+ pages; what was gathered is kept in \S+/capture\.sqlite\.", message
    )
    assert " audit --resume --out signpost-out/" in hint
    assert story.interrupted.stdout == ""
    assert len(story.kept) > 1


def test_a_second_run_in_the_folder_is_refused_and_harms_nothing(story: Story) -> None:
    assert story.second.returncode == 2
    assert story.second.stderr.startswith("signpost: Another Signpost is writing to ")
    assert "--out" in story.second.stderr
    assert len(story.second.stderr.splitlines()) == 2


def test_the_command_that_was_told_goes_on_where_it_stopped(story: Story) -> None:
    assert story.gone_on.returncode == 0, story.gone_on.stderr
    assert story.gone_on.stderr == ""
    assert "Shortest way to a phone number" in story.gone_on.stdout
    assert urls(story.folder / "capture.sqlite")[: len(story.kept)] == story.kept
    assert len(urls(story.folder / "capture.sqlite")) > len(story.kept)
    assert story.asked.count("/") == 1
    assert story.asked.count("/robots.txt") == 1


def test_a_complete_capture_is_not_gone_on_with(story: Story) -> None:
    assert story.third.returncode == 2
    message, hint = story.third.stderr.splitlines()
    assert message.startswith("signpost: There is nothing to go on with: ")
    assert "--capture" in hint
    assert "leave --resume out" in hint
