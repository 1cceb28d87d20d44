"""What counts as traffic of a page, and what is held back; the events are those of Chrome's protocol."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from playwright.async_api import Error

from spiders.browser.traffic import Traffic


class Wire:
    """A session of Chrome's protocol: events are put in by hand, commands are noted."""

    def __init__(self, gone: bool = False) -> None:
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self._hear: dict[str, Callable[[dict[str, Any]], None]] = {}
        self._gone = gone

    def on(self, event: str, hear: Callable[[dict[str, Any]], None]) -> None:
        self._hear[event] = hear

    async def send(self, method: str, values: dict[str, Any] | None = None) -> None:
        self.sent.append((method, values or {}))
        if self._gone and method.startswith("Fetch.fail"):
            raise Error("Target closed")

    def ask(self, number: str, url: str = "https://a.test/x", kind: str = "Script") -> None:
        self._hear["Network.requestWillBeSent"]({"requestId": number, "type": kind, "request": {"url": url}})

    def get(self, number: str, size: int) -> None:
        self._hear["Network.dataReceived"]({"requestId": number, "dataLength": size})

    def end(self, number: str, event: str = "loadingFinished") -> None:
        self._hear[f"Network.{event}"]({"requestId": number})

    def pause(self, kind: str, method: str, url: str = "https://a.test/x") -> None:
        request = {"method": method, "url": url}
        self._hear["Fetch.requestPaused"]({"requestId": "9", "resourceType": kind, "request": request})


def watched(act: Callable[[Wire, Traffic], Any], wire: Wire | None = None) -> Any:
    """What `act` finds out of a tab whose traffic is watched."""
    wire = wire or Wire()

    async def watching() -> Any:
        traffic = Traffic(wire)  # type: ignore[arg-type]
        await traffic.start()
        found = act(wire, traffic)
        return await found if asyncio.iscoroutine(found) else found

    return asyncio.run(watching())


@pytest.mark.parametrize(
    ("url", "kind", "counted"),
    [
        ("https://a.test/x.js", "Script", 1),
        ("https://a.test/", "Document", 1),
        ("data:image/png;base64,AA", "Image", 0),
        ("blob:https://a.test/1", "Script", 0),
        ("wss://a.test/", "WebSocket", 0),
        ("https://a.test/film.mp4", "Media", 0),
        ("https://a.test/stream", "EventSource", 0),
        ("https://a.test/favicon.ico", "Other", 0),
    ],
)
def test_what_stays_open_by_design_or_asks_for_nothing_is_not_counted(url: str, kind: str, counted: int) -> None:
    def act(wire: Wire, traffic: Traffic) -> tuple[int, int]:
        wire.ask("1", url, kind)
        wire.get("1", 500)
        return traffic.requests, traffic.bytes

    assert watched(act) == (counted, 500 * counted)


def test_bytes_of_requests_from_before_a_load_are_not_those_of_the_page() -> None:
    def act(wire: Wire, traffic: Traffic) -> list[tuple[int, int]]:
        wire.ask("1")
        wire.get("1", 100)
        wire.get("1", 20)
        before = (traffic.requests, traffic.bytes)
        traffic.reset()
        wire.get("1", 3000)
        wire.ask("2")
        wire.get("2", 7)
        return [before, (traffic.requests, traffic.bytes)]

    assert watched(act) == [(1, 120), (1, 7)]


@pytest.mark.parametrize("end", ["loadingFinished", "loadingFailed"])
def test_a_document_is_pending_until_it_came_or_failed(end: str) -> None:
    def act(wire: Wire, traffic: Traffic) -> list[bool]:
        wire.ask("1", kind="Script")
        found = [traffic.document_pending]
        wire.ask("2", kind="Document")
        found.append(traffic.document_pending)
        wire.end("2", end)
        return [*found, traffic.document_pending]

    assert watched(act) == [False, True, False]


@pytest.mark.parametrize(("ended", "idle"), [(("1",), False), (("1", "2"), True)])
def test_a_tab_is_idle_when_no_request_is_open(ended: tuple[str, ...], idle: bool) -> None:
    async def act(wire: Wire, traffic: Traffic) -> bool:
        wire.ask("1")
        wire.ask("2")
        for number in (*ended, "never asked for"):
            wire.end(number)
        return await traffic.idle(60.0 if idle else 0.0)

    assert watched(act) is idle


@pytest.mark.parametrize(
    ("kind", "method", "answer"),
    [
        ("Document", "GET", ("Fetch.continueRequest", {"requestId": "9"})),
        ("Document", "HEAD", ("Fetch.continueRequest", {"requestId": "9"})),
        ("Document", "POST", ("Fetch.failRequest", {"requestId": "9", "errorReason": "BlockedByClient"})),
        ("Media", "GET", ("Fetch.failRequest", {"requestId": "9", "errorReason": "BlockedByClient"})),
    ],
)
def test_sent_forms_and_films_are_refused(kind: str, method: str, answer: tuple[str, dict[str, str]]) -> None:
    async def act(wire: Wire, traffic: Traffic) -> tuple[str, dict[str, Any]]:
        wire.pause(kind, method)
        await asyncio.gather(*traffic._answers)
        return wire.sent[-1]

    assert watched(act) == answer


def test_a_tab_that_went_away_meanwhile_is_no_error() -> None:
    async def act(wire: Wire, traffic: Traffic) -> list[BaseException | None]:
        wire.pause("Media", "GET")
        return await asyncio.gather(*traffic._answers, return_exceptions=True)

    assert watched(act, Wire(gone=True)) == [None]


def test_one_form_is_let_through_where_it_may_go() -> None:
    async def act(wire: Wire, traffic: Traffic) -> list[str]:
        traffic.allow_one(lambda url: url.endswith("/cart/add"))
        for url in ("https://a.test/order", "https://a.test/cart/add", "https://a.test/cart/add"):
            wire.pause("Document", "POST", url)
            await asyncio.sleep(0.01)
        traffic.allow_one(lambda url: True)
        traffic.allow_none()
        wire.pause("Document", "POST", "https://a.test/cart/add")
        await asyncio.sleep(0.01)
        return [method for method, _ in wire.sent if method.startswith("Fetch.") and method != "Fetch.enable"]

    assert watched(act) == ["Fetch.failRequest", "Fetch.continueRequest", "Fetch.failRequest", "Fetch.failRequest"]
