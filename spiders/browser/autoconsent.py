"""The script of `duckduckgo-autoconsent-py`, run in a world of its own in a frame and held to what a visitor can press.

Its messages are asked for, and not sent by the page: nothing that a page can call or see is put into it.
"""

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from duckduckgo_autoconsent import bundle
from playwright.async_api import CDPSession, Error, Frame

from auditor.model.terms import Consent
from spiders.browser.consentrules import Said, config_for, rules_for, told
from spiders.browser.platforms import pay_words
from spiders.browser.scripts import script
from spiders.browser.tab import Tab

#: Seconds for a rule to answer a banner, and to say that there is one.
ANSWER_SECONDS = 6.0
FIND_SECONDS = 1.5
MOST_SECONDS = ANSWER_SECONDS + FIND_SECONDS
#: Seconds after the last press that a rule may make, in which it may say what came of it.
LAST_SECONDS = 0.8
#: Milliseconds that a page may take over a question of a rule, and that are waited for the next message.
EVAL_MS = 500
NEXT_MS = 250
#: At most: messages that are kept until they are asked for, characters of all of them, and questions to a page.
MOST_MESSAGES = 200
MOST_CHARACTERS = 1_000_000
MOST_QUESTIONS = 100

_worlds = itertools.count()


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the rules made of a banner: the name of the one that knows it, presses, and whether it says it is answered.

    `covered` is the share of the viewport of its frame that the layer covers in which it pressed, `label` that of the
    control which it pressed last.
    """

    vendor: str = ""
    presses: int = 0
    answered: bool = False
    covered: float = 0.0
    label: str = ""


async def attempt(tab: Tab, frame: Frame, wish: Consent, limit: int, seconds: float = MOST_SECONDS) -> Attempt:
    """Let the rules answer the banner in a frame with `limit` presses at most; with LEAVE they only name it.

    `seconds` are those that are left for it.
    """
    with contextlib.suppress(Error, TimeoutError, LookupError, TypeError, ValueError):
        async with asyncio.timeout(min(seconds, MOST_SECONDS)), _place(tab, frame) as place:
            return await _Run(*place, asks=frame.parent_frame is None or place[0] is not tab.cdp).answer(
                frame.url, wish, limit, top=frame.parent_frame is None
            )
    return Attempt()


@asynccontextmanager
async def _place(tab: Tab, frame: Frame) -> AsyncIterator[tuple[CDPSession, str]]:
    """The session that speaks to a frame, and its identifier there. Raises LookupError when it cannot be told."""
    if frame.parent_frame is None:
        tree = await tab.cdp.send("Page.getFrameTree")
        yield tab.cdp, tree["frameTree"]["frame"]["id"]
        return
    try:
        session = await tab.page.context.new_cdp_session(frame)
    except Error:  # a frame of the process of its page
        tree = await tab.cdp.send("Page.getFrameTree")
        same = [found["id"] for found in _frames(tree["frameTree"]) if (found["url"], found["name"]) == _known(frame)]
        (identity,) = same if len(same) == 1 else ("",)
        if not identity:
            raise LookupError("the frame cannot be told from others") from None
        yield tab.cdp, identity
        return
    try:
        tree = await session.send("Page.getFrameTree")
        yield session, tree["frameTree"]["frame"]["id"]
    finally:
        with contextlib.suppress(Error):
            await session.detach()


def _frames(tree: dict[str, Any]) -> list[dict[str, str]]:
    """All frames below the first, with their addresses and names."""
    found = []
    for child in tree.get("childFrames", []):
        frame = child["frame"]
        found.append({"id": frame["id"], "url": frame["url"], "name": frame.get("name", "")})
        found += _frames(child)
    return found


def _known(frame: Frame) -> tuple[str, str]:
    return frame.url, frame.name


class _Run:
    """One run of the script in a frame; `asks` is whether questions of its rules reach the page in that frame."""

    def __init__(self, session: CDPSession, frame: str, *, asks: bool) -> None:
        self._session = session
        self._frame = frame
        self._asks = asks
        self._context = 0
        self._questions = 0
        self._vendor = ""
        self._gate: dict[str, Any] = {}

    async def answer(self, url: str, wish: Consent, limit: int, *, top: bool) -> Attempt:
        """Start the script, serve it, and end it."""
        await self._start(url, wish, limit, top=top)
        try:
            answered = await self._serve(wish, limit)
            self._gate = await self._ask("signpostEnd()")
        except Error:
            # The page went away, for what was pressed: what it shows now is looked at anew.
            answered = bool(self._vendor)
            self._gate = {**self._gate, "presses": max(1, self._number("presses"))} if answered else {}
        presses = min(int(self._number("presses")), limit)
        covered, label = min(self._number("covered"), 1.0), str(self._gate.get("label", ""))
        return Attempt(self._vendor, presses, answered and presses > 0, covered, label)

    async def _start(self, url: str, wish: Consent, limit: int, *, top: bool) -> None:
        asked = {"frameId": self._frame, "worldName": f"signpost consent {next(_worlds)}"}
        self._context = (await self._session.send("Page.createIsolatedWorld", asked))["executionContextId"]
        given = {"limit": limit, "pay": pay_words(), "most": MOST_MESSAGES, "life": MOST_SECONDS * 1000}
        await self._evaluate(f"({script('gate')})({json.dumps(given)});\n{bundle()}\n;0")
        answer = {"type": "initResp", "config": config_for(wish), "rules": {"autoconsent": rules_for(url, top=top)}}
        await self._receive(answer)

    async def _serve(self, wish: Consent, limit: int) -> bool:
        """Pass messages on until the banner is answered or cannot be; whether it is. Raises Error."""
        loop = asyncio.get_running_loop()
        end, opened, pressed = loop.time() + FIND_SECONDS, False, False
        while loop.time() < end:
            self._gate = await self._ask(f"signpostNext({NEXT_MS})")
            for said in told(self._gate.get("said")):
                if said.kind == "eval":
                    await self._reply(said)
                elif said.kind == "opened" and not opened:
                    end, opened = end - FIND_SECONDS + ANSWER_SECONDS, True
                    self._vendor = self._vendor or said.name
                elif said.kind in ("result", "none"):
                    return said.result
            if self._gate.get("stopped") or (opened and wish is Consent.LEAVE):
                return False
            if self._number("presses") >= limit and not pressed:
                end, pressed = min(end, loop.time() + LAST_SECONDS), True
        return False

    def _number(self, name: str) -> float:
        value = self._gate.get(name)
        return float(value) if isinstance(value, int | float) else 0.0

    async def _reply(self, said: Said) -> None:
        """Answer the question of a rule with what the page says, which is yes or no."""
        result = False
        self._questions += 1
        if said.code and self._asks and self._questions <= MOST_QUESTIONS:
            asked = {"expression": f"!!{said.code}", "returnByValue": True, "timeout": EVAL_MS, "silent": True}
            found = await self._session.send("Runtime.evaluate", asked)
            result = "exceptionDetails" not in found and found["result"].get("value") is True
        await self._receive({"type": "evalResp", "id": said.id, "result": result})

    async def _receive(self, message: dict[str, Any]) -> None:
        await self._evaluate(f"void autoconsentReceiveMessage({json.dumps(message)})")

    async def _ask(self, expression: str) -> dict[str, Any]:
        """What the gate tells, nothing when it is too long or no object. Raises Error."""
        value = await self._evaluate(expression)
        read = json.loads(value) if isinstance(value, str) and len(value) <= MOST_CHARACTERS else {}
        return read if isinstance(read, dict) else {}

    async def _evaluate(self, expression: str) -> Any:
        asked = {
            "expression": expression,
            "contextId": self._context,
            "awaitPromise": True,
            "returnByValue": True,
            "silent": True,
        }
        return (await self._session.send("Runtime.evaluate", asked))["result"].get("value")
