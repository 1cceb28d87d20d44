"""The address book of the demo shop: which path shows which template with what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from auditor.demo.content import shop
from auditor.demo.versions import Version


@dataclass(frozen=True, slots=True)
class Route:
    """One page: its template, what the template is given, and whether the sitemap names it."""

    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    listed: bool = True


@cache
def routes(version: Version) -> Mapping[str, Route]:
    """Every path that answers 200, in the order of the sitemap."""
    content = shop()
    pages: dict[str, Route] = {"/": Route("home.html")}
    pages |= {item.path: Route("category.html", {"category": item}) for item in content.categories}
    pages |= {item.path: Route("product.html", {"product": item}) for item in content.products}
    pages |= {
        "/returns": Route("returns.html"),
        "/delivery": Route("delivery.html"),
        "/order-tracking": Route("order_tracking.html"),
        "/help": Route("help.html"),
        "/stores": Route("stores.html"),
        "/about": Route("about.html"),
        "/journal": Route("journal.html"),
    }
    pages |= {item.path: Route("article.html", {"article": item}) for item in content.articles}
    pages |= {item.path: Route("legal.html", {"text": item}) for item in content.legal}
    pages |= _contact(version)
    pages |= {
        "/search": Route("search.html", listed=False),
        "/cart": Route("cart.html", listed=False),
        "/checkout": Route("checkout.html", listed=False),
        "/checkout/delivery": Route("checkout_delivery.html", listed=False),
        "/checkout/thanks": Route("checkout_thanks.html", listed=False),
        "/account": Route("account.html", listed=False),
        "/account/password": Route("password.html", listed=False),
    }
    return pages


def _contact(version: Version) -> dict[str, Route]:
    if version is Version.OPEN:
        return {
            "/contact": Route("contact_open.html"),
            "/contact/thanks": Route("contact_thanks.html", listed=False),
        }
    # The sitemap does not name these: a visitor comes to them through the help page.
    topics = {topic.path: Route("contact_topic.html", {"topic": topic}, listed=False) for topic in shop().topics}
    return {"/contact": Route("contact_hidden.html", listed=False), **topics}


def after_post(version: Version, path: str, item: str = "") -> str | None:
    """Where the browser is sent after a form was posted to `path`; none where nothing takes a post.

    Nothing is stored. `item` is the slug that a basket form sent; an unknown one is dropped.
    """
    if path == "/cart":
        return f"/cart?item={item}" if shop().product(item) else "/cart"
    if path == "/contact":
        return "/contact/thanks" if version is Version.OPEN else None
    return {
        "/checkout": "/checkout/delivery",
        "/checkout/delivery": "/checkout/thanks",
        "/account": "/account?answer=unknown",
        "/account/password": "/account?answer=sent",
        "/order-tracking": "/order-tracking?answer=unknown",
        "/newsletter": "/?answer=newsletter",
    }.get(path)
