"""Dialling: the number behind a `tel:` link, and short numbers right after a phone label."""

import re
from functools import lru_cache
from urllib.parse import unquote

import phonenumbers
from phonenumbers.shortnumberinfo import is_emergency_number, is_valid_short_number_for_region

from auditor.contacts.number import MOST_DIGITS, OLD_MEXICAN, Number, e164
from auditor.contacts.wordlists import word_set
from auditor.model.ruledata import rule_data

_SHORT = re.compile(r"^\W{0,3}(?:(?:on|at|le|au|us)\s+){0,2}(\d{2,6}(?: \d{1,3}){0,2})(?![\d\s]*\d)(?!\w)")


@lru_cache(maxsize=8_192)
def dialled(href: str, country: str) -> Number | None:
    """The number that a `tel:`, `callto:` or `sms:` link dials, None when it holds none."""
    rest = unquote(href.partition(":")[2]).strip().lstrip("/")
    rest = re.split(r";|,|[xX]\d|\?", rest, maxsplit=1)[0]
    if rest.startswith(("+", "00")):
        rest = rest.replace("(0)", "")
    digits = re.sub(r"\D", "", phonenumbers.convert_alpha_characters_in_number(rest))
    if not 3 <= len(digits) <= MOST_DIGITS or not digits.strip("0"):
        return None
    if len(digits) <= 3 and (
        digits in word_set("traps.yaml", "emergency") or is_emergency_number(digits, country or "US")
    ):
        return None
    rest = OLD_MEXICAN.sub("", rest)
    for region in (country, "US" if not country and len(digits) in (10, 11) and digits[0] in "123456789" else ""):
        try:
            number = phonenumbers.parse(rest, region or None)
        except phonenumbers.NumberParseException:
            continue
        valid = phonenumbers.is_valid_number(number)
        if valid or (len(digits) > 6 and phonenumbers.is_possible_number(number)):
            return Number(e164(number), rest, 0, len(rest), valid)
    plus = "+" if rest.startswith("+") else ""
    return Number(plus + digits, rest, 0, len(rest), valid=False)


def short_number(after_label: str, country: str) -> Number | None:
    """A short number of a country right after a phone label, None if there is none; emergency numbers are none."""
    match = _SHORT.match(after_label) if country else None
    if match is None:
        return None
    digits = match[1].replace(" ", "")
    if country == "AU" and is_service_number(digits, country):  # national numbers, and links dial them as such
        return Number(f"+61{digits}", match[1], match.start(1), match.end(1))
    if not 3 <= len(digits) <= 6 or is_emergency_number(digits, country):
        return None
    number = phonenumbers.PhoneNumber(phonenumbers.country_code_for_region(country), int(digits))
    if digits.startswith("0") or not is_valid_short_number_for_region(number, country):
        return None
    return Number(digits, match[1], match.start(1), match.end(1))


def is_service_number(digits: str, country: str) -> bool:
    """Whether digits are one of the short numbers that a country sets apart for customer service."""
    pattern = rule_data("traps.yaml")["service_numbers"].get(country)
    return pattern is not None and re.fullmatch(pattern, digits) is not None
