"""`rules/score.yaml` is whole, and a wrong figure is named."""

import copy
from typing import Any

import pytest

from auditor.model.errors import RuleError
from auditor.model.ruledata import rule_data
from auditor.scoring.rule import load_rules
from auditor.scoring.weights import load_weights, parse_weights


def test_categories_make_up_a_hundred() -> None:
    assert sum(category.weight for category in load_weights().categories.values()) == 100


def test_stages_make_up_a_hundred_and_need_comes_before_browsing() -> None:
    stages = {stage.value: weight.weight for stage, weight in load_weights().stages.items()}
    assert sum(stages.values()) == 100
    assert (
        min(stages[s] for s in ("order_tracking", "returns", "checkout", "contact"))
        > stages["home"]
        > stages["category"]
    )


def test_named_rules_exist() -> None:
    weights, known = load_weights(), {rule.id for rule in load_rules()}
    assert set(weights.care) <= known
    assert {sign.rule for sign in weights.posture.signs} <= known


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("channels", "phone", "worth"), 1.2, "channels.phone.worth"),
        (("clicks", "half_after"), 0, "clicks.half_after"),
        (("clicks", "reason"), "", "clicks.reason"),
        (("kinds", "best"), 0.7, "best and other make up 1"),
        (("stages", "attic"), {"weight": 1, "reason": "none"}, "stages.attic"),
        (("posture", "signs"), [{"rule": "x", "outcome": "cannot_tell", "side": "care", "weight": 1}], "posture.signs"),
    ],
)
def test_a_wrong_figure_is_named(path: tuple[str, ...], value: object, reason: str) -> None:
    data: dict[str, Any] = copy.deepcopy(rule_data("score.yaml"))
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(RuleError, match=reason):
        parse_weights("score.yaml", data)


def test_a_missing_channel_is_named() -> None:
    data = copy.deepcopy(rule_data("score.yaml"))
    del data["channels"]["chat"]
    with pytest.raises(RuleError, match="channels lack or exceed: chat"):
        parse_weights("score.yaml", data)
