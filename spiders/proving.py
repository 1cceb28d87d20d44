"""Which ways are pressed once more for their pictures: those that the guide names, as many as there is time for."""

import asyncio
from collections.abc import Iterable, Sequence

from auditor.capture.layout import parse_snapshot
from auditor.capture.pages import keep
from auditor.capture.records import Snapshot
from auditor.capture.store import Capture
from auditor.model.errors import CaptureError
from auditor.model.proof import Proof
from spiders.budget import PROVE_SHARE, Budget
from spiders.rendering import Browser, Proven
from spiders.tools import Tools


async def prove(browser: Browser, tools: Tools, proofs: Iterable[Proof]) -> bool:
    """Press ways, the devices side by side, as many as a quarter of all seconds allows; whether any was pressed.

    What the capture holds is not repeated. The fact "unproved" counts the ways that there was no time for; they spoil
    no result, so the gathering is not called partial for them.
    """
    budget, capture = tools.budget, tools.capture
    since = budget.now()
    until = since + budget.part("prove", PROVE_SHARE)
    done = {record.proof for record in capture.presses()}
    wanted = [proof for proof in proofs if proof.key not in done]
    lanes = [[proof for proof in wanted if proof.device is device] for device in tools.settings.devices]
    left = sum(await asyncio.gather(*[_lane(browser, capture, budget, lane, until) for lane in lanes]))
    capture.put_fact("unproved", left)
    budget.charge("prove", since)
    return left < len(wanted)


async def _lane(browser: Browser, capture: Capture, budget: Budget, proofs: Sequence[Proof], until: float) -> int:
    """Press the ways of one device, one after the other; how many there was no time for."""
    for number, proof in enumerate(proofs):
        left = until - budget.now()
        if left <= 0:
            return len(proofs) - number
        try:
            _record(capture, await asyncio.wait_for(browser.prove(proof), left))
        except TimeoutError:
            return len(proofs) - number
    return 0


def _record(capture: Capture, proven: Proven) -> None:
    """What came of a way; an end that cannot be read shows nothing."""
    if proven.end is not None:
        _keep_end(capture, proven.end)
    for record in proven.records:
        capture.put_press(record)


def _keep_end(capture: Capture, end: Snapshot) -> None:
    try:
        page = parse_snapshot(end.payload, url=end.url, device=end.device, state=end.state)
    except CaptureError:
        return
    capture.put_snapshot(end)
    keep(capture, [page])
