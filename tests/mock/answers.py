"""Start pages that give no usable page: errors, files that are no HTML, walls, robots.txt."""

import base64
from typing import Final

from tests.mock.exchange import Exchange, behaviour

PDF: Final = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
)
#: One white pixel.
PNG: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="
)
CONTACT: Final = (
    '<h1>Contact</h1><p>Call us: <a href="tel:+493012345678">030 12345678</a></p>'
    '<p>Write to us: <a href="mailto:service@plain.test">service@plain.test</a></p>'
)
#: Levels of the page that is too deep.
DEEP: Final = 200_000


@behaviour()
def plain(exchange: Exchange) -> None:
    """The well-behaved site of three pages, beside which the others are odd."""
    pages = {
        "/": ("Plain shop", f'<h1>Plain</h1><a href="{exchange.link("/about")}">About</a>'),
        "/about": ("About", f'<h1>About</h1><a href="{exchange.link("/contact")}">Contact</a>'),
        "/contact": ("Contact", CONTACT),
    }
    if exchange.path in pages:
        exchange.page(*pages[exchange.path])
    else:
        exchange.page("Not found", "<h1>There is no such page</h1>", status=404)


@behaviour()
def home_404(exchange: Exchange) -> None:
    """Nothing is here."""
    exchange.page("Not found", "<h1>404</h1>", status=404)


@behaviour()
def home_500(exchange: Exchange) -> None:
    """The server fails at every request."""
    exchange.page("Error", "<h1>Internal server error</h1>", status=500)


@behaviour()
def pdf(exchange: Exchange) -> None:
    """The start page is a PDF."""
    exchange.send(200, PDF, "application/pdf")


@behaviour()
def image(exchange: Exchange) -> None:
    """The start page is a picture."""
    exchange.send(200, PNG, "image/png")


@behaviour()
def empty_bytes(exchange: Exchange) -> None:
    """HTML by its header, without a byte."""
    exchange.send(200, b"")


@behaviour()
def empty_body(exchange: Exchange) -> None:
    """An HTML page with nothing in it."""
    exchange.page("", "")


@behaviour()
def frameset(exchange: Exchange) -> None:
    """A page of two frames, as pages were built around 1999."""
    if exchange.path == "/":
        exchange.send(200, b"<frameset><frame src=a.html><frame src=b.html></frameset>")
    else:
        exchange.page("Frame", CONTACT)


@behaviour()
def too_deep(exchange: Exchange) -> None:
    """A page whose text stands below more levels than anything reads."""
    exchange.page("Deep", f"{'<div>' * DEEP}{CONTACT}{'</div>' * DEEP}")


@behaviour()
def login_wall(exchange: Exchange) -> None:
    """Every page leads to the same login form."""
    if exchange.path != "/login":
        exchange.redirect(f"/login?next={exchange.path}")
        return
    fields = "<input name=user><input type=password name=password><button>Sign in</button>"
    form = f'<form method=post action="{exchange.link("/login")}">{fields}</form>'
    exchange.page("Sign in", f"<h1>Please sign in</h1>{form}")


def _challenge(exchange: Exchange, status: int, headers: dict[str, str]) -> None:
    body = (
        "<h1>Checking that you are not a robot</h1><p>This takes a few seconds.</p>"
        '<noscript>Turn on JavaScript and cookies to continue</noscript><form id="challenge-form" method=post></form>'
    )
    exchange.page("Just a moment...", body, status, headers)


@behaviour()
def challenge_403(exchange: Exchange) -> None:
    """A bot wall that refuses."""
    _challenge(exchange, 403, {"Server": "cloudflare", "cf-mitigated": "challenge"})


@behaviour()
def challenge_503(exchange: Exchange) -> None:
    """A bot wall that says it is busy."""
    _challenge(exchange, 503, {"Server": "cloudflare"})


@behaviour()
def rate_limited(exchange: Exchange) -> None:
    """429 at every request, with the seconds to wait."""
    exchange.page("Too many requests", "<h1>Slow down</h1>", 429, {"Retry-After": "1"})


@behaviour(robots="User-agent: *\nDisallow: /\n")
def robots_forbids_all(exchange: Exchange) -> None:
    """A fine site whose robots.txt lets nobody in."""
    plain(exchange)


@behaviour(robots="busy", robots_status=503)
def robots_fails(exchange: Exchange) -> None:
    """A fine site whose robots.txt cannot be had."""
    plain(exchange)


@behaviour(robots="User-agent: *\nCrawl-delay: 100000\n")
def robots_slow(exchange: Exchange) -> None:
    """A fine site whose robots.txt asks for a pause of a day."""
    plain(exchange)
