"""The content of the demo shop, read once from `shop.yaml` into typed values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT_FILE = Path(__file__).parent / "shop.yaml"


@dataclass(frozen=True, slots=True)
class Brand:
    """Who sells."""

    name: str
    claim: str
    company: str
    street: str
    town: str
    postcode: str
    registered: str
    founded: int


@dataclass(frozen=True, slots=True)
class ContactData:
    """Every address and number that any page of either version may show."""

    phone: str
    phone_link: str
    phone_price: str
    hours_open: str
    hours_hidden: str
    email: str
    data_protection: str
    no_reply: str
    whatsapp_link: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile on a social network."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Category:
    """A shelf of the shop."""

    slug: str
    name: str
    title: str
    text: str

    @property
    def path(self) -> str:
        return f"/shop/{self.slug}"


@dataclass(frozen=True, slots=True)
class Product:
    """A thing for sale; `price` in pounds, VAT included."""

    slug: str
    category: str
    name: str
    maker: str
    price: float
    colour: str
    stock: str
    badge: str
    text: str
    facts: tuple[tuple[str, str], ...]

    @property
    def path(self) -> str:
        return f"/product/{self.slug}"

    @property
    def picture(self) -> str:
        return f"/static/pictures/{self.slug}.svg"


@dataclass(frozen=True, slots=True)
class Review:
    """What a customer said."""

    name: str
    town: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A piece in the journal."""

    slug: str
    title: str
    lead: str
    kind: str
    body: tuple[str, ...]

    @property
    def path(self) -> str:
        return f"/journal/{self.slug}"


@dataclass(frozen=True, slots=True)
class Store:
    """A shop to walk into."""

    town: str
    street: str
    postcode: str
    hours: str
    note: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the FAQ."""

    group: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A contact topic of the version `hidden`; `way` says what stands behind it: phone, form or bot."""

    slug: str
    group: str
    label: str
    way: str
    title: str
    text: str

    @property
    def path(self) -> str:
        return f"/contact/{self.slug}"


@dataclass(frozen=True, slots=True)
class LegalText:
    """A legal page: pairs of heading and paragraph."""

    slug: str
    title: str
    sections: tuple[tuple[str, str], ...]

    @property
    def path(self) -> str:
        return f"/legal/{self.slug}"


@dataclass(frozen=True, slots=True)
class Shop:
    """All that the templates may show."""

    brand: Brand
    contact: ContactData
    social: tuple[Profile, ...]
    categories: tuple[Category, ...]
    products: tuple[Product, ...]
    reviews: tuple[Review, ...]
    articles: tuple[Article, ...]
    stores: tuple[Store, ...]
    questions: tuple[Question, ...]
    topics: tuple[Topic, ...]
    quick_topics: tuple[str, ...]
    form_topics: tuple[str, ...]
    searches: tuple[str, ...]
    legal: tuple[LegalText, ...]

    def products_in(self, category: str) -> tuple[Product, ...]:
        """The products of a category, in the order of the file."""
        return tuple(product for product in self.products if product.category == category)

    def product(self, slug: str) -> Product | None:
        """The product of that slug, or none."""
        return next((product for product in self.products if product.slug == slug), None)


@cache
def shop() -> Shop:
    """The content of the bundled file."""
    raw: Mapping[str, Any] = yaml.safe_load(CONTENT_FILE.read_text(encoding="utf-8"))
    return Shop(
        brand=Brand(**raw["brand"]),
        contact=ContactData(**raw["contact"]),
        social=tuple(Profile(**item) for item in raw["social"]),
        categories=tuple(Category(**item) for item in raw["categories"]),
        products=tuple(Product(**{**item, "facts": _pairs(item["facts"])}) for item in raw["products"]),
        reviews=tuple(Review(**item) for item in raw["reviews"]),
        articles=tuple(Article(**{**item, "body": tuple(item["body"])}) for item in raw["articles"]),
        stores=tuple(Store(**item) for item in raw["stores"]),
        questions=tuple(Question(**item) for item in raw["questions"]),
        topics=tuple(Topic(**item) for item in raw["topics"]),
        quick_topics=tuple(raw["quick_topics"]),
        form_topics=tuple(raw["form_topics"]),
        searches=tuple(raw["searches"]),
        legal=tuple(LegalText(slug, text["title"], _pairs(text["sections"])) for slug, text in raw["legal"].items()),
    )


def _pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(left), str(right)) for left, right in rows)
