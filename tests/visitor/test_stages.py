"""Stages of pages in several languages; a wrong stage is worse than OTHER."""

import json
from typing import Any

import pytest

from auditor.model.guide import PROBE_PATH
from auditor.model.page import Field, Form
from auditor.model.terms import ElementKind, Region, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.stages import Told, stage_of, stage_of_address, stage_told

WORDS = Vocabulary.load(("de", "fr", "sv", "tr", "ja"))
HOME = "https://shop.test/"
OFFER = {"@type": "Product", "name": "Lamp", "offers": {"@type": "Offer", "price": "20"}}


def stage(page: Any) -> Stage:
    return stage_of(page, HOME, WORDS)


@pytest.mark.parametrize(
    ("path", "title", "expected"),
    [
        ("", "Shop", Stage.HOME),
        ("cart", "", Stage.CART),
        ("warenkorb.html", "", Stage.CART),
        ("checkout/cart", "", Stage.CART),
        ("checkout/payment", "", Stage.CHECKOUT),
        ("kasse", "", Stage.CHECKOUT),
        ("mein-konto", "", Stage.ACCOUNT),
        ("account/orders", "", Stage.ACCOUNT),
        ("page/17", "Sendungsverfolgung | Shop", Stage.ORDER_TRACKING),
        ("track-my-order", "", Stage.ORDER_TRACKING),
        ("retours", "", Stage.RETURNS),
        ("rueckgabe", "", Stage.RETURNS),
        ("impressum", "", Stage.LEGAL),
        ("conditions", "Terms and conditions - Shop", Stage.LEGAL),
        ("kontakta-oss", "", Stage.CONTACT),
        ("page/9", "İletişim | Shop", Stage.CONTACT),
        ("p9", "お問い合わせ | Shop", Stage.CONTACT),
        ("help/delivery/how-long", "", Stage.HELP),
        ("faq", "", Stage.HELP),
        ("kundenservice", "", Stage.HELP),
        ("store-finder", "", Stage.STORE_LOCATOR),
        ("search?q=lamp", "", Stage.SEARCH),
        ("?s=lamp", "", Stage.SEARCH),
        ("collections/lamps", "", Stage.CATEGORY),
        ("produkt/lampe", "", Stage.PRODUCT),
        ("contact-lenses", "Contact lenses", Stage.OTHER),
        ("blog/how-to-contact-your-inner-self", "How to contact your inner self", Stage.OTHER),
        ("company", "", Stage.OTHER),
        ("service", "", Stage.OTHER),
        ("lamps", "Lamps", Stage.OTHER),
        ("lamps?sort=price", "Lamps", Stage.OTHER),
    ],
)
def test_the_words_of_a_page_tell_its_stage(site: Any, path: str, title: str, expected: Stage) -> None:
    assert stage(site.made(path, title=title)) is expected


def test_a_missing_page_is_one_whatever_its_words(site: Any) -> None:
    assert stage(site.made("contact", status=404)) is Stage.NOT_FOUND
    assert stage(site.made("contact", status=503)) is Stage.OTHER


def test_a_heading_tells_only_when_it_is_an_h1(site: Any) -> None:
    heading = {"kind": ElementKind.HEADING, "region": Region.MAIN}
    assert stage(site.made("p7", [site.text("Your basket", selector="h1", **heading)])) is Stage.OTHER
    assert stage(site.made("p7", [site.text("Basket", selector="main > h1", **heading)])) is Stage.CART
    # A login box that waits on every page.
    assert stage(site.made("p7", [site.text("Sign in", selector="div > h2", **heading)])) is Stage.OTHER


def test_a_price_with_one_button_to_buy_is_a_product(site: Any) -> None:
    heading = site.text("Lamp", kind=ElementKind.HEADING, selector="main > h1")
    elements = [heading, site.text("€ 20"), site.button("In den Warenkorb")]
    assert stage(site.made("lamp-17", elements)) is Stage.PRODUCT
    assert stage(site.made("lamp-17", elements[:2])) is Stage.OTHER


def test_structured_data_of_one_offer_is_a_product(site: Any) -> None:
    heading = site.text("Help lamp", kind=ElementKind.HEADING, selector="main > h1")
    assert stage(site.made("help", [heading], structured=(json.dumps(OFFER),))) is Stage.PRODUCT


def test_many_priced_links_are_a_category(site: Any) -> None:
    tiles = [part for n in range(4) for part in (site.link(f"Lamp {n}", f"lamp-{n}"), site.text(f"{n}0 €"))]
    assert stage(site.made("lamps", tiles)) is Stage.CATEGORY
    assert stage(site.made("lamps", tiles[:6])) is Stage.OTHER


def test_a_table_of_prices_is_no_category(site: Any) -> None:
    rows = [site.text(f"{price} €") for price in range(5, 12)]
    assert stage(site.made("shipping-costs", [site.link("Back", "back"), *rows])) is Stage.OTHER


def test_an_article_is_reading_matter(site: Any) -> None:
    article = json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "BlogPosting"}]})
    assert stage(site.made("blog/returns", title="Returns", structured=(article,))) is Stage.OTHER


def test_broken_structured_data_is_passed_over(site: Any) -> None:
    assert stage(site.made("contact", structured=("{", "[1, 2]", '{"@type": null}'))) is Stage.CONTACT


def test_a_password_field_tells_an_account_only_with_its_words(site: Any) -> None:
    field = Field("password", "pw", "Password")
    form = Form("form", f"{HOME}x", "post", (field,), "Go", "", Region.MAIN, 0)
    assert stage(site.made("enter", title="Shop: Login for customers", forms=[form])) is Stage.ACCOUNT
    assert stage(site.made("enter", title="Shop", forms=[form])) is Stage.OTHER


def test_a_search_at_any_address_is_told_by_the_form_that_leads_there(site: Any) -> None:
    form = Form("form", f"{HOME}find-it", "get", (Field("text", "q", "Find"),), "Go", "", Region.HEADER, 0)
    assert stage(site.made("find-it?q=lamp", forms=[form])) is Stage.SEARCH
    assert stage(site.made("find-it?q=lamp")) is Stage.OTHER


@pytest.mark.parametrize(
    ("path", "expected"),
    [("#/contact", Stage.CONTACT), ("#!/warenkorb", Stage.CART), ("#top", Stage.HOME), ("app#/kasse", Stage.CHECKOUT)],
)
def test_a_client_side_route_is_a_page_of_its_own(site: Any, path: str, expected: Stage) -> None:
    assert stage(site.made(path)) is expected


@pytest.mark.parametrize(
    ("item", "price", "expected"),
    [
        ({"@type": "Service", "name": "Session", "offers": {"price": "90"}}, "90 €", Stage.PRODUCT),
        ({"@type": "Service", "name": "Session", "offers": {"price": "90"}}, "", Stage.OTHER),
        ({"@type": "Service", "name": "Session"}, "90 €", Stage.OTHER),
    ],
)
def test_a_service_with_its_price_is_a_product(site: Any, item: Any, price: str, expected: Stage) -> None:
    elements = [site.text("Breathing", ElementKind.HEADING), *([site.text(price)] if price else [])]
    assert stage(site.made("sessions", elements, structured=(json.dumps(item),))) is expected
    # What the page is called goes before what is sold beside it.
    assert stage(site.made("contact-us", elements, structured=(json.dumps(item),))) is Stage.CONTACT


@pytest.mark.parametrize(("buttons", "expected"), [(1, Stage.PRODUCT), (2, Stage.OTHER), (0, Stage.OTHER)])
def test_the_one_thing_that_a_button_buys_is_a_product(site: Any, buttons: int, expected: Stage) -> None:
    adds = [site.button("Add to cart", selector=f"button.{number}") for number in range(buttons)]
    assert stage(site.made("charger", [site.text("Charger", ElementKind.HEADING), *adds])) is expected


@pytest.mark.parametrize(
    ("path", "final", "expected"),
    [
        ("search?q=contact", "contact", Stage.CONTACT),
        ("search?q=lamp", "search?q=lamp", Stage.SEARCH),
        (PROBE_PATH.lstrip("/"), PROBE_PATH.lstrip("/"), Stage.NOT_FOUND),
        (PROBE_PATH.lstrip("/"), "404", Stage.NOT_FOUND),
        (PROBE_PATH.lstrip("/"), "cart", Stage.CART),
    ],
)
def test_a_page_to_which_an_address_leads_on_is_what_it_is_there(
    site: Any, path: str, final: str, expected: Stage
) -> None:
    assert stage(site.made(path, final_url=site.url(final))) is expected


def test_the_evidence_of_a_stage_is_told_in_few_words(site: Any) -> None:
    heading = site.text("Lamp", kind=ElementKind.HEADING, selector="main > h1")
    bought = [heading, site.text("€ 20"), site.button("In den Warenkorb")]
    told = [
        stage_told(site.made("x", status=404), HOME, WORDS),
        stage_told(site.made("search?q=lamp"), HOME, WORDS),
        stage_told(site.made("lamp", [heading], structured=(json.dumps(OFFER),)), HOME, WORDS),
        stage_told(site.made("lamp", bought), HOME, WORDS),
        stage_told(site.made("faq"), HOME, WORDS),
        stage_told(site.made("collections/lamps"), HOME, WORDS),
        stage_told(site.made("lamps"), HOME, WORDS),
    ]
    assert told == [
        Told(Stage.NOT_FOUND, "status 404"),
        Told(Stage.SEARCH, "what was searched for stands in its address"),
        Told(Stage.PRODUCT, "structured data"),
        Told(Stage.PRODUCT, "one price and a way to buy"),
        Told(Stage.HELP, "words of its address, title or heading"),
        Told(Stage.CATEGORY, "an address as shop programs have it"),
        Told(Stage.OTHER, ""),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("checkout", Stage.CHECKOUT), ("en/checkout/", Stage.CHECKOUT), ("warenkorb", Stage.CART), ("", Stage.OTHER),
     ("checkout/thanks", Stage.OTHER), ("service", Stage.OTHER)],
)  # fmt: skip
def test_an_address_alone_names_a_stage_by_its_last_part(path: str, expected: Stage) -> None:
    assert stage_of_address(f"{HOME}{path}", WORDS) is expected
