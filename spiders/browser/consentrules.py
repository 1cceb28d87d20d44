"""The rules of `duckduckgo-autoconsent-py` as one frame needs them, and what its script says: pure."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from duckduckgo_autoconsent import rules_json

from auditor.model.terms import Consent
from spiders.browser.platforms import asked_of_pages

#: Characters of a name that is recorded.
LONGEST_NAME = 80
_NAME = re.compile(r"[^\w .:/&+()-]")
_RESULTS = frozenset({"optOutResult", "optInResult"})
_ACTIONS: Mapping[Consent, str | None] = {Consent.REJECT: "optOut", Consent.ACCEPT: "optIn", Consent.LEAVE: None}

Rule = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """What the script said: `kind` is found|opened|result|none|eval; `name` that of a rule, `code` is for the page."""

    kind: str
    name: str = ""
    result: bool = False
    id: str = ""
    code: str = ""


def rules_for(url: str, *, top: bool) -> list[Rule]:
    """The rules that may hold for a frame of an address; `top` is whether it is the page itself.

    All of them weigh 0.85 MB, those for no address in particular a quarter of that.
    """
    return [rule for rule in _rules() if _holds(rule, url, top=top)]


def config_for(wish: Consent) -> dict[str, Any]:
    """The configuration with which the script answers a banner, or only names it. Nothing is hidden before or after."""
    return {
        "enabled": True,
        "autoAction": _ACTIONS[wish],
        "disabledCmps": [],
        "enablePrehide": False,
        "enableCosmeticRules": False,
        "enableGeneratedRules": True,
        "enableHeuristicDetection": False,
        "heuristicMode": "off",
        "detectRetries": 0,
        "isMainWorld": False,
    }


def told(messages: object) -> Iterator[Said]:
    """What the messages of the script say that matters; all else is left out, whatever it is."""
    for message in messages if isinstance(messages, list) else []:
        said = _said(message) if isinstance(message, dict) else None
        if said is not None:
            yield said


def may_ask(snippet: str) -> bool:
    """Whether a page may be asked what a rule wants to know; what would answer the banner in its code may not."""
    return snippet in asked_of_pages() or snippet in _asked_to_find()


def _said(message: Mapping[str, Any]) -> Said | None:
    kind, name = message.get("type"), _name(message.get("cmp"))
    if kind == "cmpDetected":
        return Said("found", name)
    if kind == "popupFound":
        return Said("opened", name)
    if kind in _RESULTS:
        return Said("result", name, message.get("result") is True)
    if kind == "report" and message.get("state") == "nothingDetected":
        return Said("none")
    if kind == "eval":
        known = may_ask(str(message.get("snippetId")))
        return Said("eval", id=str(message.get("id"))[:64], code=str(message.get("code")) if known else "")
    return None


def _name(text: object) -> str:
    return _NAME.sub("", text)[:LONGEST_NAME] if isinstance(text, str) else ""


def _holds(rule: Rule, url: str, *, top: bool) -> bool:
    context = rule.get("runContext") or {}
    if not context.get("main" if top else "frame", top):
        return False
    pattern = _pattern(context.get("urlPattern") or "")
    return pattern is None or pattern.search(url) is not None


@cache
def _pattern(text: str) -> re.Pattern[str] | None:
    """A pattern of the rules, None where it holds for all addresses; one of another dialect holds for none."""
    try:
        return re.compile(text) if text else None
    except re.error:
        return re.compile(r"(?!)")


@cache
def _rules() -> tuple[Rule, ...]:
    """The rules that press something; those that only hide a banner tell nothing of a visitor."""
    return tuple(rule for rule in json.loads(rules_json()) if not rule.get("cosmetic"))


@cache
def _asked_to_find() -> frozenset[str]:
    return frozenset(
        name for rule in _rules() for part in ("detectCmp", "detectPopup") for name in _evals(rule.get(part) or [])
    )


def _evals(steps: object) -> Iterator[str]:
    if isinstance(steps, list):
        for step in steps:
            yield from _evals(step)
    elif isinstance(steps, dict):
        for key, value in steps.items():
            if key == "eval" and isinstance(value, str):
                yield value
            elif isinstance(value, list | dict):
                yield from _evals(value)
