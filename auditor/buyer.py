"""The buyer: which product is put into the cart, and where the cart and the checkout are, as known of the site."""

from collections.abc import Mapping, Sequence
from itertools import islice
from urllib.parse import urlsplit

from auditor.capture.urls import canonical_url
from auditor.model.errand import Errand
from auditor.model.page import Page
from auditor.model.terms import ElementKind, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.visitor.buying import errand_to_add, errand_to_leave, holds

#: Products that are tried, as the first may be sold out, and addresses at which the cart is looked for.
MAX_PRODUCTS = 3
MAX_CARTS = 3


class SiteBuyer:
    """Answers from the `stages` of the committed pages, in order of their commitment."""

    def __init__(self, stages: Mapping[str, Stage], vocabulary: Vocabulary) -> None:
        self._stages = stages
        self._vocabulary = vocabulary

    def products(self) -> Sequence[str]:
        """The first product pages of the site."""
        return self._of(Stage.PRODUCT, MAX_PRODUCTS)

    def add(self, page: Page) -> Errand | None:
        """What puts the product of a rendered page into the cart."""
        return errand_to_add(page)

    def carts(self, page: Page) -> Sequence[str]:
        """The cart pages that are known, then what a rendered page calls so."""
        linked = (
            canonical_url(element.href)
            for element in page.elements
            if element.kind is ElementKind.LINK and element.href and self._says_cart(element.name, element.href)
        )
        known = dict.fromkeys((*self._of(Stage.CART, MAX_CARTS), *filter(None, linked)))
        return tuple(islice(known, MAX_CARTS))

    def holds(self, cart: Page, product: Page) -> bool:
        """Whether a rendered cart shows a product, and that it can be bought."""
        return holds(cart, product)

    def leave(self, cart: Page) -> Errand | None:
        """What leads from a rendered cart to the checkout."""
        return errand_to_leave(cart)

    def _of(self, stage: Stage, most: int) -> tuple[str, ...]:
        return tuple(islice((url for url, each in self._stages.items() if each is stage), most))

    def _says_cart(self, label: str, href: str) -> bool:
        last = urlsplit(href).path.rstrip("/").rpartition("/")[2]
        return "cart" in self._vocabulary.slug_concepts(last, inside=False) or self._vocabulary.has(label, "cart")
