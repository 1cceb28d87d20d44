"""Price class of a number: what a caller pays, by the longest prefix in rules/phone_prices.yaml."""

from functools import cache, lru_cache
from typing import Any

import phonenumbers

from auditor.model.ruledata import rule_data
from auditor.model.terms import Price

#: A short number is dialled as it stands and has at most so many digits.
SHORT = 6


@cache
def _prefixes(country: str, kind: str) -> dict[str, Price]:
    rules: Any = rule_data("phone_prices.yaml").get(country, {})
    return {prefix: Price(price) for price, prefixes in rules.get(kind, {}).items() for prefix in prefixes}


@lru_cache(maxsize=8_192)
def price_of(value: str, country: str) -> Price:
    """The class of an E.164 number, or of a short number dialled in `country`; unknown where the rules say nothing."""
    if not value.startswith("+"):
        return _longest(value, _prefixes(country, "short")) if len(value) <= SHORT else Price.UNKNOWN
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return Price.UNKNOWN
    region = phonenumbers.region_code_for_number(number) or country
    national = phonenumbers.national_significant_number(number)
    found = _longest(national, _prefixes(region, "numbers"))
    if found is not Price.UNKNOWN or not phonenumbers.is_valid_number(number):
        return found
    if any(national.startswith(prefix) for prefix in _prefixes(region, "numbers")):
        return found
    return Price(rule_data("phone_prices.yaml").get(region, {}).get("other", "unknown"))


def _longest(digits: str, prefixes: dict[str, Price]) -> Price:
    for length in range(min(len(digits), 8), 0, -1):
        if digits[:length] in prefixes:
            return prefixes[digits[:length]]
    return Price.UNKNOWN
