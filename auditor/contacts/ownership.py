"""Ownership: whether a number is the brand's own, a placeholder, or that of somebody else whom the page names."""

from functools import cache

import phonenumbers

from auditor.contacts.purpose import judge, listed
from auditor.contacts.section import Section, Setting
from auditor.contacts.topics import PRIVACY, STORES
from auditor.contacts.uses import Judgement
from auditor.contacts.wordlists import pattern_of, words_of
from auditor.model.terms import ContactStatus

#: More numbers than this on one page, which is not about contact, are those of others or of branches.
BRANCHES = 5
#: So many are a list of others.
DIRECTORY = 15


def judge_number(section: Section, setting: Setting, position: int, before: str, value: str) -> Judgement:
    """Whose a number is, and whether a customer may call it; `before` is what stands before it."""
    if _is_placeholder(value):
        return listed("A placeholder number.")
    if pattern_of("traps.yaml", "helplines").search(before[-80:] + section.heading(position)):
        return listed("A helpline for emergencies.")
    if section.topic == PRIVACY:
        before = section.passage(position, before)
    judged = judge(section, setting, position, before)
    if judged.status is ContactStatus.COUNTS and section.topic == PRIVACY and setting.country:
        home = f"+{phonenumbers.country_code_for_region(setting.country)}"
        if value.startswith("+") and not value.startswith(home):
            return listed("Belongs to another company named in a privacy text.")
    return judged


@cache
def _placeholders() -> tuple[str, ...]:
    return tuple(words_of("traps.yaml", "placeholder_numbers"))


def _is_placeholder(value: str) -> bool:
    digits = value.lstrip("+")
    same = len(digits) - len(digits.rstrip(digits[-1]))
    if digits.startswith(_placeholders()) or same >= 8 or (same == 7 and digits[-1] == "0"):
        return True
    return len(digits) == 11 and digits[0] == "1" and digits[4:7] == "555" and digits[7:9] in ("01", "12")


def crowd_of(section: Section, setting: Setting, numbers: set[str]) -> Judgement | None:
    """What one of many numbers is that nothing tells to be for customers; None when they are few.

    On a page about contact they are the brand's; on another page they may be its departments, or those of a list.
    """
    if len(numbers) <= BRANCHES or not setting.domains:
        return None
    if section.topic == STORES:
        return listed("One of many branches.")
    texts = (f"{element.text} {element.href}".lower() for element in section.elements)
    own = any(f"@{domain}" in text for text in texts for domain in setting.domains)
    if section.topic or own:
        return None
    if len(numbers) > DIRECTORY:
        return listed("One of many numbers on a page that is not about contact.")
    reason = "One of several numbers on a page that does not say whose they are."
    return Judgement(status=ContactStatus.CANNOT_TELL, reason=reason)
