"""Vendors of chat: which one a script, a frame or an element belongs to, by rules/chat_vendors.yaml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from auditor.model.errors import RuleError
from auditor.model.page import Element
from auditor.model.ruledata import rule_data
from auditor.model.terms import ElementKind, Human

_CONDITION = re.compile(r"""#([\w-]+)|\.([\w-]+)|\[([\w-]+)([\^*$]?)="([^"]*)"\]""")
_ID_IN_PATH = re.compile(r"#([\w-]+)")
_TAG_IN_PATH = re.compile(r"(?:^|[ >])([a-z][\w-]*)")
_KIND_OF_TAG = {"iframe": ElementKind.FRAME, "a": ElementKind.LINK}


@dataclass(frozen=True, slots=True)
class Vendor:
    """One vendor; `opens_messenger`: its widget leads to a messenger and to no chat on the page."""

    name: str
    human: Human
    opens_messenger: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A simple selector: `tag` or "", and conditions (attribute, operator, value)."""

    tag: str
    conditions: tuple[tuple[str, str, str], ...]
    vendor: Vendor

    def fits(self, element: Element) -> bool:
        """Whether an element is what the selector means; an id also holds for what lies within it."""
        if self.tag in _KIND_OF_TAG and element.kind is not _KIND_OF_TAG[self.tag]:
            return False
        if self.tag and self.tag not in _KIND_OF_TAG and self.tag not in _TAG_IN_PATH.findall(element.selector):
            return False
        return all(_holds(element, *condition) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class _Host:
    """`host` or `host/path`, "*" for any run of characters; a path is matched from its start, in any case."""

    start: str
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, written: str) -> "_Host":
        """A host as the rules write it; few have a "*", and a pattern for each would make every start slower."""
        whole = (written if "/" in written else f"{written}/").lower()
        start, star, _ = whole.partition("*")
        return cls(start, re.compile(re.escape(whole).replace(r"\*", ".*")) if star else None)

    def holds(self, place: str) -> bool:
        """Whether a place, `host/path` in small letters, is there."""
        return place.startswith(self.start) and (self.pattern is None or self.pattern.match(place) is not None)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Marks by the id or class that they ask for, by the title of a frame, by another attribute, and by tag only."""

    by_id: dict[str, list[Mark]]
    by_class: dict[str, list[Mark]]
    by_title: dict[str, Vendor]
    by_attribute: dict[str, list[Mark]]
    by_tag: dict[str, Mark]
    hosts: list[tuple[_Host, Vendor]]


def _holds(element: Element, attribute: str, operator: str, value: str) -> bool:
    if attribute == "class":
        return value in element.attribute("class").split()
    have = element.href if attribute in ("href", "src") else element.attribute(attribute)
    if attribute == "id" and not operator:
        return have == value or value in _ID_IN_PATH.findall(element.selector)
    tests = {"": have == value, "^": have.startswith(value), "*": value in have, "$": have.endswith(value)}
    return bool(have) and tests[operator]


@cache
def _index() -> _Index:
    index = _Index({}, {}, {}, {}, {}, [])
    answers = {"bot": Human.BOT, "hybrid": Human.HYBRID}
    for row in rule_data("chat_vendors.yaml"):
        vendor = Vendor(row["name"], answers.get(row["answers"], Human.UNKNOWN), row.get("opens") == "messenger")
        for selector in row.get("launchers", ()):
            _enter(index, _mark(selector, vendor))
        index.by_title.update((title.casefold(), vendor) for title in row.get("titles", ()))
        index.hosts.extend((_Host.of(host), vendor) for host in row.get("hosts", ()))
    return index


def _mark(selector: str, vendor: Vendor) -> Mark:
    tag = re.match(r"[\w-]*", selector)
    conditions = tuple(
        ("id", "", i) if i else ("class", "", c) if c else (attribute, operator, value)
        for i, c, attribute, operator, value in _CONDITION.findall(selector)
    )
    if not conditions and not (tag and tag[0]):
        raise RuleError(f"The selector {selector} of {vendor.name} asks for nothing.", "Mend chat_vendors.yaml.")
    return Mark(tag[0] if tag else "", conditions, vendor)


def _enter(index: _Index, mark: Mark) -> None:
    for attribute, operator, value in mark.conditions:
        if not operator and attribute in ("id", "class"):
            (index.by_id if attribute == "id" else index.by_class).setdefault(value, []).append(mark)
            return
    if mark.conditions:
        index.by_attribute.setdefault(mark.conditions[0][0], []).append(mark)
    else:
        index.by_tag[mark.tag] = mark


@lru_cache(maxsize=16_384)
def vendor_of_url(url: str) -> Vendor | None:
    """The vendor from whose host a script or a frame comes; a bare host name is taken as well."""
    try:
        parts = urlsplit(url if "//" in url else f"https://{url}/")
    except ValueError:
        return None
    place = f"{parts.hostname or ''}{parts.path or '/'}".lower()
    return next((vendor for host, vendor in _index().hosts if host.holds(place)), None)


def vendor_of(element: Element) -> Vendor | None:
    """The vendor whose button, frame or container an element is, None if it is nobody's."""
    index = _index()
    if element.kind is ElementKind.FRAME:
        by_title = index.by_title.get((element.name or element.attribute("title")).casefold())
        if by_title is not None:
            return by_title
    return next((mark.vendor for mark in _candidates(index, element) if mark.fits(element)), None)


def _candidates(index: _Index, element: Element) -> Iterator[Mark]:
    """The marks that can fit an element, so that each element is held against few of them."""
    yield from _of_path(element.selector)
    for name, value in element.attributes:
        if name == "id":
            yield from index.by_id.get(value, ())
        elif name == "class":
            for word in value.split():
                yield from index.by_class.get(word, ())
        if name in index.by_attribute and _values(name).search(value):
            yield from index.by_attribute[name]
    if element.kind is ElementKind.FRAME:
        yield from index.by_attribute.get("src", ())


@lru_cache(maxsize=16_384)
def _of_path(selector: str) -> tuple[Mark, ...]:
    """The marks of the ids and of the vendors' own tags in a selector; pages of one template share their selectors."""
    index = _index()
    ids = _ID_IN_PATH.findall(selector) if "#" in selector else ()
    own = _own_tags().findall(selector)
    return (*(mark for identity in ids for mark in index.by_id.get(identity, ())), *(index.by_tag[tag] for tag in own))


@cache
def _values(attribute: str) -> re.Pattern[str]:
    """What stands in an attribute by which vendors are known: one search spares many."""
    marks = _index().by_attribute[attribute]
    return re.compile("|".join(re.escape(v) for mark in marks for name, _, v in mark.conditions if name == attribute))


@cache
def _own_tags() -> re.Pattern[str]:
    """The tags that vendors made for themselves, in a selector."""
    return re.compile(rf"(?:^|[ >])({'|'.join(sorted(_index().by_tag, key=len, reverse=True))})(?=$|[: >])")
