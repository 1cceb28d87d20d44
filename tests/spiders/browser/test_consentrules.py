"""The rules that a frame gets, and what is taken from the messages of their script."""

import json
import re
from typing import Any

import pytest
from duckduckgo_autoconsent import rules_json

from auditor.model.terms import Consent
from spiders.browser.consentrules import Said, config_for, may_ask, rules_for, told

ODD = "https://shop.example/"


def test_a_page_gets_the_rules_of_no_address_and_those_of_its_own() -> None:
    names = [rule["name"] for rule in rules_for(ODD, top=True)]
    written = [rule.get("runContext", {}).get("urlPattern", "") for rule in json.loads(rules_json())]
    host = next(
        made[1] for text in written if (made := re.fullmatch(r"\^https\?://\(www\\\.\)\?([a-z]+)\\\.com/", text))
    )
    own = [rule for rule in rules_for(f"https://www.{host}.com/", top=True) if rule["name"] not in names]
    assert {"didomi", "iubenda", "shopify"} <= set(names)
    assert own
    assert all(host in rule["runContext"]["urlPattern"] for rule in own)
    assert len(json.dumps(rules_for(ODD, top=True))) < 300_000


def test_a_frame_gets_the_rules_for_frames_only() -> None:
    rules = rules_for(ODD, top=False)
    assert rules
    assert all(rule["runContext"]["frame"] for rule in rules)


def test_rules_that_only_hide_are_left_out() -> None:
    assert not [rule for rule in rules_for(ODD, top=True) if rule.get("cosmetic")]


@pytest.mark.parametrize(
    ("wish", "action"), [(Consent.REJECT, "optOut"), (Consent.ACCEPT, "optIn"), (Consent.LEAVE, None)]
)
def test_nothing_is_hidden_and_no_button_is_guessed(wish: Consent, action: str | None) -> None:
    config = config_for(wish)
    assert config["autoAction"] == action
    assert (config["enablePrehide"], config["enableCosmeticRules"], config["isMainWorld"]) == (False, False, False)
    assert config["heuristicMode"] == "off"


@pytest.mark.parametrize(
    ("snippet", "may"),
    [
        ("EVAL_COOKIEBOT_2", True),
        ("EVAL_USERCENTRICS_API_0", True),
        ("EVAL_COOKIEBOT_3", False),
        ("EVAL_KLARO_TRY_API_OPT_OUT", False),
        ("EVAL_DIDOMI_OPT_OUT", False),
        ("EVAL_COOKIE_LAW_INFO_0", False),
        ("", False),
    ],
)
def test_a_page_is_asked_what_finds_a_banner_and_never_what_answers_it(snippet: str, may: bool) -> None:
    assert may_ask(snippet) is may


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"type": "cmpDetected", "cmp": "didomi"}, Said("found", "didomi")),
        ({"type": "popupFound", "cmp": "Cybotcookiebot"}, Said("opened", "Cybotcookiebot")),
        ({"type": "optOutResult", "cmp": "didomi", "result": True}, Said("result", "didomi", True)),
        ({"type": "optInResult", "cmp": "didomi", "result": "true"}, Said("result", "didomi", False)),
        ({"type": "report", "state": "nothingDetected"}, Said("none")),
        (
            {"type": "eval", "id": "1", "code": "(() => 1)()", "snippetId": "EVAL_COOKIEBOT_1"},
            Said("eval", id="1", code="(() => 1)()"),
        ),
        ({"type": "eval", "id": "2", "code": "buy()", "snippetId": "EVAL_COOKIEBOT_3"}, Said("eval", id="2")),
        ({"type": "popupFound", "cmp": "<b>x</b>" + "y" * 999}, Said("opened", "bx/b" + "y" * 76)),
        ({"type": "popupFound", "cmp": ["x"]}, Said("opened")),
    ],
)
def test_messages_are_read(message: Any, said: Said) -> None:
    assert list(told([message])) == [said]


@pytest.mark.parametrize(
    "messages", [None, "init", 7, {}, [None, 7, "x", []], [{"type": "report", "state": "loading"}], [{"type": "pay"}]]
)
def test_all_else_is_left_out(messages: Any) -> None:
    assert not list(told(messages))
