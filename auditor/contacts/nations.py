"""Nations: the countries that a text names, and the languages of a country."""

import re
from functools import cache, lru_cache

from auditor.contacts.wordlists import any_of
from auditor.model.ruledata import rule_data


@cache
def _codes() -> dict[str, str]:
    names = rule_data("countries.yaml")["names"]
    return {name.casefold(): code for code in sorted(names) for name in names[code]}


@cache
def _pattern() -> re.Pattern[str]:
    return any_of(_codes())


@lru_cache(maxsize=8_192)
def countries_named(text: str) -> tuple[str, ...]:
    """ISO 3166 codes of the countries named in a text, in the order of their first mention."""
    codes = _codes()
    return tuple(dict.fromkeys(codes[" ".join(match.casefold().split())] for match in _pattern().findall(text)))


def languages_of(country: str) -> tuple[str, ...]:
    """The languages whose main country this is, for sites that do not state their language."""
    languages = rule_data("countries.yaml")["languages"]
    return tuple(language for language in sorted(languages) if languages[language] == country.upper())
