"""What a page shows of its purpose."""

import json
from dataclasses import replace
from typing import Any

import pytest

from auditor.model.page import Form
from auditor.model.terms import ElementKind, Region
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.cues import Cues, cues_of

ENGLISH = Vocabulary.load(())
H = ElementKind.HEADING


def cues(site: Any, *elements: Any, **more: Any) -> Cues:
    return cues_of(site.made("page", elements, **more), ENGLISH)


@pytest.mark.parametrize(
    ("headings", "heading", "top"),
    [
        ([("h2", "Sale", Region.MAIN), ("h1", "Boots", Region.MAIN)], "Boots", True),
        ([("h1", "Shop", Region.HEADER), ("h1", "Boots", Region.MAIN)], "Boots", True),
        ([("h1", "Shop", Region.HEADER), ("h2", "Boots", Region.MAIN)], "Shop", True),
        ([("h3", "Menu", Region.NAV), ("h2", "Boots", Region.MAIN)], "Boots", False),
        ([("h2", "Menu", Region.NAV)], "", False),
        ([], "", False),
    ],
)
def test_the_heading_is_the_first_h1_of_the_content(
    site: Any, headings: list[tuple[str, str, Region]], heading: str, top: bool
) -> None:
    elements = [site.text(text, H, region, selector=f"main > {tag}:nth-of-type(1)") for tag, text, region in headings]
    found = cues(site, *elements)
    assert (found.heading, found.title_heading) == (heading, top)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Contact | Brand", ("Contact", "Brand")),
        ("Contact – Help · Brand", ("Contact", "Help", "Brand")),
        ("Brand: Contact", ("Brand", "Contact")),
        ("Boots»Brand", ("Boots", "Brand")),
        ("T-shirts 10:30", ("T-shirts 10:30",)),
        ("", ()),
    ],
)
def test_a_title_is_cut_at_its_separators_and_not_within_words(site: Any, title: str, parts: tuple[str, ...]) -> None:
    assert cues(site, title=title).titles == parts


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("€ 19.90", 1),
        ("19,90 €", 1),
        ("CHF 20", 1),
        ("20,-", 1),
        ("20 krona", 0),
        ("20 pairs", 0),
        ("Free delivery for all orders of more than 50 € in the country", 0),
    ],
)
def test_a_price_is_a_short_text_with_a_currency(site: Any, text: str, prices: int) -> None:
    assert cues(site, site.text(text)).prices == prices


def test_prices_outside_of_the_content_say_nothing_of_it(site: Any) -> None:
    assert cues(site, site.text("€ 19.90", region=Region.HEADER)).prices == 0


def test_a_tile_is_a_price_with_a_link_of_its_own(site: Any) -> None:
    boots = [site.link("Boots", "boots"), site.text("20 €")]
    hats = [site.link("Hats, now 15 €", "hats"), site.text("15 €")]
    again = [site.link("Boots once more", "boots"), site.text("20 €")]
    found = cues(site, *boots, *hats, *again)
    assert (found.prices, found.tiles) == (4, 2)


@pytest.mark.parametrize(("name", "adds"), [("Add to cart", 1), ("Cart", 0), ("Checkout", 1), ("Boots", 0)])
def test_a_button_that_puts_into_the_cart_is_no_button_to_the_cart(site: Any, name: str, adds: int) -> None:
    assert cues(site, site.button(name)).adds == adds


def test_a_form_that_sends_to_the_cart_adds_whatever_its_button_says(site: Any) -> None:
    form = Form("form", "https://shop.test/cart", "post", (), "Yes", "", Region.MAIN, 0)
    assert cues(site, forms=[form, form]).adds == 2
    assert cues(site, forms=[replace(form, region=Region.HEADER)]).adds == 0


PRODUCT = {"@type": "Product", "sku": "1"}


@pytest.mark.parametrize(
    ("data", "types", "products", "offers"),
    [
        ({"@type": "ContactPage"}, {"ContactPage"}, 0, False),
        ({"@type": ["https://schema.org/Product", "Vehicle"], "offers": {}}, {"Product", "Vehicle"}, 1, True),
        ({"@graph": [{"@type": "WebSite"}, PRODUCT]}, {"WebSite", "Product"}, 1, False),
        ([PRODUCT, PRODUCT, {**PRODUCT, "sku": "2"}], {"Product"}, 2, False),
        (
            {
                "@type": "ItemList",
                "itemListElement": [{"item": {**PRODUCT, "offers": {}}}, {"item": {"@type": "Book"}}],
            },
            {"ItemList"},
            2,
            False,
        ),
        ({"mainEntity": {"mainEntity": {"mainEntity": {"mainEntity": PRODUCT}}}}, set(), 0, False),
        ({"@type": None, "item": "text"}, set(), 0, False),
    ],
)
def test_structured_data_tells_types_of_the_page_and_counts_products_of_its_lists(
    site: Any, data: Any, types: set[str], products: int, offers: bool
) -> None:
    found = cues(site, structured=(json.dumps(data),))
    assert (found.types, found.products, found.offers) == (types, products, offers)


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, '{"@graph":' * 5_000 + "1" + "}" * 5_000])
def test_structured_data_that_cannot_be_read_is_passed_over(site: Any, broken: str) -> None:
    found = cues(site, structured=(broken, json.dumps(PRODUCT)))
    assert (found.types, found.products) == ({"Product"}, 1)
