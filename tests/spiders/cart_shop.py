"""A shop of a few pages with a cart that a cookie remembers; its parts can be built as different shops build them."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

FORM = """<form method=post action="/cart/add">{size}<button>{label}</button></form>"""
SCRIPT = """{size}<button type=button class="btn add-to-cart"
onclick="fetch('/cart/add', {{method: 'POST'}})">{label}</button>"""
LINK = """<a class=button href="/?add-to-cart=7">{label}</a>"""
SIZE = """<p><label>Size <select name=size required><option value="">Choose an option</option>
<option>S (sold out)</option><option>M</option></select></label></p>"""
SIZES = """<fieldset><legend>Size</legend><label><input type=radio name=size value=s required> S</label>
<label><input type=radio name=size value=m> M</label></fieldset>"""


@dataclass
class CartShop:
    """`adds` is the markup that fills the cart, `leaves` that of the cart; `asked` are requests as they came in."""

    adds: str = FORM
    label: str = "Add to cart"
    size: str = ""
    leaves: str = '<a href="/checkout">Proceed to checkout</a>'
    login: bool = False
    forgets: bool = False
    asked: list[str] = field(default_factory=list)
    home: str = ""

    def page(self, path: str, *, filled: bool = False) -> str:
        """The body of a page, "" for none; a text that begins with / is where it leads."""
        goods = "<h1>Blue lamp</h1><p>£20.00</p>"
        pages = {
            "/": '<h1>Lamps for all</h1><a href="/product/blue-lamp">Blue lamp</a> <a href="/cart">Cart</a>',
            "/product/blue-lamp": goods + self.adds.format(size=self.size, label=self.label),
            "/cart": "<h1>Cart</h1>" + ("<p>Blue lamp</p><p>£20.00</p>" + self.leaves if filled else "<p>Empty.</p>"),
            "/checkout": self._checkout() if filled else "/cart",
            "/login": "<h1>Log in</h1><form method=post><input type=password name=p></form>",
        }
        return pages.get(path, "")

    def _checkout(self) -> str:
        fields = "<form method=post action=/order><label>Email <input name=email></label><button>Place order</button>"
        return "/login" if self.login else f"<h1>Checkout</h1>{fields}</form><p>Call us: 020 7123 4567</p>"

    def __enter__(self) -> Self:
        shop = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                shop.asked.append(f"GET {self.path}")
                filled = "cart=full" in self.headers.get("Cookie", "")
                if "add-to-cart" in self.path:
                    self._answer("/cart", fills=True)
                else:
                    self._answer(shop.page(self.path.partition("?")[0], filled=filled))

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                shop.asked.append(f"POST {self.path} {sent}".strip())
                self._answer("/cart" if self.path == "/cart/add" else "/checkout", fills=self.path == "/cart/add")

            def _answer(self, body: str, *, fills: bool = False) -> None:
                leads = body.startswith("/")
                whole = f"<!doctype html><html lang=en><title>Shop</title><main>{body}</main>".encode()
                self.send_response(303 if leads else 200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if fills and not shop.forgets:
                    self.send_header("Set-Cookie", "cart=full; Path=/")
                if leads:
                    self.send_header("Location", body)
                self.send_header("Content-Length", "0" if leads else str(len(whole)))
                self.end_headers()
                if not leads:
                    self.wfile.write(whole)

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: tests read `asked`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.home = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
