"""Where products, cart and checkout are, as known of a site."""

from auditor.buyer import SiteBuyer
from auditor.capture.html import parse_html
from auditor.model.terms import Stage
from auditor.model.vocabulary import Vocabulary
from tests.captures import ORIGIN, page

WORDS = Vocabulary.load(("en",))


def test_the_first_products_are_tried_in_their_order() -> None:
    stages = {f"{ORIGIN}/p{n}": Stage.PRODUCT for n in (3, 1, 2, 4)}
    assert tuple(SiteBuyer(stages, WORDS).products()) == tuple(f"{ORIGIN}/p{n}" for n in (3, 1, 2))


def test_a_known_cart_goes_before_what_a_page_calls_so() -> None:
    html = page('<a href="/my-basket?x=1">Basket</a> <a href="/shop/cart">3</a> <a href="/lamps">Lamps</a>')
    seen = parse_html(html.encode(), url=f"{ORIGIN}/lamp", status=200)
    buyer = SiteBuyer({f"{ORIGIN}/": Stage.HOME, f"{ORIGIN}/bag": Stage.CART}, WORDS)
    assert tuple(buyer.carts(seen)) == (f"{ORIGIN}/bag", f"{ORIGIN}/my-basket?x=1", f"{ORIGIN}/shop/cart")
