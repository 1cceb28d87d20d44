"""What robots.txt asks, and what is made of it."""

import pytest

from spiders.robots import Robots

RULES = """
User-agent: *
Disallow: /private
Allow: /private/help
Crawl-delay: 2

User-agent: BadBot
Disallow: /

Sitemap: https://a.test/map.xml
Sitemap: https://a.test/map.xml
"""
OURS = "User-agent: *\nDisallow: /\n\nUser-agent: Signpost\nDisallow: /cart\nCrawl-delay: 900\n"


def robots(text: str, status: int = 200) -> Robots:
    return Robots("https://a.test", status, text)


@pytest.mark.parametrize(
    ("text", "status", "path", "allowed"),
    [
        (RULES, 200, "/contact", True),
        (RULES, 200, "/private/data", False),
        (RULES, 200, "/private/help", True),
        (OURS, 200, "/contact", True),
        (OURS, 200, "/cart/now", False),
        ("User-agent: *\nDisallow: /\n", 200, "/", False),
        ("User-agent: *\nDisallow:\n", 200, "/", True),
        ("User-agent: Mozilla\nDisallow: /\n", 200, "/", True),
        ("<html>Not a robots file</html>", 200, "/", True),
        ("User-agent: *\nDisallow: /\n", 404, "/", True),
        ("", 503, "/", False),
        ("", 0, "/", True),
    ],
)
def test_what_may_be_asked_for(text: str, status: int, path: str, allowed: bool) -> None:
    assert robots(text, status).allows(f"https://a.test{path}") is allowed


@pytest.mark.parametrize(
    ("text", "asked", "kept"),
    [
        (RULES, 2.0, 2.0),
        (OURS, 900.0, 60.0),
        ("User-agent: *\nRequest-rate: 1/5\n", 5.0, 5.0),
        ("User-agent: *\nCrawl-delay: soon\n", 0.0, 0.0),
    ],
)
def test_the_pause_between_two_requests(text: str, asked: float, kept: float) -> None:
    assert (robots(text).asked, robots(text).delay) == (asked, kept)


@pytest.mark.parametrize(("status", "failed"), [(200, False), (404, False), (0, False), (500, True), (503, True)])
def test_a_server_error_is_no_answer(status: int, failed: bool) -> None:
    assert robots("", status).failed is failed


def test_sitemaps_are_named_once() -> None:
    assert robots(RULES).sitemaps == ("https://a.test/map.xml",)
