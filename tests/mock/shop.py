"""A shop of as many pages as asked for, the same for the same seed, and a server that stumbles over some of them."""

import functools
import random
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tests.mock.exchange import Exchange, behaviour

PRODUCTS_OF_A_CATEGORY: Final = 24
PHONE: Final = "030 12345678"
EMAIL: Final = "service@hundred-things.test"
ADJECTIVES: Final = "plain warm light folding tall quiet sturdy narrow round linen oak green"
NOUNS: Final = "lamp chair kettle blanket shelf basket mirror table clock vase rug stool"
WORDS: Final = (
    "made from with solid light for every room the a by hand and easy to clean lasts years fits small homes "
    "colour size weight care wood wool steel glass ready in minutes comes two parts keeps its shape"
)


def generated_shop(pages: int = 1_000, seed: int = 7, paragraphs: int = 6) -> dict[str, str]:
    """HTML by path: a home page, a contact page, categories of at most 24 products, and products; `pages` in all."""
    chance = random.Random(seed)
    categories = -(-(pages - 2) // (PRODUCTS_OF_A_CATEGORY + 1))
    products = pages - 2 - categories
    names = [_name(chance, number) for number in range(products)]
    shelves = [range(number, products, categories) for number in range(categories)]
    site = {
        "/": _page("Hundred Things", f"<h1>Hundred Things</h1>{_text(chance, 2)}", categories),
        "/contact": _page("Contact", _contact(), categories),
    }
    for number, shelf in enumerate(shelves):
        tiles = "".join(f'<li><a href="/product/{product}">{names[product]}</a></li>' for product in shelf)
        site[f"/category/{number}"] = _page(f"Category {number}", f"<ul class=tiles>{tiles}</ul>", categories)
        for product in shelf:
            also = "".join(
                f'<a href="/product/{other}">{names[other]}</a> ' for other in chance.sample(shelf, min(3, len(shelf)))
            )
            price = f"<p class=price>{chance.randint(5, 400)}.00 €</p><button>Add to basket</button>"
            body = f"<h1>{names[product]}</h1>{price}{_text(chance, paragraphs)}<aside>{also}</aside>"
            site[f"/product/{product}"] = _page(names[product], body, categories)
    return site


def _name(chance: random.Random, number: int) -> str:
    return f"{chance.choice(ADJECTIVES.split())} {chance.choice(NOUNS.split())} {number}".title()


def _text(chance: random.Random, paragraphs: int) -> str:
    words = WORDS.split()
    return "".join(f"<p>{' '.join(chance.choices(words, k=60)).capitalize()}.</p>" for _ in range(paragraphs))


def _contact() -> str:
    return (
        f'<h1>Contact</h1><p>Call us: <a href="tel:+493012345678">{PHONE}</a>, Monday to Friday, 9 to 17.</p>'
        f'<p>Write to us: <a href="mailto:{EMAIL}">{EMAIL}</a></p>'
    )


def _page(title: str, body: str, categories: int) -> str:
    menu = "".join(f'<li><a href="/category/{number}">Category {number}</a></li>' for number in range(categories))
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body>"
        f'<header><a href="/">Hundred Things</a><nav><ul>{menu}</ul></nav></header><main>{body}</main>'
        '<footer><a href="/contact">Contact</a> <span>© Hundred Things</span></footer></body></html>'
    )


@dataclass(slots=True)
class Stumbling:
    """Answers of a site after a delay and with 503s, both drawn from the seed and the path.

    A chosen path fails `failures` times and then answers (None: it always fails). One instance serves one run,
    since it counts.
    """

    site: Mapping[str, str]
    share: float = 0.05
    longest_delay: float = 0.05
    failures: int | None = 1
    seed: int = 7
    _tries: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def stumbles(self, path: str) -> bool:
        """Whether this path is one of those that fail."""
        return path != "/" and random.Random(f"503 {self.seed} {path}").random() < self.share

    def __call__(self, exchange: Exchange) -> None:
        exchange.pause(random.Random(f"delay {self.seed} {exchange.path}").uniform(0, self.longest_delay))
        with self._lock:
            self._tries[exchange.path] += 1
            tries = self._tries[exchange.path]
        if self.stumbles(exchange.path) and (self.failures is None or tries <= self.failures):
            exchange.page("Busy", "<h1>Service unavailable</h1>", status=503)
        else:
            serve(self.site, exchange)


def serve(site: Mapping[str, str], exchange: Exchange) -> None:
    """Answer with the page of that path, or with a 404 page."""
    html = site.get(exchange.path)
    if html is None:
        exchange.page("Not found", "<h1>There is no such page</h1>", status=404)
    else:
        exchange.send(200, html.encode())


@functools.cache
def _small_shop() -> Mapping[str, str]:
    return generated_shop(60)


@behaviour()
def shop(exchange: Exchange) -> None:
    """A generated shop of 60 pages that answers as it should."""
    serve(_small_shop(), exchange)


@behaviour()
def flaky(exchange: Exchange) -> None:
    """The same shop with delays, in which one path in twenty always answers 503."""
    Stumbling(_small_shop(), failures=None)(exchange)
