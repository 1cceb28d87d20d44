"""Uses: the purposes of rules/purposes.yaml, and which of them the words near a contact option name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.contacts.wordlists import any_of, pattern_of, word_set
from auditor.model.ruledata import rule_data
from auditor.model.terms import ContactStatus, Purpose
from auditor.model.wording import folded

#: Uses by others than the brand: their words reach a number over the address that stands between.
OTHERS = frozenset({"authority", "agency", "seller"})
FAR = OTHERS | {"data_protection"}
FAR_REACH = 200
NEAR_REACH = 80
_SENTENCE = re.compile(r"(?<=\w\w)[.!?…]\s+|[|•\n]")
#: What follows words like "sold by": the first word of a name.
_NAME = re.compile(r"[\s:–-]{0,4}(?:the\s+)?([^\W_][^\s,;:()|]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of one sighting."""

    purpose: Purpose = Purpose.UNKNOWN
    status: ContactStatus = ContactStatus.COUNTS
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One purpose of rules/purposes.yaml; what its lists mean is said there."""

    name: str
    judgement: Judgement
    whole: frozenset[str]
    soft: frozenset[str]
    inside: re.Pattern[str]
    named: re.Pattern[str]
    named_at_end: re.Pattern[str]
    begins: re.Pattern[str]
    local: frozenset[str]
    local_whole: frozenset[str]

    @property
    def counts(self) -> bool:
        """Whether a customer may use it."""
        return self.judgement.status is ContactStatus.COUNTS

    def says(self, text: str, domains: frozenset[str], *, at_end: bool) -> bool:
        """Whether a text names this use; `at_end`: it stands where a site names who made it."""
        if self.inside.search(text):
            return True
        patterns = (self.named, self.named_at_end) if at_end else (self.named,)
        return any(
            names_another(text[match.end() :], domains) for pattern in patterns for match in pattern.finditer(text)
        )


@cache
def rules() -> tuple[Rule, ...]:
    """The purposes in the order in which they are asked."""
    return tuple(_rule(name, data) for name, data in rule_data("purposes.yaml").items())


def rule_of(name: str) -> Rule:
    """The purpose of one name."""
    return next(rule for rule in rules() if rule.name == name)


def _rule(name: str, data: dict[str, object]) -> Rule:
    known = Purpose(name) if name in set(Purpose) else Purpose.UNKNOWN
    counts = ContactStatus.COUNTS if data["counts"] else ContactStatus.LISTED

    def words(key: str) -> list[str]:
        return [str(word) for word in data.get(key, ())]  # type: ignore[attr-defined]

    return Rule(
        name=name,
        judgement=Judgement(known, counts, str(data.get("reason", ""))),
        whole=frozenset(folded(word) for word in words("whole")),
        soft=frozenset(folded(word) for word in words("soft")),
        inside=any_of(words("inside")),
        named=any_of(words("named")),
        named_at_end=any_of(words("named_at_end")),
        begins=any_of(words("begins")),
        local=frozenset(words("local")),
        local_whole=frozenset(words("local_whole")),
    )


def names_another(after: str, domains: frozenset[str]) -> bool:
    """Whether a text begins with the name of a company that is not the brand: "by Studio Blau", not "by hand"."""
    match = _NAME.match(after)
    if match is None:
        return False
    word = match[1]
    if not (word[0].isupper() or word[0].isdigit()) or word.casefold().strip(".!?'’") in word_set(
        "traps.yaml", "no_names"
    ):
        return False
    name = "".join(c for c in word.casefold() if c.isalnum())
    return not any(domain.replace("-", "").startswith(name) for domain in domains)


def last_sentence(before: str) -> str:
    """The sentence or line that runs up to an option."""
    return next((part for part in reversed(_SENTENCE.split(before[-FAR_REACH:])) if part.strip(" .:–-(")), "")


def asks_to_call(before: str) -> bool:
    """Whether the sentence before an option asks visitors to call the brand ("call us on")."""
    return pattern_of("traps.yaml", "calls_us").search(last_sentence(before)) is not None


def lines_of(near: str) -> Iterator[str]:
    """Lines as they are compared with whole labels."""
    return (folded(line).strip(" :.-–|") for line in near.split("\n"))
