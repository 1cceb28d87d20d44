"""Crawler traps: calendars, facets and endless paths. Counting only, so the same links meet the same limits."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from auditor.capture.tokens import TWINS, tokened

#: Paths deeper than this are loops of relative links, not pages that a person would reach.
MAX_SEGMENTS = 12
#: The same segment so often in one path is a loop of relative links.
MAX_REPEATS = 3
#: Query variants of one path that are taken as they come; further ones wait behind all other links.
SOFT_VARIANTS = 8
#: Query variants of one path that are taken at all, unless the path is a script that serves the whole site.
HARD_VARIANTS = 64
#: Pages of one directory that are taken as they come; further ones wait behind all other links.
SOFT_SIBLINGS = 40
#: Pages of one calendar that are taken at all: a year of months shows how it is made.
HARD_CALENDAR = 12

DIGITS = re.compile(r"\d+")
SCRIPT = re.compile(r"(?:^/?|/)$|\.(?:php|aspx?|jsp|do|cgi|cfm|pl)$", re.IGNORECASE)
CALENDAR_PATH = re.compile(r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)")
CALENDAR_QUERY = re.compile(r"^(?:date|day|month|year|week|ym|tribe-bar-date|from|until)$", re.IGNORECASE)
DATE_VALUE = re.compile(r"^(?:[-+]?\d{1,4}|(?:19|20)\d\d(?:-?\d{1,2}){0,2})$")


class Traps:
    """Limits on pages that differ only in number, date or filter; `count` what was taken, then ask."""

    def __init__(self) -> None:
        self._paths: Counter[str] = Counter()
        self._folders: Counter[str] = Counter()
        self._calendars: Counter[str] = Counter()
        self._tokens: Counter[str] = Counter()

    def refuses(self, url: str) -> bool:
        """Whether a URL is a trap by its looks."""
        segments = [segment for segment in urlsplit(url).path.split("/") if segment]
        if len(segments) > MAX_SEGMENTS:
            return True
        return len(segments) > MAX_REPEATS and max(Counter(segments).values()) > MAX_REPEATS

    def count(self, url: str) -> None:
        """Note that a URL was taken."""
        parts = urlsplit(url)
        place = parts.netloc + parts.path
        if parts.query:
            self._paths[place] += 1
        self._folders[_folder(place)] += 1
        calendar = _calendar(url)
        if calendar:
            self._calendars[calendar] += 1
        token = tokened(url)
        if token:
            self._tokens[token] += 1

    def late(self, url: str) -> bool:
        """Whether enough of its like were taken that it should wait behind all others."""
        parts = urlsplit(url)
        place = parts.netloc + parts.path
        many = bool(parts.query) and self._paths[place] >= SOFT_VARIANTS
        return many or self._folders[_folder(place)] >= SOFT_SIBLINGS

    def full(self, url: str) -> bool:
        """Whether so many of its like were taken that it adds nothing."""
        calendar = _calendar(url)
        if calendar and self._calendars[calendar] >= HARD_CALENDAR:
            return True
        token = tokened(url)
        if token and self._tokens[token] >= TWINS:
            return True
        parts = urlsplit(url)
        if not parts.query or SCRIPT.search(parts.path):
            return False
        return self._paths[parts.netloc + parts.path] >= HARD_VARIANTS


def _folder(place: str) -> str:
    return DIGITS.sub("#", place.rpartition("/")[0])


def _calendar(url: str) -> str:
    parts = urlsplit(url)
    found = CALENDAR_PATH.search(parts.path)
    if found is not None:
        return parts.netloc + parts.path[: found.start()] + "/…"
    for name, value in parse_qsl(parts.query):
        if CALENDAR_QUERY.match(name) and DATE_VALUE.match(value):
            return f"{parts.netloc}{parts.path}?{name}"
    return ""
