"""Errands: the few things that are done on a shop only because its owner allows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from auditor.model.guide import Press
from auditor.model.page import Page


@dataclass(frozen=True, slots=True)
class Errand:
    """One control that may send something, and the choices that have to be made on its page before.

    `does` is what its label must say: `add` puts a product into the cart, `leave` leads from there to the checkout.
    `href` is where a link leads, "" for a button.
    """

    does: Literal["add", "leave"]
    press: Press
    choices: tuple[Press, ...] = ()
    href: str = ""


class Buyer(Protocol):
    """What is asked of the site when a product is to be put into the cart."""

    def products(self) -> Sequence[str]:
        """The URLs of pages of one product each, in the order in which they are tried."""

    def add(self, page: Page) -> Errand | None:
        """What puts the product of a rendered page into the cart, None when nothing does."""

    def carts(self, page: Page) -> Sequence[str]:
        """The URLs where the cart may stand, best first, as known from the site and from a rendered page."""

    def holds(self, cart: Page, product: Page) -> bool:
        """Whether a rendered cart shows a product, and that it can be bought."""

    def leave(self, cart: Page) -> Errand | None:
        """What leads from a rendered cart to the checkout, None when nothing does."""
