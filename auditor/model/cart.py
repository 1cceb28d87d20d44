"""Words by which a cart is filled and left, in all languages of the vocabulary (`rules/cart.yaml`)."""

from functools import cache

from auditor.model.ruledata import rule_data
from auditor.model.wording import folded, glued, words

#: Longer labels are prose in which the words are mentioned.
LONGEST = 8


def adds_to_cart(label: str, *, told: bool = False) -> bool:
    """Whether a label says that it puts a product into the cart; `told` is whether the markup says so as well."""
    if _refused(label):
        return False
    return _says(label, "adds") or (told and words(folded(label)) in _whole("buys"))


def leads_on(label: str) -> bool:
    """Whether a label says that it leads from the cart to the checkout, and not to a payment or an order at once."""
    return _says(label, "leads_on") and not _refused(label)


def is_sold_out(label: str) -> bool:
    """Whether a choice says that it is not to be had."""
    return _inside(label, "sold_out")


def is_left_alone(label: str) -> bool:
    """Whether a choice is one that a guest leaves as it is: how many, how often, how wrapped."""
    return _inside(label, "skipped")


def is_unchosen(label: str) -> bool:
    """Whether an option of a list is none yet, but asks to choose ("Please choose …")."""
    text = folded(label).strip()
    return not words(text) or text.startswith(tuple(folded(begin) for begin in rule_data("cart.yaml")["unchosen"]))


def _refused(label: str) -> bool:
    return _inside(label, "never")


def _says(label: str, key: str) -> bool:
    return 0 < len(words(folded(label))) <= LONGEST and _inside(label, key)


def _inside(label: str, key: str) -> bool:
    spaced, parts = _phrases(key)
    text = f" {' '.join(words(folded(label)))} "
    return any(phrase in text for phrase in spaced) or any(part in folded(label) for part in parts)


@cache
def _phrases(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Phrases between spaces, and phrases of scripts without spaces."""
    data = rule_data("cart.yaml")[key]
    listed = [phrase for phrases in data.values() for phrase in phrases] if isinstance(data, dict) else data
    told = sorted({folded(phrase) for phrase in listed})
    return tuple(f" {' '.join(words(p))} " for p in told if not glued(p)), tuple(p for p in told if glued(p))


@cache
def _whole(key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(words(folded(phrase)) for phrase in rule_data("cart.yaml")[key])
