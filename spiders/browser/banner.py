"""Recognising a consent banner among the boxes of a page, and choosing the button to press: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from auditor.model.ruledata import rule_data
from auditor.model.terms import Consent
from auditor.model.vocabulary import Vocabulary
from auditor.model.wording import folded, words
from spiders.browser.platforms import costs

REJECT, ACCEPT, SETTINGS, SAVE = "consent_reject", "consent_accept", "consent_settings", "save"
#: What no visitor owes: a button that asks for money.
PAY = "pay"
#: What is looked for to reject: in the banner, and in what its settings open.
FIRST_LAYER = (REJECT, SETTINGS)
SECOND_LAYER = (REJECT, SAVE)


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a box: `number` finds it again in the page."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A box of a page; `covered` is the share of the viewport that it covers, `number` finds it again in the page."""

    text: str
    covered: float
    buttons: tuple[Button, ...]
    number: int = 0


def banner_among(boxes: Sequence[Banner], vocabulary: Vocabulary) -> Banner | None:
    """The box that is a consent banner: it speaks of cookies or privacy and has a button that settles the matter."""
    found = [
        box for box in boxes if speaks_of_consent(box.text) and _meanings(box, vocabulary) & {REJECT, ACCEPT, SAVE}
    ]
    # Of boxes within each other the fullest counts, and of equal ones the smallest.
    return min(found, key=lambda box: (-len(_meanings(box, vocabulary)), len(box.text)), default=None)


def button_for(banner: Banner, wishes: Sequence[str], vocabulary: Vocabulary) -> Button | None:
    """The button that fulfils the first wish that any button fulfils, clear labels before vague ones."""
    for wish in wishes:
        fitting = [button for button in banner.buttons if meaning(button.name, vocabulary) == wish]
        if fitting:
            return min(fitting, key=lambda button: (len(button.name), button.number))
    return None


def wishes_of(choice: Consent, layer: int) -> tuple[str, ...]:
    """What to look for in the first or second layer of a banner."""
    if choice is Consent.ACCEPT:
        return (ACCEPT,)
    return FIRST_LAYER if layer == 1 else SECOND_LAYER


@cache
def meaning(name: str, vocabulary: Vocabulary) -> str:
    """What a button does, "" when it is none of a banner; "accept only what is necessary" rejects, at no price."""
    if costs(name):
        return PAY
    label = words(folded(name))
    if label in _save_words():
        return SAVE
    known = dict(vocabulary.concepts(name))
    for concept in (REJECT, SETTINGS, ACCEPT):
        if known.get(concept) == 1.0:
            return concept
    return next((concept for concept in (REJECT, SETTINGS, ACCEPT) if concept in known), "")


def asks_to_pay(banner: Banner, vocabulary: Vocabulary) -> bool:
    """Whether a banner can be refused for money only."""
    found = _meanings(banner, vocabulary)
    return PAY in found and REJECT not in found


def _meanings(box: Banner, vocabulary: Vocabulary) -> set[str]:
    return {meaning(button.name, vocabulary) for button in box.buttons} - {""}


def speaks_of_consent(text: str) -> bool:
    """Whether a text is about cookies or privacy."""
    plain = folded(text)
    return any(word in plain for word in banner_words())


@cache
def banner_words() -> tuple[str, ...]:
    """Folded words that stand in the text of a consent banner."""
    return tuple(folded(word) for word in rule_data("presses.yaml")["banner"])


@cache
def _save_words() -> frozenset[tuple[str, ...]]:
    return frozenset(words(folded(phrase)) for phrase in rule_data("presses.yaml")["save"])
