"""Country: for which country a page is, by its language tag, its domain and the numbers on it."""

import re
from collections import Counter
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import phonenumbers

from auditor.contacts.address import addresses_in
from auditor.contacts.nations import countries_named
from auditor.model.errors import UsageError
from auditor.model.page import Page
from auditor.model.ruledata import rule_data

_REGION = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})$")
_INTERNATIONAL = re.compile(r"(?:\+|\b00)\d[\d\s().\-/]{6,20}\d")
#: How numbers are written in North America and hardly anywhere else: 3-3-4, the area code often in brackets.
_NORTH_AMERICAN = re.compile(
    r"(?<![\d+(])(?:1[-. ])?(?:\([2-9]\d\d\)\s?|[2-9]\d\d\s?[-. ]\s?)[2-9]\d\d\s?[-. ]\s?\d{4}(?!\d)"
)
#: How national numbers are written in Britain: a trunk 0, then groups of 4 to 6 digits.
_BRITISH = re.compile(r"(?<![\d+])\(?0(?:1\d{2,4}|2\d|[378]\d{2,3}|7\d{3,4})\)?\s\d{3,6}(?:\s\d{3,4})?(?!\d)")
#: Post codes with what stands around them in an address.
POST_CODES = {
    "US": re.compile(
        r"\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
        r"[ ,]+\d{5}(?:-\d{4})?\b"
    ),
    "CA": re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"),
    "GB": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"),
    "AU": re.compile(r"\b(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT)[ ,]+\d{4}\b"),
}
#: An address is short; a longer text that names a country is prose.
ADDRESS_LENGTH = 300


@cache
def rules() -> Any:
    """What rules/countries.yaml says."""
    return rule_data("countries.yaml")


def country_of(page: Page) -> str:
    """The ISO 3166 code of the country that a page is for, "" when nothing on it tells.

    In this order: its country domain, the region of its language tag, the calling codes in its numbers, its postal
    addresses, the main country of its language, the way in which its national numbers are written.
    """
    return firm_country_of(page) or _of_addresses(page) or main_country(page.language) or _of_writing(page)


def firm_country_of(page: Page) -> str:
    """The country that a page states of itself: by its domain, its language tag or the calling codes in its numbers."""
    return country_of_domain(page.final_url) or _of_tag(page.language) or _of_numbers(page)


def main_country(language: str) -> str:
    """The main country of a language, "" when it has none."""
    return str(rules()["languages"].get(language.split("-", maxsplit=1)[0].lower(), ""))


def country_code(typed: str) -> str:
    """The ISO 3166 code that a user typed, in capitals; "" stays. Raises UsageError when no country has it."""
    code = typed.strip().upper()
    code = str(rules()["domains"].get(code.lower()) or code)  # UK is not the ISO code
    if code and code not in phonenumbers.SUPPORTED_REGIONS:
        raise UsageError(f"There is no country with the code {typed.strip()!r}.", "Give two letters: DE, GB, US …")
    return code


def country_of_domain(url: str) -> str:
    """The country of a URL's country domain, "" for generic ones and for those that are sold as generic."""
    label = (urlsplit(url).hostname or "").rpartition(".")[2].lower()
    if len(label) != 2 or not label.isalpha():
        return ""
    code = str(rules()["domains"].get(label, label)).upper()
    return code if phonenumbers.country_code_for_region(code) else ""


def _of_tag(tag: str) -> str:
    match = _REGION.match(tag)
    code = match[1].upper() if match else ""
    # en-US is what page builders write when nobody chose: it tells nothing against the numbers on the page.
    return code if code != "US" and phonenumbers.country_code_for_region(code) else ""


def _of_numbers(page: Page) -> str:
    votes: Counter[str] = Counter()
    for element in page.elements:
        dialled = element.href.removeprefix("tel:") if element.href.startswith("tel:") else ""
        for text in {element.text, dialled}:
            if "+" in text or "00" in text:
                votes.update(called_from(text))
    return min(votes, key=lambda code: (-votes[code], code)) if votes else ""


def called_from(text: str) -> list[str]:
    """The countries of the numbers in a text that are written for callers from abroad."""
    codes = []
    for match in _INTERNATIONAL.findall(text):
        try:
            number = phonenumbers.parse("+" + match.removeprefix("00").lstrip("+").replace("(0)", ""), None)
        except phonenumbers.NumberParseException:
            continue
        code = phonenumbers.region_code_for_number(number)
        if code and code != "001":
            codes.append(code)
    return codes


def _of_addresses(page: Page) -> str:
    """The country of the postal and e-mail addresses on a page."""
    votes: Counter[str] = Counter()
    for element in page.elements:
        if not 8 <= len(element.text) <= ADDRESS_LENGTH:
            continue
        if any(c.isdigit() for c in element.text):
            votes.update(code for code, pattern in POST_CODES.items() if pattern.search(element.text))
            votes.update(countries_named(element.text)[:1])
        if "@" in element.text:
            votes.update(filter(None, (country_of_domain(f"//{a.domain}") for a in addresses_in(element.text))))
    return min(votes, key=lambda code: (-votes[code], code)) if votes else ""


def _of_writing(page: Page) -> str:
    texts = [element.text for element in page.elements if any(c.isdigit() for c in element.text)]
    american = sum(len(_NORTH_AMERICAN.findall(text)) for text in texts)
    british = sum(len(_BRITISH.findall(text)) for text in texts)
    if not american and not british:
        return "US" if page.language.lower() == "en-us" else ""
    return "US" if american >= british else "GB"
