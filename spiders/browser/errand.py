"""An errand: the one press that may send something, made with all that has to be chosen before."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.capture.records import PressRecord
from auditor.model.cart import adds_to_cart, leads_on
from auditor.model.errand import Errand
from auditor.model.guide import Press
from auditor.model.terms import Action
from spiders.browser.explore import record_of
from spiders.browser.press import press
from spiders.browser.tab import Tab
from spiders.browser.visit import Visit

#: Seconds that a shop may take to put a product into the cart.
SENT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of an errand: its record, the address to which a form was sent ("" for none), and where it ended."""

    record: PressRecord
    to: str = ""
    landed: str = ""


async def run_errand(tab: Tab, errand: Errand, may: Callable[[str], bool], visiting: Awaitable[Visit]) -> Sent:
    """Load the page, choose, and press; one form may go to an address that `may` allows. Raises PageLostError."""
    await visiting
    for choice in errand.choices:
        if not await _chosen(tab, choice):
            effect = await press(tab, choice)
            if effect.outcome == "failed":
                return Sent(record_of(choice, effect))
    tab.traffic.allow_one(may)
    try:
        effect = await press(tab, errand.press, errand=lambda name: _says(errand, name))
        await tab.traffic.answered(SENT_SECONDS)
    finally:
        tab.traffic.allow_none()
    return Sent(record_of(errand.press, effect), tab.traffic.sent, tab.page.url)


def _says(errand: Errand, name: str) -> bool:
    return adds_to_cart(name, told=True) if errand.does == "add" else leads_on(name)


async def _chosen(tab: Tab, choice: Press) -> bool:
    """Whether one of a group of radio buttons is chosen already."""
    if choice.action is not Action.CHOOSE or "input" not in choice.selector:
        return False
    try:
        return await tab.page.locator(f"css={choice.selector}:checked").count() > 0
    except Error:
        return False
