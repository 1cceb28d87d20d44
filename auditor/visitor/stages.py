"""Stages: which step of the customer's journey a page belongs to, told by words of any language and by structure.

What counts as evidence: `rules/stages.yaml`. A wrong stage is worse than OTHER.
"""

import re
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from auditor.model.guide import PROBE_PATH
from auditor.model.page import Page
from auditor.model.route import route_of
from auditor.model.ruledata import rule_data
from auditor.model.terms import Region, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.model.wording import folded, slug_segments, words
from auditor.visitor.cues import Cues, cues_of

MISSING = frozenset({404, 410})
#: Points of a word by place and weight: a whole slug, heading or title settles a stage, a part of one only helps.
SLUG = 3
WHOLE = 2
PART = 1
#: Labels and slugs of so many words may agree in part; in longer ones a common word means little.
SHORT = 3
#: A form of so many fields asks for more than a newsletter or a login does.
PERSONAL = 3


class Told(NamedTuple):
    """The stage of a page, and in few words by what it was told; "" for OTHER."""

    stage: Stage
    reason: str = ""


def stage_of(page: Page, home_url: str, vocabulary: Vocabulary) -> Stage:
    """The stage of a page; `home_url` is the address of the home page, OTHER where the evidence is thin."""
    return stage_told(page, home_url, vocabulary).stage


def stage_told(page: Page, home_url: str, vocabulary: Vocabulary) -> Told:
    """The stage of a page with its evidence; what is worth more comes first."""
    if page.status in MISSING:
        return Told(Stage.NOT_FOUND, f"status {page.status}")
    if page.status >= 400 or page.status == 0:
        return _OTHER
    if urlsplit(page.url).path == PROBE_PATH:
        return _unasked_for(page, home_url, vocabulary)
    if _same(page.url, home_url) or _same(page.final_url, home_url):
        return Told(Stage.HOME, "its address")
    if _searched(page, vocabulary):
        # Some searches lead straight on to the page that is meant.
        led_on = replace(page, url=page.final_url)
        if not _searched(led_on, vocabulary):
            return stage_told(led_on, home_url, vocabulary)
        return Told(Stage.SEARCH, "what was searched for stands in its address")
    cues = cues_of(page, vocabulary)
    return _OTHER if cues.types & frozenset(_data()["reading"]) else _by_content(page, cues, vocabulary)


def _by_content(page: Page, cues: Cues, vocabulary: Vocabulary) -> Told:
    """The stage that a page tells itself, by its structured data, its words and what stands on it."""
    by_type = Told(_by_type(cues), "structured data")
    if by_type.stage in (Stage.CONTACT, Stage.CHECKOUT, Stage.SEARCH):
        return by_type
    if _single_product(cues) and not _names_cart(page, cues, vocabulary):
        offered = cues.products == 1 and cues.offers
        return Told(Stage.PRODUCT, "structured data" if offered else "one price and a way to buy")
    named = Told(_by_words(page, cues, vocabulary), "words of its address, title or heading")
    if named.stage is not Stage.OTHER:
        return named
    if _signs_in(page, cues, vocabulary):
        return Told(Stage.ACCOUNT, "it asks for a password")
    if by_type.stage is not Stage.OTHER:
        return by_type
    if _one_offer(cues):
        return Told(Stage.PRODUCT, "a service with its price, or one thing to buy")
    if _many_goods(cues):
        return Told(Stage.CATEGORY, "many goods with prices")
    system = Told(_by_system(page, cues), "an address as shop programs have it")
    return _OTHER if system.stage is Stage.OTHER else system


_OTHER = Told(Stage.OTHER)


def stage_of_address(url: str, vocabulary: Vocabulary) -> Stage:
    """The stage that the last part of an address names by itself, OTHER where it names none."""
    segments = slug_segments(route_of(url))
    concepts = _slug("-".join(segments[-1]), vocabulary) if segments else ()
    return _winner(dict.fromkeys(concepts, SLUG), set(concepts))


def _unasked_for(page: Page, home_url: str, vocabulary: Vocabulary) -> Told:
    """The stage of what is shown at an address that does not exist: "not found", or the page that it leads on to."""
    led_on = not _same(page.final_url, page.url)
    told = stage_told(replace(page, url=page.final_url), home_url, vocabulary) if led_on else _OTHER
    return Told(Stage.NOT_FOUND, "no page has its address") if told.stage is Stage.OTHER else told


def _same(url: str, home_url: str) -> bool:
    own, home = urlsplit(url), urlsplit(home_url)
    return (own.netloc, own.query, route_of(url).rstrip("/")) == (
        home.netloc,
        home.query,
        route_of(home_url).rstrip("/"),
    )


def _searched(page: Page, vocabulary: Vocabulary) -> bool:
    """Whether the address holds a search: a known parameter, at a search address or of its own form."""
    parts = urlsplit(page.url)
    asked = {name.lower() for name, value in parse_qsl(parts.query) if value} & set(_data()["search_parameters"])
    if not asked:
        return False
    if "search" in vocabulary.slug_concepts(parts.path, inside=False) or parts.path in ("", "/"):
        return True
    if not set(_data()["search_segments"]).isdisjoint(parts.path.lower().split("/")):
        return True
    own = {
        field.name.lower()
        for form in page.forms
        if form.method == "get" and urlsplit(form.action).path == parts.path
        for field in form.fields
    }
    return bool(asked & own)


def _by_type(cues: Cues) -> Stage:
    found = {stage for kind, stage in _data()["types"].items() if kind in cues.types}
    return Stage(found.pop()) if len(found) == 1 else Stage.OTHER


def _single_product(cues: Cues) -> bool:
    """One product that can be bought here; the tiles of a list each have a button or an item of their own."""
    few = cues.adds < _data()["thresholds"]["tiles"]
    if cues.products == 1 and cues.offers:
        return few or cues.heading != ""
    return cues.products <= 1 and cues.adds >= 1 and few and cues.prices >= 1 and cues.heading != ""


def _one_offer(cues: Cues) -> bool:
    """A service with its price, or the one thing that a button of the page buys, though no price is read."""
    return (cues.service and cues.prices >= 1) or (cues.adds == 1 and cues.tiles == 0 and cues.heading != "")


def _names_cart(page: Page, cues: Cues, vocabulary: Vocabulary) -> bool:
    """Whether address and heading or title name the cart, which has prices and a form as a product has."""
    segments = ["-".join(segment) for segment in slug_segments(route_of(page.url))]
    if not segments or "cart" not in _slug(segments[-1], vocabulary) or (cues.products == 1 and cues.offers):
        return False
    if len(segments) > 1 and segments[-2] in {**_data()["below"], **_data()["below_priced"]}:
        return False
    return any(vocabulary.has(label, "cart") for label in (cues.heading, *cues.titles))


def _many_goods(cues: Cues) -> bool:
    """Many priced things, each with a link of its own."""
    return max(cues.tiles, cues.products) >= int(_data()["thresholds"]["category"])


def _by_system(page: Page, cues: Cues) -> Stage:
    """What the address says where a shop system keeps its default addresses."""
    segments = ["-".join(segment) for segment in slug_segments(route_of(page.url))]
    if not segments:
        return Stage.OTHER
    data, last = _data(), segments[-1]
    if last in data["at"]:
        return Stage(data["at"][last])
    if last in data["at_form"] and _asks_who(page):
        return Stage(data["at_form"][last])
    before = segments[-2] if len(segments) > 1 else ""
    priced = cues.prices > 0 and cues.heading != "" and cues.title_heading
    return Stage(data["below"].get(before) or (data["below_priced"].get(before) if priced else None) or Stage.OTHER)


def _asks_who(page: Page) -> bool:
    """Whether a form of the content asks for an email address and more, and takes no message."""
    for form in page.forms:
        kinds = [field.kind for field in form.fields]
        if form.region is Region.MAIN and form.method == "post" and "email" in kinds and "textarea" not in kinds:
            return len(kinds) >= PERSONAL
    return False


def _by_words(page: Page, cues: Cues, vocabulary: Vocabulary) -> Stage:
    points: dict[str, int] = {}
    settled: set[str] = set()
    segments = slug_segments(route_of(page.url))
    *above, last = ["", *("-".join(segment) for segment in segments)]
    for concept in _slug(last, vocabulary):
        _add(points, concept, SLUG)
        settled.add(concept)
    for concept in vocabulary.slug_concepts("/".join(above), inside=False):
        if concept not in settled and _stage(concept) in _data()["deep"]:
            _add(points, concept, PART)
            settled.add(concept)
    for label in dict.fromkeys((cues.heading, *cues.titles)):
        # A page without an h1 may begin with the heading of a login box that waits unseen.
        sure = cues.title_heading or label in cues.titles
        for concept, weight in vocabulary.concepts(label):
            _add(points, concept, WHOLE if weight == 1.0 and sure else PART)
            if (weight == 1.0 and sure) or _agrees(concept, label, segments, vocabulary):
                settled.add(concept)
    return _winner(points, settled)


def _slug(segment: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if segment in _data()["ambiguous_slugs"]:
        return ()
    return vocabulary.slug_concepts(segment, inside=False)


def _add(points: dict[str, int], concept: str, worth: int) -> None:
    points[concept] = points.get(concept, 0) + worth


def _agrees(concept: str, label: str, segments: tuple[tuple[str, ...], ...], vocabulary: Vocabulary) -> bool:
    """Whether a word inside a short label also stands inside the short last segment of the address."""
    if not segments or len(segments[-1]) > SHORT or len(words(folded(label))) > SHORT + 1:
        return False
    return any(name == concept for name, _ in vocabulary.concepts(" ".join(segments[-1])))


def _winner(points: dict[str, int], settled: set[str]) -> Stage:
    order: list[str] = _data()["order"]
    totals: dict[str, int] = {}
    for concept in sorted(settled):
        stage = _stage(concept)
        if stage:
            totals[stage] = max(totals.get(stage, 0), points[concept])
    best = min(totals, key=lambda stage: (-totals[stage], order.index(stage)), default=Stage.OTHER)
    # Who signs in or registers within the checkout is on its first page.
    return Stage(Stage.CHECKOUT if best == Stage.ACCOUNT and Stage.CHECKOUT in totals else best)


def _stage(concept: str) -> str:
    return str(_data()["concepts"].get(concept, ""))


def _signs_in(page: Page, cues: Cues, vocabulary: Vocabulary) -> bool:
    """A password field in the content, on a page whose words speak of an account."""
    if not any(f.kind == "password" for form in page.forms if form.region is Region.MAIN for f in form.fields):
        return False
    slug = re.sub(r"[-_/]+", " ", route_of(page.url))
    heading = cues.heading if cues.title_heading else ""
    return any(vocabulary.has(label, "account") for label in (heading, *cues.titles, slug))


def _data() -> Any:
    return rule_data("stages.yaml")
