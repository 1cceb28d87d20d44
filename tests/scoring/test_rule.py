"""A rule file is read, or its fault is named."""

import copy
from typing import Any

import pytest

from auditor.model.errors import RuleError
from auditor.model.ruledata import rule_data, rule_files
from auditor.scoring.checks.clicks import ClicksAtMost
from auditor.scoring.rule import PACKS, load_rules, parse_rule, rules_version

NAME = "packs/channels/phone-near-home.yaml"


def _data(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(rule_data(NAME)), **changes}


def test_a_rule_holds_its_check_with_parameters() -> None:
    check = parse_rule(NAME, _data()).check
    assert isinstance(check, ClicksAtMost) and check.clicks == 2


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"check": {"name": "clicks_at_least"}}, "there is no check 'clicks_at_least'; known are above_fold"),
        ({"check": {"name": "clicks_at_most", "parameters": {"clicks": "few"}}}, "clicks"),
        ({"check": {"name": "clicks_at_most", "parameters": {"click": 2}}}, "click"),
        ({"check": {"name": "offered", "parameters": {"channels": []}}}, "channels"),
        ({"severity": "huge"}, "severity"),
        ({"stages": ["home", "attic"]}, "stages.1"),
        ({"needs": ["luck"]}, "needs.0"),
        ({"colour": "red"}, "colour"),
        ({"why": {"text": "Because it matters."}}, "why.source"),
        ({"id": "Phone Near Home"}, "id"),
        ({"id": "phone-far"}, "the file holds id phone-far in pack channels"),
        ({"pack": "care"}, "the file holds id phone-near-home in pack care"),
    ],
)
def test_a_broken_rule_names_file_and_reason(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_rule(NAME, _data(**changes))
    assert caught.value.message.startswith(f"{NAME}: ")
    assert reason in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("data", [None, "text", ["list"], 3])
def test_a_file_that_is_no_mapping_is_a_broken_rule(data: object) -> None:
    with pytest.raises(RuleError):
        parse_rule(NAME, data)


def test_every_rule_file_is_loaded_once() -> None:
    files = [name for pack in PACKS for name in rule_files(f"packs/{pack}")]
    assert len({rule.id for rule in load_rules()}) == len(files) >= 15


def test_one_remedy_has_one_change_and_kind() -> None:
    by_what: dict[str, set[str]] = {}
    for rule in load_rules():
        change = rule.fix.change
        by_what.setdefault(rule.fix.what, set()).add(f"{rule.kind} {change and (change.name, change)}")
    assert [what for what, kinds in by_what.items() if len(kinds) > 1] == []


def test_the_version_follows_the_content() -> None:
    rules = load_rules()
    assert rules_version(rules) == rules_version(list(rules)) != rules_version(rules[1:])
