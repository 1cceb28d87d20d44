"""Bot walls in the browser: none of them enters the results, and no ordinary page is taken for one."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.capture.records import PressRecord
from auditor.capture.store import Capture
from auditor.model.settings import Settings
from auditor.model.terms import Action, Device
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from spiders.challenge import challenge
from spiders.walls import wall_in, without_walls
from tests.spiders.challenge_pages import ORDINARY, WALLS
from tests.spiders.small_server import Reply, SmallServer

Run = Callable[[Coroutine[Any, Any, Any]], Any]
Gathers = Callable[..., Capture]
SHOP = '<main><h1>Shop</h1><p>Hand made.</p><a href="/a">A</a><a href="/b">B</a></main>'


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Run a coroutine in the event loop of the module."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture(scope="module")
def walls() -> Iterator[SmallServer]:
    """A server of all walls and ordinary pages under their names."""
    with SmallServer() as server:
        server.routes = {f"/{quote(name)}": reply for name, reply in (*WALLS.items(), *ORDINARY.items())}
        yield server


@pytest.fixture(scope="module")
def browser(run: Run, walls: SmallServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserSession]:
    """A browser for these pages."""
    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    options = BrowserOptions.of(Settings(url=walls.home), choice.path, tmp_path_factory.mktemp("shots"), "en")
    session = BrowserSession(options)
    run(session.__aenter__())
    yield session
    run(session.__aexit__(None, None, None))


def vendor_of(name: str) -> str:
    return name.rpartition(" ")[0]


@pytest.mark.parametrize("name", WALLS)
def test_each_vendor_is_known_by_its_answer(name: str) -> None:
    reply = WALLS[name]
    headers = {key.lower(): value for key, value in reply.headers.items()}
    assert challenge(reply.status, headers, reply.body.encode()) == vendor_of(name)


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_pages_are_no_walls(name: str) -> None:
    reply = ORDINARY[name]
    headers = {key.lower(): value for key, value in reply.headers.items()}
    assert challenge(reply.status, headers, reply.body.encode()) == ""


def test_a_waiting_room_is_known_by_its_host() -> None:
    assert challenge(200, {}, b"<h1>Hello</h1>", "https://brand.queue-it.net/?c=brand") == "Queue-it"
    assert challenge(200, {}, b"<h1>Hello</h1>", "https://notqueue-it.net/") == ""


@pytest.mark.parametrize("name", [*WALLS, *ORDINARY])
def test_a_wall_is_known_in_the_browser_too(browser: BrowserSession, run: Run, walls: SmallServer, name: str) -> None:
    url = f"{walls.home}/{quote(name)}"
    snapshot = run(browser.render(url, Device.DESKTOP)).snapshot
    assert snapshot is not None
    page = parse_snapshot(snapshot.payload, url=url, device=Device.DESKTOP)
    assert wall_in(page, snapshot.payload) == (f"a bot wall ({vendor_of(name)})" if name in WALLS else "")


def test_a_press_that_leads_to_a_wall_has_failed(browser: BrowserSession, run: Run, walls: SmallServer) -> None:
    url = f"{walls.home}/{quote('HUMAN captcha')}"
    snapshot = run(browser.render(url, Device.DESKTOP)).snapshot
    assert snapshot is not None
    page = parse_snapshot(snapshot.payload, url=url, device=Device.DESKTOP)
    record = PressRecord(url, Device.DESKTOP, "", Action.OPEN, "#more", "More", "changed", state_after="")
    led = PressRecord(url, Device.DESKTOP, "", Action.OPEN, "#more", "More", "changed", state_after="/1")
    records, snapshots = without_walls([page], [record, led], [replace(snapshot, state="/1")])
    assert snapshots == []
    assert [(r.outcome, r.state_after, r.reason) for r in records] == [
        ("changed", "", ""),
        ("failed", "", "a bot wall (HUMAN)"),
    ]


def to_browsers_only(wall: Reply) -> Callable[[Any], Reply]:
    """A server that shows the shop to plain clients, and a wall to a browser."""

    def answer(headers: Any) -> Reply:
        return wall if "sec-fetch-mode" in headers else Reply(200, f"<!doctype html><body>{SHOP}</body>")

    return answer


@pytest.mark.parametrize("name", ["HUMAN captcha", "access denied nginx"])
def test_a_wall_that_only_the_browser_meets_overrides_no_good_page(
    small: SmallServer, gathered: Gathers, name: str
) -> None:
    small.routes = {"/": to_browsers_only(WALLS[name]), "/a": SHOP, "/b": "<main><p>Other</p></main>"}
    with gathered(small.home, render="auto", seconds=60.0, prove="none") as capture:
        shown = {snapshot.url.removeprefix(small.home) for snapshot in capture.snapshot_keys()}
        assert capture.fact("render_failures")[f"desktop {small.home}/"] == f"a bot wall ({vendor_of(name)})"
        assert (capture.fact("status"), "was turned away" in capture.fact("reason")) == ("partial", True)
    assert "/" not in shown


def test_a_site_behind_a_challenge_is_blocked_after_one_attempt_of_the_browser(
    small: SmallServer, gathered: Gathers
) -> None:
    agents: list[str] = []

    def wall(headers: Any) -> Reply:
        agents.append(headers["user-agent"])
        return WALLS["DataDome captcha"]

    small.routes = {"/": wall, "/robots.txt": Reply(404)}
    with gathered(small.home, render="auto", seconds=60.0) as capture:
        assert capture.fact("status") == "blocked"
        assert "DataDome" in capture.fact("error")[1]
        assert list(capture.snapshot_keys()) == []
    assert len(agents) == 2
    assert agents[0] == agents[1]
    assert " Signpost/" in agents[0]
