"""Pages for tests, parsed from HTML as the gatherer parses them."""

from auditor.capture.html import parse_html
from auditor.model.page import Page


def page(body: str, url: str = "https://www.brand.com/", *, head: str = "", language: str = "en") -> Page:
    """A page at a URL with this body."""
    html = f"<!doctype html><html lang={language}><head><title>T</title>{head}</head><body>{body}</body></html>"
    return parse_html(html.encode(), url=url, final_url=url, status=200, encoding="utf-8")
