"""Consent platforms by their marks, and what may be asked and pressed of a banner (rules/gather/consent.yaml)."""

from functools import cache
from typing import Any, Final

from auditor.model.ruledata import rule_data
from auditor.model.wording import folded, words

_DATA: Final = "gather/consent.yaml"


@cache
def platform_names() -> tuple[str, ...]:
    """The names of the platforms; other functions name them by number."""
    return tuple(str(entry["name"]) for entry in _platforms())


@cache
def platform_marks() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """By platform: the selector of its banner, "" if it has none, and the hosts that bring it."""
    return tuple((str(entry.get("banner", "")), tuple(entry.get("hosts", ()))) for entry in _platforms())


def costs(label: str) -> bool:
    """Whether the label of a button asks for money in place of consent."""
    plain = folded(label)
    spoken, signs = _pay_words()
    return not spoken.isdisjoint(words(plain)) or any(sign in plain for sign in signs)


@cache
def pay_words() -> tuple[str, ...]:
    """The words of buttons that ask for money, folded."""
    return tuple(folded(str(word)) for word in rule_data(_DATA)["pay"])


@cache
def asked_of_pages() -> frozenset[str]:
    """What the rules in the script of the package may ask a page itself."""
    return frozenset(map(str, rule_data(_DATA)["asks"]))


@cache
def _pay_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words, and what is found inside of a label: signs of money, and phrases of several words."""
    split = {word: words(word) for word in pay_words()}
    spoken = frozenset(word for word, parts in split.items() if parts == (word,))
    return spoken, tuple(word for word in split if word not in spoken)


def _platforms() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rule_data(_DATA)["platforms"]
    return found
