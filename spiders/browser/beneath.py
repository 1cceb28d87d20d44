"""What a consent banner hides from the first look: ways to contact that lie under it. Pure."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from auditor.model.ruledata import rule_data
from auditor.model.vocabulary import Vocabulary

#: Controls under a banner that are looked at.
MOST = 60
#: By the scheme of a link: what it is a way to.
_SCHEMES = {"tel": "phone", "mailto": "email"}
#: By concept of the vocabulary: what a control is a way to.
_CONCEPTS = {"live_chat": "chat", "contact": "contact", "customer_service": "contact", "call_us": "phone"}


def ways_under(controls: Iterable[Mapping[str, Any]], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What the controls under a banner (`js/beneath.js`) are ways to: chat, contact, email, phone, in this order."""
    return tuple(sorted({way for control in controls for way in _ways(control, vocabulary)}))


@cache
def launchers() -> tuple[str, ...]:
    """Selectors of the launchers of chats."""
    return tuple(str(selector) for vendor in rule_data("chat_vendors.yaml") for selector in vendor.get("launchers", ()))


def _ways(control: Mapping[str, Any], vocabulary: Vocabulary) -> set[str]:
    found = {"chat"} if control.get("chat") else set()
    scheme = str(control.get("href", "")).partition(":")[0].strip().lower()
    if scheme in _SCHEMES:
        found.add(_SCHEMES[scheme])
    concepts = dict(vocabulary.concepts(str(control.get("name", ""))))
    return found | {way for concept, way in _CONCEPTS.items() if concepts.get(concept) == 1.0}
