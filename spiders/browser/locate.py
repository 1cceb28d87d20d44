"""Finding the control that is meant: by its path, and by its name where the page has moved on."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error, FrameLocator, Locator, Page

from auditor.model.guide import Press
from auditor.model.page import Box
from auditor.model.terms import Action
from auditor.model.wording import folded, words
from spiders.browser.safety import Control
from spiders.browser.scripts import script

#: Between the path of a frame and the path within it.
FRAME_JOINT = " >>> "
#: Matches of a path or a name that are looked at.
MATCHES = 3
#: Milliseconds that one look at an element may take.
LOOK_MS = 1500
ROLES = ("button", "link", "tab", "menuitem", "option")


@dataclass(frozen=True, slots=True)
class Found:
    """A control that stands in the page: the handle to press it, what it is, where, and whether it can be seen."""

    locator: Locator
    control: Control
    visible: bool
    box: Box


async def locate(page: Page, press: Press) -> Found | None:
    """The control of a press, the visible one of several; None when the page has no such control."""
    choosing, searching = press.action is Action.CHOOSE, press.action is Action.SEARCH
    best: Found | None = None
    for locator in _locators(page, press):
        for found in await _matches(locator):
            # The name of a search is the word that is typed.
            known = searching or (choosing and found.control.tag == "select")
            named = known or same_name(press.name, found.control.names)
            if named and found.visible:
                return found
            best = best or (found if named else None)
    return best


def same_name(name: str, names: tuple[str, ...]) -> bool:
    """Whether a name is one of an element's, however white space and case are written; "" is any."""
    wanted = _core(name)
    return not wanted or any(_core(candidate)[: len(wanted)] == wanted for candidate in names)


def _core(name: str) -> str:
    return "".join(words(folded(name))) or re.sub(r"\s+", "", name)


def _locators(page: Page, press: Press) -> list[Locator]:
    found: list[Locator] = []
    scope: Page | FrameLocator = page
    *frames, path = press.selector.split(FRAME_JOINT)
    for frame in frames:
        scope = scope.frame_locator(f"css={frame}")
    if path:
        found.append(scope.locator(f"css={path}"))
    if press.action is Action.SEARCH:
        return found
    if press.name and press.action is not Action.CHOOSE:
        found += [scope.get_by_role(role, name=press.name, exact=True) for role in ROLES]  # type: ignore[arg-type]
    if press.name:
        found.append(scope.get_by_text(press.name, exact=True))
    return found


async def _matches(locator: Locator) -> list[Found]:
    try:
        count = min(await locator.count(), MATCHES)
        return [await _found(locator.nth(number)) for number in range(count)]
    except Error:
        return []


async def _found(locator: Locator) -> Found:
    facts: dict[str, Any] = await locator.evaluate(script("facts"), timeout=LOOK_MS)
    control = Control(
        names=tuple(facts["names"]),
        tag=facts["tag"],
        role=facts["role"],
        type=facts["type"],
        type_written=facts["type_written"],
        toggles=facts["toggles"],
        in_form=facts["in_form"],
        gets=facts["gets"],
        searches=facts["searches"],
        href=facts["href"],
        download=facts["download"],
    )
    x, y, width, height = (round(float(number), 1) for number in facts["box"])
    return Found(locator, control, bool(facts["visible"]), Box(x, y, width, height))
