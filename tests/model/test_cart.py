"""The words by which a cart is filled and left."""

import pytest

from auditor.model.cart import adds_to_cart, is_left_alone, is_sold_out, is_unchosen, leads_on


@pytest.mark.parametrize(
    "label",
    ["Add to cart", "ADD TO BAG – £20", "In den Warenkorb", "In den Warenkorb legen", "Ajouter au panier", "Do košíku",
     "Aggiungi al carrello", "Lägg i varukorgen", "カートに入れる", "加入购物车", "В корзину"],
)  # fmt: skip
def test_labels_that_fill_a_cart(label: str) -> None:
    assert adds_to_cart(label)


@pytest.mark.parametrize(
    "label",
    ["", "Cart", "View cart", "Buy now", "Jetzt kaufen", "Add to wishlist", "Add to cart and pay with PayPal",
     "Buy", "Contact us", "What happens when I add to cart a thing that is sold out by then?"],
)  # fmt: skip
def test_labels_that_do_not_or_that_do_more(label: str) -> None:
    assert not adds_to_cart(label)


def test_a_bare_word_counts_only_where_the_markup_says_the_rest() -> None:
    assert adds_to_cart("Koupit", told=True)
    assert not adds_to_cart("Koupit")
    assert not adds_to_cart("Buy now", told=True)


@pytest.mark.parametrize(
    ("label", "leads"),
    [("Proceed to checkout", True), ("Zur Kasse", True), ("Valider mon panier", True), ("Check out", True),
     ("Pay now", False), ("Place order", False), ("Zahlungspflichtig bestellen", False),
     ("Check out with PayPal", False), ("Continue shopping", False), ("", False)],
)  # fmt: skip
def test_labels_that_lead_to_the_checkout_and_not_to_a_payment(label: str, leads: bool) -> None:
    assert leads_on(label) is leads


def test_choices() -> None:
    assert is_unchosen("Choose an option")
    assert is_unchosen("Bitte wählen")
    assert is_unchosen("--")
    assert not is_unchosen("Blue")
    assert is_sold_out("M – ausverkauft")
    assert not is_sold_out("M")
    assert is_left_alone("Subscribe and save: deliver every month")
    assert is_left_alone("Menge")
    assert not is_left_alone("Colour")
