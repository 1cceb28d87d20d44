"""Ways that lead nowhere or never end: redirects, calendars, session ids, pages that do not settle."""

import hashlib
from typing import Final

from tests.mock.answers import CONTACT
from tests.mock.exchange import Exchange, behaviour

FIRST_YEAR: Final = 2024
LONG_VALUE: Final = "x" * 4_000


@behaviour()
def redirect_loop(exchange: Exchange) -> None:
    """Two addresses that send to each other."""
    exchange.redirect("/there" if exchange.path != "/there" else "/here")


@behaviour()
def redirect_growing(exchange: Exchange) -> None:
    """Every address sends to a longer one, so that none comes twice."""
    exchange.redirect(exchange.path.rstrip("/") + "/more")


@behaviour()
def redirect_private(exchange: Exchange) -> None:
    """Sends to a private address."""
    exchange.redirect("http://10.0.0.1/")


@behaviour()
def redirect_metadata(exchange: Exchange) -> None:
    """Sends to the address at which clouds hand out credentials."""
    exchange.redirect("http://169.254.169.254/latest/meta-data/")


@behaviour()
def redirect_file(exchange: Exchange) -> None:
    """Sends to a local file."""
    exchange.redirect("file:///etc/passwd")


@behaviour()
def calendar(exchange: Exchange) -> None:
    """A calendar with a next month for ever, in front of the contact page."""
    if exchange.path == "/contact":
        exchange.page("Contact", CONTACT)
        return
    months = int(exchange.query.get("month", "0"))
    year, month = FIRST_YEAR + months // 12, months % 12 + 1
    days = "".join(
        f'<a href="{exchange.link(f"/day?date={year}-{month:02}-{day:02}")}">{day}</a> ' for day in range(1, 29)
    )
    ways = "".join(
        f'<a href="{exchange.link(f"/events?month={number}")}">{label}</a> '
        for label, number in (("Earlier", months - 1), ("Later", months + 1))
    )
    contact = f'<a href="{exchange.link("/contact")}">Contact</a>'
    exchange.page(f"Events {year}-{month:02}", f"<h1>{year}-{month:02}</h1>{days}{ways}{contact}")


@behaviour()
def session_ids(exchange: Exchange) -> None:
    """Three pages whose links carry a session id that is another on every page."""
    seen = exchange.path + exchange.query.get("sid", "")
    sid = hashlib.sha256(seen.encode()).hexdigest()[:16]
    links = "".join(
        f'<a href="{exchange.link(f"/{name}?sid={sid}")}">{name}</a> ' for name in ("shop", "help", "contact")
    )
    name = exchange.path.strip("/") or "shop"
    exchange.page(name.title(), f"{CONTACT if name == 'contact' else f'<h1>{name}</h1>'}{links}")


@behaviour()
def alert_loop(exchange: Exchange) -> None:
    """A page that opens one alert after another before it has loaded."""
    exchange.page("Alerts", f"{CONTACT}<script>for (;;) alert('Buy now')</script>")


@behaviour()
def never_quiet(exchange: Exchange) -> None:
    """A page that asks its server and changes itself for as long as it is open."""
    if exchange.path == "/tick":
        exchange.send(200, b"{}", "application/json")
        return
    script = (
        "let n = 0; setInterval(() => { document.getElementById('n').textContent = ++n;"
        f" fetch('{exchange.link('/tick')}?n=' + n) }}, 50)"
    )
    exchange.page("Never quiet", f"{CONTACT}<p id=n>0</p><script>{script}</script>")


@behaviour()
def odd_headers(exchange: Exchange) -> None:
    """Headers whose values try to become another header, a file name, markup or a terminal command."""
    headers = {
        "Content-Disposition": 'inline; filename="../../.ssh/authorized_keys"',
        "Link": "<javascript:alert(1)>; rel=canonical",
        "Refresh": "0; url=javascript:alert(1)",
        "Set-Cookie": "basket=1%0d%0aX-Injected: yes; Path=/",
        "X-Powered-By": "\x1b[2J\x1b]0;owned\x07<script>alert(1)</script>",
        "X-Long": LONG_VALUE,
        "Content-Language": "=cmd|' /C calc'!A0",
    }
    exchange.page("Odd headers", CONTACT, headers=headers)
