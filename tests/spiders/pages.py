"""Pages for tests, parsed from HTML as the gatherer parses them."""

from auditor.capture.html import parse_html
from auditor.capture.records import Fetch
from auditor.capture.store import Capture
from auditor.model.guide import PROBE_PATH
from auditor.model.page import Page


def page(body: str, url: str = "https://www.brand.com/", *, head: str = "", language: str = "en") -> Page:
    """A page at a URL with this body."""
    html = f"<!doctype html><html lang={language}><head><title>T</title>{head}</head><body>{body}</body></html>"
    return parse_html(html.encode(), url=url, final_url=url, status=200, encoding="utf-8")


def met(capture: Capture) -> list[Fetch]:
    """What links and sitemaps led to: all outcomes but that of the path that no site has."""
    return [fetch for fetch in capture.outcomes() if not fetch.url.endswith(PROBE_PATH)]
