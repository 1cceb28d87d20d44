"""A page whose texts try to become code, markup, a formula, a terminal command or a file name."""

import html
from typing import Final

from tests.mock.exchange import Exchange, behaviour

TEXTS: Final = (
    "<script>alert('text')</script>",
    "</script><script>alert('closed')</script>",
    '"><img src=x onerror=alert(1)>',
    "--><svg onload=alert(1)>",
    "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x1b[0m",
    "[bold red]rich markup[/bold red] [link=https://evil.test]here[/link]",
    '=HYPERLINK("https://evil.test/","Contact")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} ${7*7}",
    "[contact](javascript:alert(1)) ![x](https://evil.test/x.png)",
    "../../../../etc/passwd",
    "\u202egro.live\u202c \u0000\ufffe",
    "'; DROP TABLE pages; --",
)
ADDRESSES: Final = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/",
    "http://127.0.0.1:1/",
    "/contact/../../../../etc/passwd",
    "//evil.test\\@good.test/",
    "http://[::1",
    "tel:+49301234<script>",
    "mailto:a@b.test?subject=x%0d%0aBcc:evil@evil.test",
)


@behaviour()
def hostile_text(exchange: Exchange) -> None:
    """Every hostile text as a heading, a link text and a title, and every hostile address behind a contact link."""
    texts = "".join(
        f'<h2>{html.escape(text)}</h2><a href="{exchange.link("/contact")}" title="{html.escape(text)}">'
        f"Contact {html.escape(text)}</a>"
        for text in TEXTS
    )
    links = "".join(f'<p><a href="{html.escape(address)}">Contact us</a></p>' for address in ADDRESSES)
    exchange.page(html.escape(TEXTS[0]), texts + links)
