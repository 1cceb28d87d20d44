"""Labels that a guest never presses, in all languages of the vocabulary."""

from functools import cache

from auditor.model.ruledata import rule_data
from auditor.model.wording import folded, glued, words


def never_pressed(name: str) -> bool:
    """Whether a label says that pressing it buys, sends, deletes, logs out or calls (`rules/presses.yaml`)."""
    whole, inside, parts = _never_words()
    label = words(folded(name))
    if not label or len(label) > 12:
        return False
    text = f" {' '.join(label)} "
    return label in whole or any(phrase in text for phrase in inside) or any(part in folded(name) for part in parts)


@cache
def _never_words() -> tuple[frozenset[tuple[str, ...]], tuple[str, ...], tuple[str, ...]]:
    """Whole labels, phrases between spaces, and phrases of scripts without spaces."""
    never = rule_data("presses.yaml")["never"]
    whole = frozenset(words(folded(p)) for phrases in never["whole"].values() for p in phrases)
    within = sorted({folded(p) for phrases in never["inside"].values() for p in phrases})
    spaced = tuple(f" {' '.join(words(p))} " for p in within if not glued(p))
    return whole, spaced, tuple(p for p in within if glued(p))
