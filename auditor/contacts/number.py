"""Numbers: strings in a text that can be dialled; what they are for is decided elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatch, PhoneNumberMatcher

from auditor.contacts.labels import NO_PHONE, label_before
from auditor.contacts.nations import countries_named

_DIGIT = re.compile(r"\d")
#: Seven digits with little between them: only such text is worth the matcher's time.
CANDIDATE = re.compile(r"(?:\d(?:[^\w\n]|ー){0,4}){6}\d")
#: What is read as a space or as a hyphen: spaces of every width, marks without width, hyphens of every kind.
_PLAIN = str.maketrans(
    dict.fromkeys((0xA0, *range(0x2002, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    | dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF), " ")
    | dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212), "-")
)
#: Dots at half height and long marks between digits, with spaces around them only as in "802 • 362 • 4711"; two slashes
#: in a number that is no date.
_DIVIDER = re.compile(
    r"(?<=\d)[·∙‧•・･ー](?=\d)"
    r"|(?<=\d{3} )[·•|](?= \d{3} [·•|] \d{4}(?!\d))|(?<=\d{3} [·•|] \d{3} )[·•|](?= \d{4}(?!\d))"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,4})/(\d{1,4})/(?=\d{3})(?!(?:19|20)\d\d(?!\d))")
_FREE_LINE = r"\(?8(?:00|33|44|55|66|77|88)\)?"
#: Words in place of digits, as on North American keypads: all of the number of a free line, or its last four. Words may
#: divide it anywhere behind a hyphen or a full stop; with spaces between only behind the 1 of a call, seven in all.
VANITY = re.compile(
    rf"(?<![\w.-])(?:(?:1[-. ])?{_FREE_LINE}"
    r"(?:[-. ]?(?=[\dA-Z-]*[A-Z]{3})[A-Z\d]{3,4}-?[A-Z\d]{3,5}|[-.](?=[\dA-Z-]*[A-Z]{2})[A-Z\d](?:-?[A-Z\d]){6,9})"
    rf"|1[-. ]{_FREE_LINE}[-. ]?(?=[\dA-Z. -]*[A-Z]{{2}})(?:[A-Z\d][-. ]?){{6}}[A-Z\d]"
    r"|(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]{1,2}[2-9]\d\d[-. ][A-Z]{4})(?!-?\w)"
)
#: Prefixes that were abolished and still stand on pages; spaces take their place, so that offsets stay.
_OBSOLETE = {
    "MX": re.compile(r"(?<!\d)01(?=[ -]?\d)"),
    "PL": re.compile(r"(?<!\d)0[ -]?(?=80[014]|[1-9]\d\)? ?\d{3}[ -]\d\d)"),
}
OLD_MEXICAN = re.compile(r"(?<=\+52)[ -]?1(?=[ -]?\(?\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4}(?!\d))")
#: A part of an address of the net; unlike numbers in France or Switzerland it never begins with a spare zero.
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
#: A decimal as in coordinates: 180 at most, and unlike an area code it has no spare zero in front.
_DECIMAL = r"(?:1[0-7]\d|[1-9]\d|\d)\.\d{4,}(?!\d|\.\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\."
_HOUR = r"(?:[01]?\d|2[0-4])[.:](?:00|15|30|45)"
#: What is no number for calling whatever its digits: addresses of the net, accounts, coordinates, dates, hours.
_NOT_DIALLED = re.compile(
    r"\b(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+"
    r"|\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?\b"
    rf"|(?<![\w.+])(?:-{_DECIMAL}|0\.\d{{4,}}(?!\.?\d))|(?<![\w.+]){_DECIMAL}(?=\s?(?:°|[NSEW]\b))"
    rf"|(?<![\w.+]){_DECIMAL}\s?[,;/|]?\s?-?{_DECIMAL}"
    rf"|(?<![\d.])(?!\d\d(?:\.\d\d){{3}}(?!\d)){_OCTET}(?:\.{_OCTET}){{3}}(?!\d|[-\s.]\d)"
    r"|\b(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])\b"
    r"|\b(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d(?:\s{0,2}[-–,/ ]\s{0,2}(?:19|20)\d\d)+\b"
    rf"|(?<![\d.]){_DAY}(?:\d\d)?\s?[-–]\s?{_DAY[:-2]}(?:\.\d\d)?(?!\d)"
    rf"|(?<![\d.]){_HOUR}\s?[-–]\s?{_HOUR}(?!\d|\.\d)"
)
_MONEY_BEFORE = re.compile(r"(?:[€$£¥₹₽]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|HUF|CZK|BRL|R\$|Rs\.?))\s{0,2}$")
_MONEY_AFTER = re.compile(
    r"^\s{0,2}(?:[€$£¥₹₽]|(?:EUR|USD|GBP|CHF|PLN|zł|SEK|NOK|DKK|kr|Kč|Ft|HUF|CZK|%|mm|cm|kg|ml)\b)|^[,.]\d{1,3}(?!\d|[-/]\d)"
)
_NANP_WRITTEN = re.compile(r"^\+?1?[-. ]{0,3}\(?\d{3}\)?[-./ ]{0,3}\d{3}[-–. ]{0,3}\d{4}\b")
_NANP_SHAPE = re.compile(r"\d{3}\)?[-. ]?\d{3}[-. ]\d{4}|\(\d{3}\) ?\d{7}")
_DIGITS = re.compile(r"(?<![\w.,/-])[(+]{0,2}\d(?:[\d\- .()]|/(?![\d ]*/)){5,24}\d(?![\w@]|[.,/]\d)")
_TRUNK = re.compile(r"^[(+0]")
#: What may be an amount or a coordinate as well, in countries that dial without a trunk 0.
_AMOUNT = re.compile(rf"^(?:\d{{1,2}}(?:[.,]\d{{3}}){{2,}}|{_DECIMAL})$")
_GROUP = re.compile(r"\d+")
#: Right before a number: it is the rest of a longer one.
_CUT = re.compile(r"\d\.$|\d,\d{1,3},$|\d\d:$")
#: A run of digits with little between them, and an extension behind it.
_RUN = re.compile(
    r"[+(\[＋]{0,3}\d(?:[^\w\n]{0,4}\d)+(?:[ ,;]{0,3}(?:extension|ext|x|extn)[.: ]{0,2}\d{1,6})?", re.IGNORECASE
)
FEWEST_DIGITS = 7
#: Fewer groups in equal steps are no range of sizes.
MOST_SIZES = 3
NANP = 1
#: E.164: no number has more digits.
MOST_DIGITS = 15
_KEYPAD = ("US", "CA")
#: A text that names more countries is a list of them.
MOST_COUNTRIES = 3


@lru_cache(maxsize=65_536)
def has_digit(text: str) -> bool:
    """Whether a text holds a digit of any script; several channels ask it of the same text."""
    return _DIGIT.search(text) is not None


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `value` is E.164 (else the digits as dialled), `start` and `end` its place.

    `valid`: the numbering plan knows it. `strong`: written as people write telephone numbers, so it needs no label.
    """

    value: str
    shown: str
    start: int
    end: int
    valid: bool = True
    strong: bool = True


def numbers_in(text: str, country: str) -> tuple[Number, ...]:
    """The numbers of a text in order, national ones read as those of `country` ("" reads international ones only)."""
    if CANDIDATE.search(text) or (country in _KEYPAD and VANITY.search(text)):
        return _numbers_in(text, country)
    return ()


@lru_cache(maxsize=8_192)
def _numbers_in(text: str, country: str) -> tuple[Number, ...]:
    plain = _plain(text)
    barred = [match.span() for match in _NOT_DIALLED.finditer(plain)]
    found: list[Number] = []
    readings = (_planned, _vanity, _named, _north_american, _plausible)
    for kind in (reading(plain, country) for reading in readings):
        taken = barred + [(number.start, number.end) for number in found]
        found += [number for number in kind if not _overlaps(number, taken)]
    kept = (number for number in found if not is_measured(plain, number))
    as_written = (replace(number, shown=text[number.start : number.end]) for number in kept)
    return tuple(sorted(as_written, key=lambda number: number.start))


def _plain(text: str) -> str:
    """A text with the signs in its numbers that the matcher knows, all at their places."""
    return _SLASHED.sub(r"\1-\2-", _DIVIDER.sub("-", text.translate(_PLAIN)))


def _planned(text: str, country: str) -> Iterator[Number]:
    """Numbers that the numbering plan knows."""
    obsolete = _OBSOLETE.get(country)
    plain = OLD_MEXICAN.sub(_blank, obsolete.sub(_blank, text) if obsolete else text)
    for start, match in _matches(plain, country):
        end = start + len(match.raw_string)
        yield Number(e164(match.number), text[start:end], start, end, True, _strong(match))


def _matches(text: str, country: str) -> Iterator[tuple[int, PhoneNumberMatch]]:
    """(place, match) of the matcher, which is slow and so is shown only runs of digits, and none with another label."""
    for run in _RUN.finditer(text):
        if sum(c.isdigit() for c in run[0]) < FEWEST_DIGITS or label_before(text[: run.start()]) in NO_PHONE:
            continue
        first = max(0, run.start() - 1)
        for match in PhoneNumberMatcher(text[first : run.end() + 1], country or None, leniency=Leniency.VALID):
            yield first + match.start, match


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _named(text: str, country: str) -> Iterator[Number]:
    """National numbers of countries that the text names."""
    for other in countries_named(text)[:MOST_COUNTRIES]:
        for start, match in _matches(text, other) if other != country else ():
            end = start + len(match.raw_string)
            yield Number(e164(match.number), match.raw_string, start, end, True, _strong(match))


def _north_american(text: str, country: str) -> Iterator[Number]:
    """Numbers in the form of North America on pages for other countries: they need a label."""
    if country in _KEYPAD or not _NANP_SHAPE.search(text):
        return
    for start, match in _matches(text, "US"):
        if match.number.country_code == NANP and _NANP_WRITTEN.match(match.raw_string):
            end = start + len(match.raw_string)
            yield Number(e164(match.number), match.raw_string, start, end, True, strong=False)


def _plausible(text: str, country: str) -> Iterator[Number]:
    """Strings of digits that no plan knows; after a phone label they are numbers, if of a country not known here."""
    for match in _DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        if 7 <= len(digits) <= MOST_DIGITS:
            plus = "+" if match[0].lstrip("(").startswith("+") else ""
            yield Number(plus + digits, match[0], match.start(), match.end(), valid=False, strong=False)


def e164(number: phonenumbers.PhoneNumber) -> str:
    """The international form of a number, as its value."""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _strong(match: PhoneNumberMatch) -> bool:
    raw = match.raw_string
    if raw.startswith("+"):
        return True
    if match.number.country_code == NANP:
        return bool(_NANP_WRITTEN.match(raw)) and not raw[:10].isdigit()
    return bool(_TRUNK.match(raw)) or not (raw.isdigit() or _AMOUNT.match(raw) or _is_range_of_sizes(raw))


def _is_range_of_sizes(raw: str) -> bool:
    """Whether the groups rise by the same step, as in "36 38 40 42"."""
    groups = [int(group) for group in _GROUP.findall(raw)]
    steps = {after - before for before, after in pairwise(groups)}
    return len(groups) > MOST_SIZES and len(steps) == 1 and min(steps) > 0


def _vanity(text: str, country: str) -> Iterator[Number]:
    if country not in _KEYPAD:
        return
    for match in VANITY.finditer(text):
        digits = re.sub(r"\D", "", phonenumbers.convert_alpha_characters_in_number(match[0])).removeprefix("1")[:10]
        if len(digits) == 10:
            yield Number("+1" + digits, match[0], match.start(), match.end())


def _overlaps(number: Number, spans: list[tuple[int, int]]) -> bool:
    return any(number.start < end and start < number.end for start, end in spans)


def is_measured(text: str, number: Number) -> bool:
    """Whether a currency or a unit beside it shows that it is an amount, or that it is cut out of something longer."""
    before, after = text[max(0, number.start - 6) : number.start], text[number.end : number.end + 6]
    cut = before.endswith(("#", "_", "=", "@", "№")) or (_CUT.search(before) and not _TRUNK.match(number.shown))
    return bool(cut or _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after))
