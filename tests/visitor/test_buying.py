"""Which control fills the cart, what is chosen before, and what leads on, in the markup of common shop programs."""

import pytest

from auditor.capture.layout import parse_snapshot
from auditor.model.page import Page
from auditor.model.terms import Device
from auditor.visitor.buying import errand_to_add, errand_to_leave, holds
from tests.captures import ORIGIN, laid_out, page

LAMP = "<h1>Blue lamp</h1><p>£20.00</p>"


def shown(body: str, path: str = "/lamp") -> Page:
    html = page(f"<main>{body}</main>")
    return parse_snapshot(laid_out(html, Device.DESKTOP), url=f"{ORIGIN}{path}", device=Device.DESKTOP)


@pytest.mark.parametrize(
    ("markup", "pressed"),
    [
        pytest.param(
            '<form method=post action="/cart/add"><input name=id type=hidden><button name=add>Add to cart</button>'
            '</form><div class="shopify-payment-button"><button>Buy it now</button></div>',
            "Add to cart",
            id="Shopify",
        ),
        pytest.param(
            '<form class=cart method=post action="/product/lamp/"><input type=number name=quantity value=1>'
            '<button name=add-to-cart class="single_add_to_cart_button">In den Warenkorb</button></form>',
            "In den Warenkorb",
            id="WooCommerce",
        ),
        pytest.param(
            '<form method=post action="/checkout/cart/add/product/7/"><button id=product-addtocart-button '
            'title="Ajouter au panier"><span>Ajouter au panier</span></button></form>',
            "Ajouter au panier",
            id="Magento",
        ),
        pytest.param(
            '<form method=post action="/carrello"><button class="btn add-to-cart" data-button-action=add-to-cart>'
            "Aggiungi al carrello</button></form>",
            "Aggiungi al carrello",
            id="PrestaShop",
        ),
        pytest.param(
            '<form method=post action="/checkout/line-item/add"><button class="btn btn-buy">Koupit</button></form>',
            "Koupit",
            id="Shopware, with a bare word",
        ),
        pytest.param('<button type=button class="js-add">Add to bag</button>', "Add to bag", id="a script"),
        pytest.param('<a href="/lamp?add-to-cart=7">Add to basket</a>', "Add to basket", id="a link"),
    ],
)
def test_the_control_that_fills_the_cart(markup: str, pressed: str) -> None:
    errand = errand_to_add(shown(LAMP + markup))
    assert errand is not None
    assert (errand.does, errand.press.name, errand.choices) == ("add", pressed, ())


@pytest.mark.parametrize(
    "markup",
    [
        '<form method=post action="/cart/add"><button>Buy it now</button></form>',
        '<form method=post action="/newsletter"><button>Subscribe</button></form>',
        "<button>Buy</button>",
        '<button hidden>Add to cart</button><a href="/cart">View cart</a>',
        '<form method=post action="/wishlist/add"><button>Add to wish list</button></form>',
    ],
)
def test_what_buys_at_once_or_does_something_else_is_none(markup: str) -> None:
    assert errand_to_add(shown(LAMP + markup)) is None


def test_the_form_of_the_product_goes_before_a_tile_below_it() -> None:
    tile = '<div><a href="/x">Red lamp</a><button type=button>Add to cart</button></div>'
    form = '<form id=buy method=post action="/cart/add"><button>Add to cart</button></form>'
    errand = errand_to_add(shown(LAMP + tile + form))
    assert errand is not None
    assert "buy" in errand.press.selector


def chosen(fields: str) -> list[tuple[str, str]]:
    form = f'<form method=post action="/cart/add">{fields}<button>Add to cart</button></form>'
    errand = errand_to_add(shown(LAMP + form))
    assert errand is not None
    return [(choice.selector.rsplit(" ", 1)[1], choice.name) for choice in errand.choices]


def test_a_list_in_which_nothing_is_chosen_gets_its_first_choice_that_can_be_had() -> None:
    options = "<option value=''>Choose a size</option><option>S – sold out</option><option>M</option><option>L</option>"
    assert chosen(f"<select name=size>{options}</select>") == [('select[name="size"]', "M")]


def test_lists_with_a_choice_are_left_and_so_is_the_number_of_pieces() -> None:
    assert chosen("<select name=size><option>S</option><option>M</option></select>") == []
    assert chosen("<select name=quantity><option>-</option><option>1</option></select>") == []


def test_of_radio_buttons_the_first_that_can_be_had() -> None:
    radios = "".join(f"<label><input type=radio name=size value={n}> {n}</label>" for n in ("S sold out", "M", "L"))
    assert chosen(radios) == [('input[name="size"]', "M")]


def test_how_often_it_comes_is_left_as_it_is() -> None:
    radios = "".join(f"<label><input type=radio name=plan> {n}</label>" for n in ("One-time", "Subscribe and save"))
    assert chosen(radios) == []


@pytest.mark.parametrize(
    ("markup", "href"),
    [
        ('<a href="/checkout">Proceed to checkout</a>', f"{ORIGIN}/checkout"),
        ('<button>Check out</button><a href="/checkout">Checkout</a>', f"{ORIGIN}/checkout"),
        ("<form method=post action=/cart><button name=checkout>Check out</button></form>", ""),
    ],
)
def test_what_leads_on_is_a_link_before_a_button(markup: str, href: str) -> None:
    errand = errand_to_leave(shown(markup, "/cart"))
    assert errand is not None
    assert (errand.does, errand.href) == ("leave", href)


def test_a_payment_or_an_order_does_not_lead_on() -> None:
    assert errand_to_leave(shown("<button>Pay now</button><button>Place order</button>", "/cart")) is None


@pytest.mark.parametrize(
    ("cart", "held"),
    [
        ('<p>Blue lamp</p><a href="/checkout">Checkout</a>', True),
        ('<a href="/lamp"><img src=x alt=""></a><a href="/checkout">Checkout</a>', True),
        ("<form method=post><p>Blue lamp</p><input type=number name=q></form>", True),
        ('<p>Your cart is empty.</p><a href="/checkout">Checkout</a>', False),
        ("<p>Your cart is empty.</p><h2>Seen lately</h2><p>Blue lamp</p>", False),
    ],
)
def test_a_cart_holds_what_it_names_and_lets_buy(cart: str, held: bool) -> None:
    assert holds(shown(cart, "/cart"), shown(LAMP)) is held
