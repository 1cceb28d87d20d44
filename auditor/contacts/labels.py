"""The label of a number: what the words before and after it say that it is."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from auditor.contacts.wordlists import any_of, followed, words_of
from auditor.model.ruledata import rule_data


class Label(StrEnum):
    """What a number is said to be; the names are those of `number_labels` in rules/traps.yaml."""

    PHONE = "phone"
    FAX = "fax"
    MESSENGER = "messenger"
    TAX = "tax"
    REGISTER = "register"
    BANK = "bank"
    IDENTIFIER = "identifier"
    NONE = "none"


#: Labels of numbers that nobody can call.
NO_PHONE = frozenset({Label.TAX, Label.REGISTER, Label.BANK, Label.IDENTIFIER})
#: How many characters may stand between a label and its number, by kind: a tax number follows closely.
_REACH = {Label.PHONE: 40, Label.FAX: 28, Label.MESSENGER: 28}
#: No label of so many characters that still reaches begins further off.
_VIEW = 75
#: Between the label of a tax number or the like and the number stand a sign, "no." and a country code at most.
_CLOSE = re.compile(
    r"^[^\w\n]{0,4}(?:n[ro°º]|[°º]|no|number|nummer|numer|#)?[^\w\n]{0,4}(?:[A-Za-z]{2})?[^\w\n]{0,3}$", re.IGNORECASE
)
#: Between a phone label and a number that no plan knows.
_ADJOINING = re.compile(
    r"^[^\w]{0,6}(?:(?:us|today|now|at|on|toll|free|no|nr|number|nummer|direct|local)\b[^\w]{0,4}){0,3}$", re.IGNORECASE
)
_BOTH = re.compile(r"^[\s.:]*(?:[/&+,|]|and|und|et|y|e|en|i|och|og|ja|a|és)?[\s.]*$", re.IGNORECASE)
_LETTER_HOLDS = re.compile(r"^\s*[:.)|]?\s*$")
_FAX_WORD = r"(?:tele)?fax|télécopie|faks"
_PHONE_WORD = r"tel|phone|telephone|office|voice|mobile|cell|mobil|toll|freephone|main|work|home|local|direct"
#: Behind a number a label stands in brackets, or is the rest of the line; else it belongs to the number that follows.
_AFTER = re.compile(
    rf"^[ ,|–-]*(?:[(\[]\s*(?:(?P<fax>{_FAX_WORD})|{_PHONE_WORD})\b[^)\]\n]{{0,20}}[)\]]"
    rf"|(?:(?P<fax_line>{_FAX_WORD})|{_PHONE_WORD})[ .]*(?=\n|$))",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[tuple[Label, re.Pattern[str]], ...]:
    lists = rule_data("traps.yaml")["number_labels"]
    things, signs = words_of("traps.yaml", "numbered_things"), words_of("traps.yaml", "number_signs")
    named = tuple((Label(kind), any_of(lists[kind])) for kind in sorted(lists))
    return (*named, (Label.IDENTIFIER, followed(things, signs)))


def label_before(before: str) -> Label:
    """The kind of the last label that stands before a number and still reaches it."""
    return _last_label(before[-_VIEW:])


@lru_cache(maxsize=8_192)
def _last_label(text: str) -> Label:
    hits: list[tuple[int, int, Label]] = []
    for kind, pattern in _patterns():
        hits += [(m.end(), len(m[0]), kind) for m in pattern.finditer(text) if _reaches(kind, m[0], text[m.end() :])]
    if not hits:
        return Label.NONE
    hits.sort()
    end, length, kind = hits[-1]
    if kind is Label.FAX and any(_joined(text, hit, end - length) for hit in hits[:-1]):
        return Label.PHONE
    return kind


def _reaches(kind: Label, label: str, gap: str) -> bool:
    """Whether a label holds for a number that follows after a gap."""
    if len(label) == 1 and not _LETTER_HOLDS.match(gap):
        return False
    return len(gap) <= _REACH[kind] if kind in _REACH else _CLOSE.match(gap) is not None


def adjoins(before: str) -> bool:
    """Whether a phone or fax label ends right before a number, with a few signs and words between at most."""
    text = before[-60:]
    called = (pattern for kind, pattern in _patterns() if kind in (Label.PHONE, Label.FAX))
    return any(_ADJOINING.match(text[match.end() :]) for pattern in called for match in pattern.finditer(text))


def _joined(text: str, hit: tuple[int, int, Label], start: int) -> bool:
    """Whether a phone label stands right before a fax label, as in "Tel./Fax"."""
    return hit[2] is Label.PHONE and hit[0] <= start and _BOTH.match(text[hit[0] : start]) is not None


def label_after(after: str) -> tuple[Label, int]:
    """The kind that words right behind a number give it, as in "555 0134 (fax)", and how long these words are."""
    match = _AFTER.match(after)
    if match is None:
        return Label.NONE, 0
    return (Label.FAX if match["fax"] or match["fax_line"] else Label.PHONE), match.end()
