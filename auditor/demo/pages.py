"""The pages of the demo shop: (version, path, query) in, a response out, the same bytes every time."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from auditor.demo.assets import asset
from auditor.demo.content import Shop, shop
from auditor.demo.routes import Route, routes
from auditor.demo.templating import page
from auditor.demo.versions import Version

DEFAULT_ORIGIN = "http://127.0.0.1"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
XML = "application/xml; charset=utf-8"
SEARCH_LENGTH = 80  # characters of a search that are kept


@dataclass(frozen=True, slots=True)
class Response:
    """What the server sends back for a GET."""

    status: int
    content_type: str
    body: bytes


def render(version: Version, path: str, query: str = "", origin: str = DEFAULT_ORIGIN) -> Response:
    """The response to a GET of `path` with the raw `query`; `origin` only stands in robots.txt and the sitemap."""
    found = asset(path)
    if found is not None:
        return Response(200, found.content_type, found.body)
    if path == "/robots.txt":
        return Response(200, TEXT, f"User-agent: *\nDisallow: /api/\n\nSitemap: {origin}/sitemap.xml\n".encode())
    if path == "/sitemap.xml":
        return Response(200, XML, _sitemap(version, origin))
    route = routes(version).get(path)
    if route is None:
        return Response(404, HTML, page(version, "not_found.html", path, {}))
    return Response(200, HTML, page(version, route.template, path, _context(route, query)))


def _context(route: Route, query: str) -> dict[str, object]:
    context: dict[str, object] = dict(route.context)
    match route.template:
        case "search.html":
            words = _first(query, "q")[:SEARCH_LENGTH]
            context |= {"words": words, "found": search(shop(), words)}
        case "cart.html":
            chosen = shop().product(_first(query, "item"))
            context |= {"items": (chosen,) if chosen else shop().products[:2]}
        case "account.html" | "order_tracking.html" | "home.html":
            context |= {"answer": _first(query, "answer")}
    return context


def search(content: Shop, words: str) -> Mapping[str, tuple[object, ...]]:
    """The products and articles in whose text every one of the `words` stands."""
    wanted = words.casefold().split()
    if not wanted:
        return {"products": (), "articles": ()}

    def has_all(text: str) -> bool:
        folded = text.casefold()
        return all(word in folded for word in wanted)

    return {
        "products": tuple(
            item for item in content.products if has_all(f"{item.name} {item.category} {item.colour} {item.text}")
        ),
        "articles": tuple(item for item in content.articles if has_all(f"{item.title} {item.lead}")),
    }


def _first(query: str, name: str) -> str:
    return parse_qs(query).get(name, [""])[0].strip()


def _sitemap(version: Version, origin: str) -> bytes:
    listed = "".join(f"<url><loc>{origin}{path}</loc></url>" for path, route in routes(version).items() if route.listed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}{listed}</urlset>\n".encode()
