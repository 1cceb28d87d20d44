"""Rule: one file of a rule pack, read into a frozen model; a broken file is named with its reason."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field, SerializeAsAny, ValidationError, field_validator

from auditor.model.errors import RuleError
from auditor.model.frozen import Frozen
from auditor.model.ruledata import rule_data, rule_files
from auditor.model.terms import Device, Effort, FixKind, Severity, Stage
from auditor.scoring.changes import CHANGES, Change
from auditor.scoring.checks import CHECKS, Check

#: The packs that are read; a new pack is a folder in rules/packs/ and its name here.
PACKS = ("signposting", "channels", "care", "hiding")
Need = Literal["journeys", "signposts", "contacts", "rendering", "both_devices"]
Words = Annotated[str, Field(min_length=3)]


class Named(Frozen):
    """A check or a change as a file names it."""

    name: str
    parameters: dict[str, Any] = {}


class Why(Frozen):
    """Why a rule matters to a visitor, and who says so."""

    text: Words
    source: Words


class Remedy(Frozen):
    """How to mend it. Remedies with the same `what` are one fix; `change` is what the what-if assumes of it."""

    what: Words
    where: Words
    example: Words
    acceptance: Words
    change: SerializeAsAny[Change] | None = None

    @field_validator("change", mode="before")
    @classmethod
    def _named_change(cls, value: object) -> object:
        return value if value is None else _named(value, CHANGES, "change")


class Rule(Frozen):
    """One rule. Empty `stages` or `devices`: it is asked once for all of them together."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Words
    pack: str
    severity: Severity
    stages: tuple[Stage, ...] = ()
    devices: tuple[Device, ...] = ()
    needs: tuple[Need, ...] = ()
    check: SerializeAsAny[Check]
    why: Why
    fix: Remedy
    kind: FixKind
    effort: Effort
    links: tuple[str, ...] = ()

    @field_validator("check", mode="before")
    @classmethod
    def _named_check(cls, value: object) -> object:
        return _named(value, CHECKS, "check")


def _named(value: object, registry: Mapping[str, type[Frozen]], noun: str) -> Frozen:
    """The check or change that `{name, parameters}` names; the model itself is passed through."""
    if isinstance(value, Frozen):
        return value
    named = Named.model_validate(value)
    if named.name not in registry:
        raise ValueError(f"there is no {noun} {named.name!r}; known are {', '.join(sorted(registry))}")
    return registry[named.name].model_validate(named.parameters)


def parse_rule(name: str, data: object) -> Rule:
    """A rule from the content of its file. Raises RuleError with the file, the field and the reason."""
    try:
        rule = Rule.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the rule"
        raise RuleError(f"{name}: {field}: {first['msg']}", "See docs/scoring.md for the form of a rule.") from error
    stem, folder = name.rsplit("/", 1)[-1].removesuffix(".yaml"), name.split("/")[-2]
    if (rule.id, rule.pack) != (stem, folder):
        wrong = f"id {rule.id} in pack {rule.pack}"
        raise RuleError(f"{name}: the file holds {wrong}", "A rule stands in PACK/ID.yaml.")
    return rule


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules of the packs, by pack and id. Raises RuleError for a broken file or an id that stands twice."""
    files = [name for pack in PACKS for name in rule_files(f"packs/{pack}")]
    rules = tuple(parse_rule(name, rule_data(name)) for name in files)
    seen: set[str] = set()
    for name, rule in zip(files, rules, strict=True):
        if rule.id in seen:
            raise RuleError(f"{name}: the id {rule.id} stands in another pack too", "Give it an id of its own.")
        seen.add(rule.id)
    return rules


def rules_version(rules: Sequence[Rule]) -> str:
    """A short name for the content of the rules: the first 12 hex digits of its SHA-256."""
    text = "\n".join(rule.model_dump_json() for rule in rules)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
