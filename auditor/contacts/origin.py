"""Origin: for which country a site is, as told by what its pages say of it, where its home page does not say it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import phonenumbers

from auditor.contacts.address import addresses_in
from auditor.contacts.country import ADDRESS_LENGTH, POST_CODES, called_from, country_of_domain, rules
from auditor.contacts.nations import countries_named
from auditor.contacts.number import CANDIDATE, NANP, Number, has_digit, numbers_in
from auditor.model.page import Page
from auditor.model.terms import Region

#: Blocks that speak for the whole site, on whatever page they stand.
FRAME = frozenset({Region.HEADER, Region.FOOTER})
#: How much a distinct sign weighs by its kind, and how many of a kind are counted: a list of branches is one sign.
WEIGHTS = {"mark": 3, "data": 3, "address": 2, "number": 2, "alternate": 2, "mail": 1}
MOST_SIGNS = 3
#: Prices of so many pages tell the currency of all.
PRICED_PAGES = 40
#: Prices stand in short texts.
PRICE_LENGTH = 60
#: So many texts with digits in them are read as numbers of each country in question.
NUMBERED_TEXTS = 60
#: A single weak sign may be chance.
FEWEST_KINDS = 2
_DIGITS = re.compile(r"\d+")
_TAX = re.compile(
    r"\b(?i:vat|tva|iva|ust|umsatzsteuer|mwst|btw|moms|mva|nif|cif|nip|uid|p\.? ?iva|dič|ddv)[^\n]{0,30}?"
    r"\b(?!NO|NR|ID)([A-Z]{2})[ .-]?[A-Z]?\d[\dA-Z. -]{6,}"
)
_ACCOUNT = re.compile(r"\bIBAN\b[\s:.]{0,3}([A-Z]{2})\d{2}", re.IGNORECASE)
#: Prefixes of tax numbers that are not the ISO code of their country.
_PREFIXES = {"EL": "GR", "XI": "GB", "UK": "GB"}
_POSTAL = re.compile(r'\{[^{}]*"PostalAddress"[^{}]*\}')
_IN_DATA = re.compile(r'"addressCountry"\s*:\s*"([^"]{2,40})"')
_PRICE_IN_DATA = re.compile(r'"priceCurrency"\s*:\s*"([A-Z]{3})"')
#: As Germans abroad write their post codes; those of Delaware begin with 197 to 199.
_GERMAN = re.compile(r"DE\W+(?!19[789])\d")
_LAST_PART = re.compile(r"[\n,]")
_TAGGED = re.compile(r"^[A-Za-z]{2,3}[-_]([A-Za-z]{2})$")


class Origin:
    """What the pages of one site tell of its country; pages are taken in one by one, and their order tells nothing."""

    def __init__(self) -> None:
        self._signs: dict[tuple[str, str], set[str]] = {}
        self._currencies: Counter[str] = Counter()
        self._numbered: dict[str, None] = {}
        self._named: set[str] = set()
        self._tags: set[str] = set()
        self._read: set[str] = set()
        self._priced = 0

    def take(self, page: Page, *, telling: bool) -> None:
        """Read a page: all of it when it is `telling` (about contact, or of law), else its frame and its prices."""
        self._take_alternates(page)
        for text in page.structured:
            if text not in self._read:
                self._read.add(text)
                self._take_data(text)
        priced = self._priced < PRICED_PAGES
        self._priced += priced
        read = [(telling or b.region in FRAME) and b.digest not in self._read for b in page.blocks]
        self._read.update(block.digest for block, new in zip(page.blocks, read, strict=True) if new)
        self._tags.add(page.language.lower())
        for element in page.elements:
            if read[element.block]:
                self._take_text(element.text)
                self._take_numbers(element.text, element.href)
            if priced and len(element.text) <= PRICE_LENGTH and has_digit(element.text):
                self._currencies.update(set(_money().findall(element.text)))

    def _sign(self, kind: str, country: str, what: str) -> None:
        if country and phonenumbers.country_code_for_region(country):
            self._signs.setdefault((country, kind), set()).add(what)

    def _take_alternates(self, page: Page) -> None:
        for tag, url in page.alternates:
            match = _TAGGED.match(tag) if url == page.final_url else None
            if match:
                self._sign("alternate", match[1].upper(), "")

    def _take_data(self, text: str) -> None:
        self._currencies.update(_PRICE_IN_DATA.findall(text))
        for block in _POSTAL.findall(text):
            for named in _IN_DATA.findall(block):
                code = named.upper() if len(named) == 2 else next(iter(countries_named(named)), "")
                self._sign("data", {"UK": "GB"}.get(code, code), "")

    def _take_numbers(self, text: str, href: str) -> None:
        for shown in (text, href.removeprefix("tel:") if href.startswith("tel:") else ""):
            if "+" in shown or "00" in shown:
                for country in called_from(shown):
                    self._sign("number", country, shown)
        if CANDIDATE.search(text) and len(self._numbered) < NUMBERED_TEXTS:
            self._numbered.setdefault(text)

    def _take_text(self, text: str) -> None:
        for country, pattern in _marks():
            if pattern.search(text):
                self._sign("mark", country, pattern.pattern)
        if "@" in text:
            for address in addresses_in(text):
                self._sign("mail", country_of_domain(f"//{address.domain}"), address.domain)
        if not has_digit(text):
            return
        for pattern in (_TAX, _ACCOUNT):
            for prefix in pattern.findall(text):
                self._sign("mark", _PREFIXES.get(prefix.upper(), prefix.upper()), pattern.pattern)
        if len(text) <= ADDRESS_LENGTH:
            for country in _addressed(text):
                self._sign("address", country, text)
            self._named.update(countries_named(text))

    def told(self) -> str:
        """The country that has more than half of all strong signs, "" when none has."""
        votes: Counter[str] = Counter()
        for (country, kind), signs in self._signs.items():
            votes[country] += WEIGHTS[kind] * min(MOST_SIGNS, len(signs))
        return next((country for country in sorted(votes) if 2 * votes[country] > votes.total()), "")

    def likely(self, language: str) -> str:
        """The one country of a language for which most weak signs speak, "" when they are few or speak for several."""
        candidates = candidates_of(language)
        written, alone = self._writing(candidates)
        kinds = [self._currency(), written, self._named, {"US"} if "en-us" in self._tags else set()]
        votes = {country: sum(country in kind for kind in kinds) for country in candidates}
        most = max(votes.values(), default=0)
        top = [country for country in candidates if votes[country] == most]
        if len(top) != 1 or (most < FEWEST_KINDS and top[0] != alone):
            return ""
        return top[0]

    def _currency(self) -> set[str]:
        total = self._currencies.total()
        for sign in sorted(self._currencies):
            if 2 * self._currencies[sign] > total:
                return set(rules()["currencies"].get(sign, ()))
        return set()

    def _writing(self, candidates: tuple[str, ...]) -> tuple[set[str], str]:
        """The countries whose numbers most of them are, and the one that alone writes them so ("" if none)."""
        fits: Counter[str] = Counter()
        for text in self._numbered:
            found = {c: [n for n in numbers_in(text, c) if fits_country(n, c)] for c in candidates}
            telling = {c for c in found if any(_is_written_in(n, c) for n in found[c])}
            grouped = telling or {c for c in found if any(_is_grouped(n) for n in found[c])}
            fits.update(grouped or {c for c in found if found[c]})
        most = max(fits.values(), default=0)
        best = {country for country in fits if fits[country] == most}
        return best, next(iter(best)) if len(best) == 1 and best <= set(rules()["writing"]) else ""


def fits_country(number: Number, country: str) -> bool:
    """Whether a number is one of a country, written as people there write it, without a prefix for callers abroad."""
    if not (number.valid and number.strong) or number.shown.startswith("+"):
        return False
    code = phonenumbers.country_code_for_region(country)
    if not number.value.startswith(f"+{code}"):
        return False
    return code != NANP or phonenumbers.region_code_for_number(phonenumbers.parse(number.value)) == country


def _is_written_in(number: Number, country: str) -> bool:
    return country in rules()["writing"] and re.match(rules()["writing"][country], number.shown) is not None


def _is_grouped(number: Number) -> bool:
    """Whether the digits of a number stand in the groups in which people of its country write them."""
    national = phonenumbers.format_number(phonenumbers.parse(number.value), phonenumbers.PhoneNumberFormat.NATIONAL)
    shown = _DIGITS.findall(number.shown)
    return _DIGITS.findall(national) in (shown, shown[1:] if shown[:1] == [str(NANP)] else shown)


def candidates_of(language: str) -> tuple[str, ...]:
    """The countries in which shops of a language mostly are, none for languages that have one main country."""
    return tuple(rules()["candidates"].get(language.split("-", maxsplit=1)[0].lower(), ()))


def _addressed(text: str) -> Iterator[str]:
    """The countries of a postal address: by its post code, or by the name in its last part."""
    for code, pattern in POST_CODES.items():
        if any(code != "US" or _is_in_address(match, text) for match in pattern.finditer(text)):
            yield code
    *before, last = _LAST_PART.split(text.strip().rstrip("."))
    if any(has_digit(part) for part in before) and len(last.split()) <= 3:
        yield from countries_named(last)[:1]


def _is_in_address(code: re.Match[str], text: str) -> bool:
    """Whether a post code of the US is one: the short name of a state before it may as well be a word, or Germany."""
    if _GERMAN.match(code[0]):
        return False
    return code[0][:2] not in rules()["wordlike_states"] or text[: code.start()].rstrip().endswith(",")


@cache
def _marks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    marks = rules()["marks"]
    return tuple((country, re.compile("|".join(marks[country]), re.IGNORECASE)) for country in sorted(marks))


@cache
def _money() -> re.Pattern[str]:
    signs = sorted(rules()["currencies"], key=lambda sign: (-len(sign), sign))
    return re.compile("|".join(rf"(?<![A-Za-z]){re.escape(sign)}(?![A-Za-z])" for sign in signs))
