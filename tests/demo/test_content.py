"""The content of the demo shop hangs together: what one part names stands in another."""

from collections import Counter
from dataclasses import FrozenInstanceError
from itertools import groupby
from typing import Any

import pytest

from auditor.demo.assets import asset
from auditor.demo.content import shop

SHOP = shop()
SHELVES: dict[str, tuple[Any, ...]] = {
    "categories": SHOP.categories,
    "products": SHOP.products,
    "articles": SHOP.articles,
    "topics": SHOP.topics,
    "legal": SHOP.legal,
}


@pytest.mark.parametrize("things", SHELVES.values(), ids=SHELVES.keys())
def test_things_have_paths_of_their_own_that_a_url_can_hold(things: tuple[Any, ...]) -> None:
    counts = Counter(thing.path for thing in things)
    assert things
    assert max(counts.values()) == 1
    assert all(set(path) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/") for path in counts)


def test_every_product_lies_on_a_shelf_and_no_shelf_is_empty() -> None:
    assert {product.category for product in SHOP.products} == {category.slug for category in SHOP.categories}
    assert sum(len(SHOP.products_in(category.slug)) for category in SHOP.categories) == len(SHOP.products)


@pytest.mark.parametrize("product", SHOP.products, ids=lambda product: product.slug)
def test_a_product_can_be_shown_and_sold(product: Any) -> None:
    assert asset(product.picture) is not None
    assert 0 < product.price < 1_000
    assert product.facts
    assert all(name and fact for name, fact in product.facts)
    assert SHOP.product(product.slug) is product


@pytest.mark.parametrize("slug", ["", "no-such-thing", "../etc", "SKERRY-MUG"])
def test_what_is_not_sold_is_not_found(slug: str) -> None:
    assert SHOP.product(slug) is None
    assert SHOP.products_in(slug) == ()


def test_products_stand_in_the_order_of_the_file() -> None:
    (first, *_) = SHOP.categories
    found = SHOP.products_in(first.slug)
    assert list(found) == sorted(found, key=SHOP.products.index)


def test_questions_of_a_group_stand_together() -> None:
    groups = [name for name, _ in groupby(SHOP.questions, key=lambda question: question.group)]
    assert len(groups) == len(set(groups))


def test_a_topic_ends_at_something_and_the_quick_ones_are_topics() -> None:
    assert {topic.way for topic in SHOP.topics} == {"phone", "form", "bot"}
    assert len(set(SHOP.quick_topics)) == len(SHOP.quick_topics) > 0


def test_a_search_that_is_offered_is_one_that_people_make() -> None:
    assert all(words == words.strip() and words for words in SHOP.searches)


def test_content_is_read_once_and_cannot_be_changed() -> None:
    assert shop() is SHOP
    with pytest.raises(FrozenInstanceError):
        SHOP.brand.name = "Other"  # type: ignore[misc]
