"""Promises: controls that speak of a channel and do not show it."""

from dataclasses import dataclass

from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.terms import SCORED_CHANNELS, Channel
from auditor.model.vocabulary import Vocabulary

#: Words that promise a person, by whatever channel.
_ANY = frozenset({"contact", "customer_service"})


@dataclass(frozen=True, slots=True)
class Promise:
    """A control at a node whose words promise `channels`; `gated` tells that these stand behind a login for certain."""

    node: int
    element: Element
    channels: tuple[Channel, ...]
    reason: str
    gated: bool


def promised(label: str, vocabulary: Vocabulary) -> tuple[Channel, ...]:
    """The channels of which a label speaks in their own words."""
    meanings = {name for name, _ in vocabulary.concepts(label)}
    own = rule_data("scent.yaml")["own"]
    return tuple(channel for channel in SCORED_CHANNELS if not meanings.isdisjoint(own.get(channel, ())))


def promises_contact(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label as a whole promises contact and leaves open how."""
    return any(name in _ANY and weight == 1.0 for name, weight in vocabulary.concepts(label))


def quoted(element: Element) -> str:
    """The label of a control as it is quoted in a reason."""
    return " ".join((element.name or element.text).split())
