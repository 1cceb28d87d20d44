"""Bot walls and login walls, and pages that only look like one."""

import pytest

from spiders.challenge import challenge, login_wall
from tests.spiders.pages import page

ORDINARY = b"<title>Shop</title><script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script><p>Buy</p>"


@pytest.mark.parametrize(
    ("status", "headers", "body", "vendor"),
    [
        (200, {}, ORDINARY, ""),
        (200, {}, b"<title>Contact</title><div class=g-recaptcha></div>", ""),
        (200, {}, b"<title>Just a moment of silence</title>", ""),
        (403, {"cf-mitigated": "challenge"}, b"", "Cloudflare"),
        (503, {}, b"<title>Just a moment...</title>", "Cloudflare"),
        (200, {}, b"<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x>", "Cloudflare"),
        (403, {}, b"<script>var dd={'rt':'c'}</script><script src=https://ct.captcha-delivery.com/c.js>", "DataDome"),
        (403, {"x-datadome": "protected"}, b"", "DataDome"),
        (200, {"x-datadome": "protected"}, b"<p>Shop</p>", ""),
        (200, {}, b"<title>Access to this page has been denied</title>", "HUMAN"),
        (403, {}, b"<H1>Access Denied</H1>Reference&#32;&#35;18", "Akamai"),
        (200, {}, b"<iframe src='/_Incapsula_Resource?x=1&incident_id=5'>", "Imperva"),
        (202, {"x-amzn-waf-action": "challenge"}, b"", "AWS WAF"),
        (429, {}, b"<div class=h-captcha></div>", "a captcha"),
        (503, {}, b"<h1>Back soon</h1>", ""),
    ],
)
def test_whose_wall_it_is(status: int, headers: dict[str, str], body: bytes, vendor: str) -> None:
    assert challenge(status, headers, body) == vendor


FORM = "<form><input name=u><input type=password name=p><button>Sign in</button></form>"
LINKS = "".join(f'<a href="/p{number}">Product</a>' for number in range(9))


@pytest.mark.parametrize(
    ("body", "url", "wall"),
    [
        (FORM, "https://www.brand.com/login?next=/", True),
        (FORM + LINKS, "https://www.brand.com/login", True),
        (FORM + LINKS, "https://sso.brand.com/", True),
        (FORM, "https://www.brand.com/", True),
        (FORM + LINKS, "https://www.brand.com/", False),
        (LINKS, "https://www.brand.com/login", False),
        (FORM + LINKS, "https://www.brand.com/de/", False),
    ],
)
def test_a_door_without_a_shop(body: str, url: str, wall: bool) -> None:
    assert login_wall(page(body, url), "https://www.brand.com/") is wall
