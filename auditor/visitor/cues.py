"""Cues: what a page shows of its purpose, read once: its words, its prices, its buttons, its structured data."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from auditor.model.page import Element, Page
from auditor.model.ruledata import rule_data
from auditor.model.terms import ElementKind, Region
from auditor.model.titles import title_parts
from auditor.model.vocabulary import Vocabulary

#: Longer texts are prose in which a price is mentioned, not a price.
PRICE_LENGTH = 40
#: A tile that is one link holds the name of a thing and its price.
TILE_LENGTH = 160
#: Structured data that is nested deeper is a catalogue, not the subject of the page.
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Cues:
    """`adds` counts add-to-cart controls in the content, `prices` texts that are a price, `types` schema.org types.

    `tiles` counts prices that each have a link of their own. `products` counts products that are told apart.
    `title_heading` says whether the heading is an h1, `service` whether a service is described with what it costs.
    """

    heading: str
    title_heading: bool
    titles: tuple[str, ...]
    prices: int
    adds: int
    tiles: int
    types: frozenset[str]
    products: int
    offers: bool
    service: bool = False


def cues_of(page: Page, vocabulary: Vocabulary) -> Cues:
    """The cues of a page. The title is cut at its separators, as the brand stands in one part of it."""
    types, products, offers, service = _structured(page.structured)
    goods = _Goods()
    for element in page.elements:
        if element.region is Region.MAIN:
            goods.see(element, vocabulary)
    heading, title_heading = _heading(page)
    forms = [form for form in page.forms if form.region is Region.MAIN]
    submits = sum("cart" in vocabulary.slug_concepts(_path(form.action), inside=False) for form in forms)
    return Cues(
        heading=heading,
        title_heading=title_heading,
        titles=title_parts(page.title),
        prices=goods.prices,
        adds=max(goods.adds, submits),
        tiles=goods.tiles,
        types=types,
        products=products,
        offers=offers,
        service=service,
    )


class _Goods:
    """Counts prices, tiles and add-to-cart buttons in document order."""

    def __init__(self) -> None:
        self.prices = self.adds = self.tiles = 0
        self._known: set[str] = set()
        self._fresh = False

    def see(self, element: Element, vocabulary: Vocabulary) -> None:
        if element.kind is ElementKind.LINK:
            self._fresh = self._fresh or element.href not in self._known
            self._known.add(element.href)
        elif element.kind is ElementKind.BUTTON:
            self.adds += _adds(element, vocabulary)
        limit = TILE_LENGTH if element.kind is ElementKind.LINK else PRICE_LENGTH
        if element.text and len(element.text) <= limit and _price().search(element.text):
            self.prices += 1
            self.tiles += self._fresh
            self._fresh = False


def _adds(button: Element, vocabulary: Vocabulary) -> bool:
    """Whether a button puts something into the cart: the word stands inside its label ("add to cart")."""
    meanings = dict(vocabulary.concepts(button.name))
    return 0 < meanings.get("cart", 0.0) < 1 or meanings.get("checkout", 0.0) == 1.0


def _heading(page: Page) -> tuple[str, bool]:
    """The first heading of the content and whether it is an h1; an h1 goes before all others."""
    headings = [element for element in page.elements if element.kind is ElementKind.HEADING]
    tops = [h for h in headings if h.selector.rsplit(" ", 1)[-1].startswith("h1")]
    content = [h for h in tops or headings if h.region is Region.MAIN]
    return next((h.text or h.name for h in content or tops), ""), bool(tops)


def _path(url: str) -> str:
    return re.sub(r"^[a-z]+://[^/]*", "", url)


@cache
def _price() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in rule_data("stages.yaml")["currency"])
    return re.compile(rf"(?:(?:{signs})\s?\d)|(?:\d\s?(?:{signs})(?!\w))|\d,-")


def _structured(texts: tuple[str, ...]) -> tuple[frozenset[str], int, bool, bool]:
    """Types, number of products, whether one has an offer, and whether a service has one.

    Of the items themselves and of lists in them.
    """
    types: set[str] = set()
    products: set[str] = set()
    offers = service = False
    for text in texts:
        try:
            items = [*_items(json.loads(text), 0)]
        except (ValueError, RecursionError):
            continue
        for item, depth in items:
            kinds = _types(item)
            if depth == 0:
                types |= kinds
                service = service or ("offers" in item and not kinds.isdisjoint(rule_data("stages.yaml")["services"]))
            if kinds & _products():
                products.add(str(item.get("sku") or item.get("url") or item.get("name") or f"nameless {len(products)}"))
                offers = offers or (depth == 0 and ("offers" in item or "hasVariant" in item))
    return frozenset(types), len(products), offers, service


def _items(data: Any, depth: int) -> Iterator[tuple[dict[str, Any], int]]:
    if isinstance(data, list):
        for entry in data:
            yield from _items(entry, depth)
    elif isinstance(data, dict) and depth <= _DEPTH:
        graph = data.get("@graph")
        if graph is not None:
            yield from _items(graph, depth)
        yield data, depth
        for key in ("mainEntity", "itemListElement", "item"):
            yield from _items(data.get(key), depth + 1)


def _types(item: dict[str, Any]) -> set[str]:
    given = item.get("@type", "")
    names = given if isinstance(given, list) else [given]
    return {str(name).rsplit("/", 1)[-1] for name in names if name}


@cache
def _products() -> frozenset[str]:
    return frozenset(rule_data("stages.yaml")["products"])
