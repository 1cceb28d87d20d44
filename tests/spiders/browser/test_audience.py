"""What is about to be pressed is framed while it is looked at, and the page is then as it was."""

import asyncio

import pytest

from auditor.capture.records import PressRecord
from auditor.model.guide import Press
from auditor.model.proof import Proof
from auditor.model.terms import Action, Device
from spiders.browser.audience import Audience
from spiders.browser.locate import locate
from spiders.browser.session import BrowserSession
from tests.spiders.browser.conftest import Run

LOOK = "e => [e.style.outline, getComputedStyle(e).outlineWidth]"


def test_an_audience_hears_of_each_step_and_of_the_end(browser: BrowserSession, run: Run, site: str) -> None:
    heard: list[PressRecord] = []
    start = f"{site}/burger.html"
    proof = Proof(start, Device.DESKTOP, (Press(start, "", Device.DESKTOP, Action.FOLLOW, "", "About us"),), "h1")
    for _ in range(2):
        heard.clear()
        proven = run(browser.prove(proof, Audience(heard.append, outlined=True)))
        assert heard == proven.records
        assert [record.outcome for record in heard] == ["navigated", "nothing"]
        assert heard[0].screenshot, "before an audience all is pressed again"


@pytest.mark.parametrize(("outlined", "width"), [(True, "4px"), (False, "0px")])
def test_a_control_is_framed_while_it_is_looked_at(
    browser: BrowserSession, run: Run, site: str, outlined: bool, width: str
) -> None:
    async def looks() -> list[list[str]]:
        async with browser._chromium.stranger(Device.DESKTOP) as tab:
            await tab.load(f"{site}/reveal.html")
            found = await locate(tab.page, Press("", "", Device.DESKTOP, Action.OPEN, "#show", ""))
            assert found is not None
            before = await found.locator.evaluate(LOOK)
            looking = asyncio.ensure_future(Audience(seconds=3.0, outlined=outlined).look(found))
            await asyncio.sleep(1.0)
            during = await found.locator.evaluate(LOOK)
            await looking
            return [before, during, await found.locator.evaluate(LOOK)]

    before, during, after = run(looks())
    assert (during[1] if outlined else width) == width
    assert after == before
    assert (during != before) == outlined
