"""Stages in the addresses and the markup of common shop programs, each in a few lines of our own words."""

import json

import pytest

from auditor.capture.html import parse_html
from auditor.model.terms import Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.stages import stage_of

HOME = "https://shop.test/"
WORDS = Vocabulary.load(("en", "de", "fr"))

HEADER = (
    '<header><a href="/">Wick & Wire</a><form action="/search" method=get><input type=search name=q></form>'
    '<a href="/account/login">Log in</a> <a href="/cart">Cart (0)</a></header>'
)
FOOTER = '<footer><a href="/help">Help</a> <a href="/terms">Terms</a></footer>'
NAMES = ("Blue lamp", "Red lamp", "Green lamp", "Tall lamp", "Small lamp")


def page_of(path: str, main: str, title: str, structured: object = None) -> Stage:
    data = "" if structured is None else f'<script type="application/ld+json">{json.dumps(structured)}</script>'
    html = f"<html lang=en><head><title>{title}</title>{data}</head><body>{HEADER}<main>{main}</main>{FOOTER}</body>"
    return stage_of(parse_html(html.encode(), url=f"{HOME}{path}", status=200), HOME, WORDS)


def tiles(button: str = "", count: int = 5, price: str = "£20.00") -> str:
    items = (
        f'<li><a href="/x-{n}"><img src=i alt=""><h3>{name}</h3></a><span class=price>{price}</span>{button}</li>'
        for n, name in enumerate(NAMES[:count])
    )
    return f"<ul>{''.join(items)}</ul>"


PRODUCT = {"@context": "https://schema.org", "@type": "Product", "name": "Blue lamp",
           "offers": {"@type": "Offer", "price": "20.00", "priceCurrency": "GBP"}}  # fmt: skip
CRUMBS = {"@context": "https://schema.org", "@type": "BreadcrumbList",
          "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Lamps"}]}  # fmt: skip
LIST = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [
    {"@type": "ListItem", "position": n, "url": f"https://shop.test/x-{n}"} for n in range(1, 7)]}  # fmt: skip
GOODS = {"@type": "ItemList", "itemListElement": [
    {"@type": "ListItem", "item": {"@type": "Product", "name": name, "url": name}} for name in NAMES]}  # fmt: skip
LAMP = "<h1>Blue lamp</h1><p>£20.00</p>"
RELATED = "<section><h2>You may also like</h2>" + tiles(count=4) + "</section>"
ADD = '<form action="/cart/add" method=post><input type=hidden name=id><button name=add>Add to cart</button></form>'
ROWS = (
    '<table><tr><td><a href="/x-1">Blue lamp</a></td><td>£20.00</td><td><input type=number name=q value=1></td></tr>'
    "</table><p>Subtotal £20.00</p>"
)
EMPTY = "<p>Nothing in here yet.</p><a href='/'>Go on shopping</a>"
LOGIN = (
    "<form method=post action='/account/login'><label>Email <input type=email name=e></label>"
    "<label>Password <input type=password name=p></label><button>Sign in</button></form>"
)
ADDRESS = (
    "<form method=post><label>Email <input type=email></label><label>First name <input></label>"
    "<label>Postcode <input></label><button>Continue to shipping</button></form>"
)


@pytest.mark.parametrize(
    ("path", "main", "title", "structured", "expected"),
    [
        # Shopify
        ("collections/lamps", "<h1>Lamps</h1>" + tiles(), "Lamps – Wick", None, Stage.CATEGORY),
        ("collections/all", "<h1>Products</h1>" + tiles(count=2), "Products – Wick", None, Stage.CATEGORY),
        ("products/blue-lamp", LAMP + ADD + RELATED, "Blue lamp – Wick", PRODUCT, Stage.PRODUCT),
        ("collections/lamps/products/blue-lamp", LAMP + ADD + RELATED, "Blue lamp – Wick", None, Stage.PRODUCT),
        ("products/blue-lamp", LAMP + "<button disabled>Sold out</button>", "Blue lamp", None, Stage.PRODUCT),
        ("cart", "<h1>Your cart</h1>" + ROWS + "<button>Check out</button>", "Your cart", None, Stage.CART),
        ("cart", "<h1>Your cart is empty</h1>" + EMPTY, "Your Shopping Cart – Wick", None, Stage.CART),
        ("checkouts/cn/Z2NwLWV1cm9wZS13ZXN0MTow", ADDRESS, "Checkout - Wick", None, Stage.CHECKOUT),
        ("account/login", "<h1>Login</h1>" + LOGIN, "Account – Wick", None, Stage.ACCOUNT),
        ("search?q=lamp", "<h1>Search results</h1>" + tiles(), "Search: 5 results found", None, Stage.SEARCH),
        ("pages/contact", "<h1>Contact</h1>", "Contact – Wick", None, Stage.CONTACT),
        ("policies/refund-policy", "<h1>Refund policy</h1>", "Refund policy – Wick", None, Stage.RETURNS),
        # WooCommerce
        ("product-category/lamps", "<h1>Lamps</h1>" + tiles("<a>Add to cart</a>"), "Lamps", None, Stage.CATEGORY),
        ("shop", "<h1>Shop</h1>" + tiles("<a>Add to cart</a>"), "Shop", CRUMBS, Stage.CATEGORY),
        ("product/blue-lamp", LAMP + ADD + RELATED, "Blue lamp", [CRUMBS, PRODUCT], Stage.PRODUCT),
        ("produkt/blaue-lampe", LAMP + "<button>In den Warenkorb</button>", "Blaue Lampe", None, Stage.PRODUCT),
        ("warenkorb", "<h1>Warenkorb</h1>" + ROWS, "Warenkorb", None, Stage.CART),
        ("kasse", "<h1>Kasse</h1>" + ADDRESS, "Kasse", None, Stage.CHECKOUT),
        ("my-account", "<h1>My account</h1>" + LOGIN, "My account", None, Stage.ACCOUNT),
        ("?post_type=product&s=lamp", "<h1>Search results: “lamp”</h1>" + tiles(), "Search", None, Stage.SEARCH),
        # Magento
        ("lamps.html", "<h1>Lamps</h1>" + tiles("<button>Add to Cart</button>"), "Lamps", None, Stage.CATEGORY),
        ("blue-lamp.html", LAMP + ADD + RELATED, "Blue lamp", PRODUCT, Stage.PRODUCT),
        ("checkout/cart", "<h1>Shopping Cart</h1>" + EMPTY, "Shopping Cart", None, Stage.CART),
        ("checkout", ADDRESS, "Checkout", None, Stage.CHECKOUT),
        ("customer/account/login", "<h1>Customer Login</h1>" + LOGIN, "Customer Login", None, Stage.ACCOUNT),
        ("customer/account/create", "<h1>New customer</h1>" + LOGIN, "Create New Account", None, Stage.ACCOUNT),
        ("catalogsearch/result?q=lamp", "<h1>Results</h1>" + tiles(), "Search results for 'lamp'", None, Stage.SEARCH),
        # PrestaShop
        ("12-lamps", "<h1>Lamps</h1>" + tiles(), "Lamps", [CRUMBS, LIST], Stage.CATEGORY),
        ("lamps/34-blue-lamp.html", LAMP + ADD + RELATED, "Blue lamp", [CRUMBS, PRODUCT], Stage.PRODUCT),
        ("cart?action=show", "<h1>Shopping Cart</h1>" + EMPTY, "Cart", None, Stage.CART),
        ("order", "<h1>Personal Information</h1>" + ADDRESS, "Order", None, Stage.CHECKOUT),
        ("commande", "<h1>Informations personnelles</h1>" + ADDRESS, "Commande", None, Stage.CHECKOUT),
        ("login?back=my-account", "<h1>Log in to your account</h1>" + LOGIN, "Login", None, Stage.ACCOUNT),
        ("search?controller=search&s=lamp", "<h1>Results</h1>" + tiles(), "Search", None, Stage.SEARCH),
        # Shopware
        ("Lamps/", "<h1>Lamps</h1>" + tiles("<button>Add to shopping cart</button>"), "Lamps", None, Stage.CATEGORY),
        ("Blue-lamp/SW10001", LAMP + "<button>Add to shopping cart</button>", "Blue lamp", None, Stage.PRODUCT),
        ("checkout/cart", "<h1>Shopping cart</h1>" + ROWS, "Shopping cart", None, Stage.CART),
        ("checkout/register", "<h1>Your details</h1>" + ADDRESS, "Register", None, Stage.CHECKOUT),
        ("checkout/confirm", "<h1>Complete order</h1>" + ROWS, "Complete order", None, Stage.CHECKOUT),
        ("account/login", LOGIN, "Login", None, Stage.ACCOUNT),
        ("search?search=lamp", "<h1>5 products found for “lamp”</h1>" + tiles(), "Search", None, Stage.SEARCH),
        # BigCommerce, OpenCart and others
        ("cart.php", "<h1>Your cart</h1>" + EMPTY, "Shopping cart", None, Stage.CART),
        ("login.php", "<h1>Sign in</h1>" + LOGIN, "Sign in", None, Stage.ACCOUNT),
        ("search.php?search_query=lamp", "<h1>5 results</h1>" + tiles(), "Search", None, Stage.SEARCH),
        ("index.php?route=checkout/cart", "<h1>Shopping Cart</h1>" + EMPTY, "Shopping Cart", None, Stage.CART),
        ("catalogue/category/lamps_1", "<h1>Lamps</h1>" + tiles("<button>Add to basket</button>"), "Lamps", None,
         Stage.CATEGORY),
        ("catalogue/blue-lamp_1", LAMP + '<form method=post action="/basket/add/1/"><button>Add</button></form>',
         "Blue lamp", None, Stage.PRODUCT),
        # structured data alone
        ("lamps", "<h1>Lamps</h1>" + tiles(count=3), "Lamps", {"@type": "CollectionPage"}, Stage.CATEGORY),
        ("lamps", "<h1>Lamps</h1>", "Lamps", GOODS, Stage.CATEGORY),
        ("lamps", "<h1>Lamps</h1>", "Lamps", {"@type": "CollectionPage", "mainEntity": LIST}, Stage.CATEGORY),
        ("x-1", LAMP + RELATED, "Blue lamp", PRODUCT, Stage.PRODUCT),
        # none of these
        ("products/bag", "<h1>Bag</h1><p>£20.00</p>" + ADD, "Bag", None, Stage.PRODUCT),
        ("products/lamps", "<h1>Lamps</h1><p>All kinds.</p>", "Lamps", None, Stage.OTHER),
        ("order", "<h1>Order</h1><form method=post><input type=email><input name=a><input name=b><textarea></textarea>"
         "</form>", "Order", None, Stage.OTHER),
        ("blog/lamps", "<h1>Lamps we like</h1>" + tiles(count=2), "Lamps we like", {"@type": "Article"}, Stage.OTHER),
        ("about", "<h1>About us</h1><p>We make lamps.</p>", "About us", CRUMBS, Stage.OTHER),
        ("stories", "<h1>Stories</h1>", "Stories", LIST, Stage.OTHER),
        ("blue-lamp/reviews/add", "<h1>Leave a product review</h1><p>£20.00</p><form method=post><textarea name=body>"
         "</textarea><button>Save review</button></form>", "Leave a product review", None, Stage.OTHER),
    ],
)  # fmt: skip
def test_pages_of_shop_programs(path: str, main: str, title: str, structured: object, expected: Stage) -> None:
    assert page_of(path, main, title, structured) is expected
