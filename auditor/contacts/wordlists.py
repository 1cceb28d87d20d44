"""Word lists of the rule data, as patterns that match whole words in any case."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from auditor.model.ruledata import rule_data

#: Scripts without spaces have no word boundaries: their phrases match anywhere.
_SPACED = re.compile(r"[\u0000-\u0fff\u1e00-\u1fff]")
#: Digits end a word: "Fax1-888-549-4342" is written without a space often enough.
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"
_END = ""

_Tree = dict[str, "_Tree"]


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases as whole words, the longest first; nothing matches an empty list.

    The phrases are written as a tree of their letters, so that a search does not try each of them at each place.
    """
    return re.compile(_source(phrases), re.IGNORECASE)


def followed(first: Iterable[str], second: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases with any of others behind it, as in "order no."."""
    return re.compile(rf"(?:{_source(first)})\s+(?:{_source(second)})", re.IGNORECASE)


def _source(phrases: Iterable[str]) -> str:
    folded = sorted({" ".join(phrase.casefold().split()) for phrase in phrases})
    groups: dict[tuple[bool, bool], _Tree] = {}
    for phrase in folded:
        spaced = _SPACED.match(phrase) is not None
        tree = groups.setdefault((spaced and phrase[0].isalnum(), spaced and phrase[-1].isalnum()), {})
        for letter in phrase:
            tree = tree.setdefault(letter, {})
        tree[_END] = {}
    parts = [
        (_NO_LETTER_BEFORE if starts else "") + _written(groups[starts, ends]) + (_NO_LETTER_AFTER if ends else "")
        for starts, ends in sorted(groups)
    ]
    return "|".join(parts) or r"(?!)"


def _written(tree: _Tree) -> str:
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _written(tree[letter]) for letter in sorted(tree) if letter
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and _END not in tree else f"(?:{'|'.join(branches)})"
    return f"{body}?" if _END in tree else body


@cache
def words_of(file: str, *keys: str) -> tuple[str, ...]:
    """One list of a file of rule data, by the names that lead to it."""
    data: Any = rule_data(file)
    for key in keys:
        data = data[key]
    return tuple(str(word) for word in data)


@cache
def word_set(file: str, *keys: str) -> frozenset[str]:
    """The same as a set of lower-case words."""
    return frozenset(word.casefold() for word in words_of(file, *keys))


@cache
def pattern_of(file: str, *keys: str) -> re.Pattern[str]:
    """The same as a pattern."""
    return any_of(words_of(file, *keys))
