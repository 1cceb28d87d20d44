"""Ways are pressed in the order of the guide, each once, and for a quarter of all seconds at most."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from auditor.capture.records import PROVED, PressRecord, Snapshot
from auditor.capture.store import Capture
from auditor.model.proof import Proof
from auditor.model.terms import Action, Device
from spiders.browser.prove import Proven
from spiders.proving import prove
from tests.captures import laid_out, page
from tests.spiders.offline import HOME, Offline, new_capture, tools_for

END = page("<main><p>Call us on 020 7123 4567</p></main>")


@dataclass
class Clicker:
    """A browser in which every way takes ten seconds of its clock; the ends of ways show `payload`."""

    payload: bytes = field(default_factory=lambda: laid_out(END, Device.DESKTOP))
    now: float = 0.0
    pressed: list[tuple[str, str]] = field(default_factory=list)
    hangs: bool = False

    def clock(self) -> float:
        return self.now

    async def prove(self, proof: Proof) -> Proven:
        if self.hangs:
            await asyncio.Event().wait()
        self.now += 10.0
        self.pressed.append((proof.end, proof.device.value))
        record = PressRecord(proof.start, proof.device, "", Action.OPEN, proof.end, "", "nothing", proof=proof.key)
        return Proven([record], Snapshot(proof.start, proof.device, f"{PROVED}{proof.key}", self.payload))


def ways(*ends: str, device: Device = Device.DESKTOP) -> list[Proof]:
    return [Proof(HOME, device, (), end) for end in ends]


@pytest.fixture
def capture(tmp_path: Path) -> Iterator[Capture]:
    with new_capture(tmp_path) as opened:
        yield opened


def proved(browser: Clicker, capture: Capture, proofs: list[Proof], seconds: float = 100.0, spent: float = 0.0) -> bool:
    tools = tools_for(Offline({}), capture, clock=browser.clock, seconds=seconds)
    browser.now += spent
    made = asyncio.run(prove(browser, tools, proofs))  # type: ignore[arg-type]
    assert not tools.budget.spent, "what is left unproved spoils no result"
    return made


def test_ways_are_pressed_in_their_order_with_the_page_at_their_end(capture: Capture) -> None:
    browser = Clicker()
    assert proved(browser, capture, ways("#phone", "#chat"), seconds=800.0)
    assert browser.pressed == [("#phone", "desktop"), ("#chat", "desktop")]
    assert len(list(capture.presses())) == 2
    assert {key.state.removeprefix(PROVED) for key in capture.snapshot_keys()} == {p.proof for p in capture.presses()}
    assert capture.fact("unproved") == 0


def test_both_devices_are_pressed_side_by_side(capture: Capture) -> None:
    browser = Clicker()
    both = [*ways("#phone", "#chat"), *ways("#phone", "#chat", device=Device.MOBILE)]
    proved(browser, capture, both, seconds=800.0)
    assert sorted(browser.pressed[:2]) == [("#phone", "desktop"), ("#phone", "mobile")]


def test_proving_ends_at_a_quarter_of_the_seconds_and_says_what_is_left(capture: Capture) -> None:
    browser = Clicker()
    assert proved(browser, capture, ways(*"abcdef"), seconds=100.0)
    # The third one begins within the quarter; what it shows is kept.
    assert [end for end, _ in browser.pressed] == ["a", "b", "c"]
    assert capture.fact("unproved") == 3


def test_no_more_than_what_is_left_of_all_seconds_is_taken(capture: Capture) -> None:
    browser = Clicker()
    assert not proved(browser, capture, ways("a"), seconds=100.0, spent=100.0)
    assert (browser.pressed, capture.fact("unproved")) == ([], 1)


def test_a_browser_that_hangs_costs_what_is_left_and_no_more(capture: Capture) -> None:
    assert not proved(Clicker(hangs=True), capture, ways("a", "b"), seconds=0.4)
    assert (list(capture.presses()), capture.fact("unproved")) == ([], 2)


def test_what_was_proved_before_is_not_pressed_again(capture: Capture) -> None:
    browser = Clicker()
    proved(browser, capture, ways("a"), seconds=800.0)
    assert proved(browser, capture, ways("a", "b"), seconds=800.0)
    assert [end for end, _ in browser.pressed] == ["a", "b"]
    assert not proved(browser, capture, ways("a", "b"), seconds=800.0)


def test_an_end_that_cannot_be_read_is_not_kept(capture: Capture) -> None:
    proved(Clicker(payload=b"{"), capture, ways("a"), seconds=800.0)
    assert (list(capture.snapshot_keys()), len(list(capture.presses()))) == ([], 1)
    assert replace(next(capture.presses()), proof="").selector == "a"
