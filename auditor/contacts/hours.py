"""Hours: simple statements of when somebody can be reached ("Mon-Fri 9-17"), read into spans of the week.

What is not understood to the last word gives no span at all: nobody may say then whether it is open.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from auditor.contacts.wordlists import any_of
from auditor.model.ruledata import rule_data
from auditor.model.wording import folded

WEEK, DAY_MINUTES = range(7), 24 * 60
#: Longer texts hold more than a statement of hours.
LONGEST = 160
_DASH = "[-–—]"
_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?(?:\s*(?:uhr|h|uur|heures|horas|ore)(?!\w))?"
#: What stands for days and for times once they are read.
_DAYS_MARK, _TIME_MARK = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes of a day (start to end, 0 to 1440) on each of `days`, 0 for Monday."""

    days: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language, with English: patterns, and the day of each name."""

    day: dict[str, int]
    days: re.Pattern[str]
    to: str
    every: re.Pattern[str]
    weekdays: re.Pattern[str]
    always: re.Pattern[str]
    filler: frozenset[str]


def hours_of(text: str, language: str = "") -> tuple[Span, ...]:
    """The spans that a text states, in the words of a language (BCP 47) or of English; () if it is not understood."""
    plain = folded(text)
    if len(plain) > LONGEST:
        return ()
    for name in dict.fromkeys((language.partition("-")[0].lower(), "en")):
        if name in rule_data("hours.yaml"):
            spans = _read(plain, _words(name))
            if spans:
                return spans
    return ()


def open_at(spans: Iterable[Span], day: int, minute: int) -> bool:
    """Whether a minute (0 to 1439) of a day (0 for Monday) lies in one of the spans."""
    return any(day in span.days and span.start <= minute < span.end for span in spans)


def _read(text: str, words: _Words) -> tuple[Span, ...]:
    text = words.always.sub(f" {_DAYS_MARK} {_TIME_MARK} ", text)
    whole = _DAYS_MARK in text
    days: list[tuple[int, ...]] = [tuple(WEEK)] if whole else []
    times: list[tuple[int, int]] = [(0, DAY_MINUTES)] if whole else []
    text = re.sub(rf"{_CLOCK}\s*(?:{_DASH}|{words.to}|and|und|et|y|en|e)\s*{_CLOCK}", lambda m: _time(m, times), text)
    text = words.every.sub(lambda _: _day(tuple(WEEK), days), text)
    text = words.weekdays.sub(lambda _: _day(tuple(range(5)), days), text)
    text = words.days.sub(lambda m: _day(_range(m, words), days), text)
    rest = re.findall(r"\w+", text)
    if any(word not in words.filler for word in rest) or not times or not days:
        return ()
    return tuple(_paired("".join(c for c in text if c in _DAYS_MARK + _TIME_MARK), days, times))


def _time(match: re.Match[str], times: list[tuple[int, int]]) -> str:
    """The mark of a time that was read; the text itself where it makes no sense, so that its digits are left over."""
    first, second = _minutes(*match.groups()[:3]), _minutes(*match.groups()[3:])
    # "9-5pm" leaves open what 9 is.
    if first is None or second is None or not first < second or bool(match[3]) != bool(match[6]):
        return match[0]
    times.append((first, second))
    return f" {_TIME_MARK} "


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    number, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.startswith("p") else 0)
    told = number * 60 + minutes
    return told if minutes < 60 and told <= DAY_MINUTES else None


def _day(found: tuple[int, ...], days: list[tuple[int, ...]]) -> str:
    days.append(found)
    return f" {_DAYS_MARK} "


def _range(match: re.Match[str], words: _Words) -> tuple[int, ...]:
    first = words.day[match[1]]
    last = words.day[match[2]] if match[2] else first
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _paired(order: str, days: list[tuple[int, ...]], times: list[tuple[int, int]]) -> Iterator[Span]:
    """Each time with the days before it, or a lone time with the days behind it; nothing where neither is so."""
    groups = re.findall(f"({_DAYS_MARK}+)({_TIME_MARK}+)", order)
    if "".join(a + b for a, b in groups) != order:
        swapped = re.fullmatch(f"{_TIME_MARK}({_DAYS_MARK}+)", order)
        if swapped is None:
            return
        groups = [(swapped[1], _TIME_MARK)]
    at_day = at_time = 0
    for many_days, many_times in groups:
        on = sorted({day for each in days[at_day : at_day + len(many_days)] for day in each})
        for start, end in times[at_time : at_time + len(many_times)]:
            yield Span(tuple(on), start, end)
        at_day, at_time = at_day + len(many_days), at_time + len(many_times)


@cache
def _words(language: str) -> _Words:
    every = rule_data("hours.yaml")
    both = [every[name] for name in dict.fromkeys((language, "en"))]
    day: dict[str, int] = {}
    for rules in both:
        for number, names in enumerate(rules["days"]):
            for name in names:
                day.setdefault(folded(name), number)
    to = "|".join(re.escape(word) for rules in both for word in sorted(rules["to"], key=len, reverse=True))
    names = "|".join(re.escape(name) for name in sorted(day, key=len, reverse=True))
    days = rf"(?<!\w)({names})(?!\w)\.?(?:\s*(?:{_DASH}|(?:{to})(?!\w))\s*({names})(?!\w)\.?)?"
    return _Words(
        day=day,
        days=re.compile(days),
        to=rf"(?:{to})(?!\w)",
        every=any_of([word for rules in both for word in rules["daily"]]),
        weekdays=any_of([word for rules in both for word in rules["weekdays"]]),
        always=any_of([word for rules in both for word in rules["always"]]),
        filler=frozenset(word for rules in both for word in rules["filler"]),
    )
