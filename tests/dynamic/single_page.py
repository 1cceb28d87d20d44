"""Three small shops that are one page each: the server knows nothing but a shell, and scripts write every view.

`history` keeps real paths, which the server answers with the same shell; `hash` keeps its views behind `#/`; `buttons`
has no link at all: its cards and menu entries are bare elements that listen, and what they show is fetched first.
"""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

KINDS = ("history", "hash", "buttons")
PHONE = "0306 999 0143"
#: Seconds that the server takes for one view of the shop without links.
SLOW = 0.15

GOODS = {
    "walnut-comb": ("Walnut comb", "A comb of oiled walnut with wide teeth, cut by hand and polished for an hour."),
    "boar-brush": ("Boar brush", "A brush with firm bristles in a handle of pear wood, for short and for long hair."),
    "beard-oil": ("Beard oil", "Oil of almond and cedar in a small brown bottle that lasts for about four months."),
    "shaving-bowl": ("Shaving bowl", "A bowl of grey stoneware, glazed inside, that keeps its foam warm for a while."),
}


def views() -> dict[str, tuple[str, str]]:
    """Title and content of each view by its path; `[[path|words]]` stands for a way to another view."""
    cards = "".join(
        f"<article>[[/product/{slug}|{name}]]<p>£{12 + number}.00</p></article>"
        for number, (slug, (name, _)) in enumerate(GOODS.items())
    )
    known = {
        "/": ("Combs &amp; Co", f"<h1>Combs and brushes</h1><p>Made by three people in one shed.</p>{cards}"
              "<p>[[/category/combs|All combs]]</p>"),
        "/category/combs": ("Combs | Combs &amp; Co", f"<h1>Combs</h1><p>Four things for hair.</p>{cards}"),
        "/cart": ("Your basket | Combs &amp; Co", "<h1>Your basket</h1><p>Nothing is in it yet.</p>"),
        "/help": ("Help | Combs &amp; Co", "<h1>Help</h1><h2>When does it come?</h2><p>After three working days.</p>"
                  "<h2>May I send it back?</h2><p>Yes, within a month.</p><p>[[/contact|Contact us]]</p>"),
        "/contact": ("Contact us | Combs &amp; Co", f"<h1>Contact us</h1><p>Phone: {PHONE}</p>"
                     '<p>Email: <a href="mailto:desk@combs-and-co.co.uk">desk@combs-and-co.co.uk</a></p>'
                     '<form action="/send" method="post"><label>Your email <input type="email" name="mail"></label>'
                     '<label>Message <textarea name="message"></textarea></label><button>Send message</button></form>'),
    }  # fmt: skip
    for slug, (name, words) in GOODS.items():
        known[f"/product/{slug}"] = (
            f"{name} | Combs &amp; Co",
            f'<h1>{name}</h1><p>£14.00</p><p>{words}</p><button type="button">Add to basket</button>',
        )
    return known


MENU = "[[/|Combs &amp; Co]] [[/category/combs|Combs]] [[/help|Help]] [[/cart|Basket]] [[/contact|Contact]]"

_SHELL = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Combs &amp; Co</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:16px/1.5 sans-serif;margin:0}} header,footer{{padding:16px;background:#eee}} main{{padding:16px}}
header a,header span{{margin-right:14px}} span.go{{cursor:pointer;display:inline-block;padding:6px}}</style>
</head><body><div id="app"></div><script>{script}</script></body></html>"""

_COMMON = """
const put = (title, html) => {
  document.title = title.replace('&amp;', '&');
  document.getElementById('app').innerHTML = '<header><nav>' + ways(MENU) + '</nav></header><main>' + ways(html)
    + '</main><footer><p>Combs & Co, a small workshop.</p></footer>';
};
"""

_HISTORY = """
const VIEWS = %s, MENU = %s;
const ways = (text) => text.replace(/\\[\\[(.*?)\\|(.*?)\\]\\]/g, '<a href="$1">$2</a>');
%s
const show = () => {
  const view = VIEWS[location.pathname];
  put(...(view || ['Not found', '<h1>There is no such page</h1><p>Try the menu above.</p>']));
};
addEventListener('popstate', show);
addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  show();
  scrollTo(0, 0);
});
setTimeout(show, 30);
"""

_HASH = """
const VIEWS = %s, MENU = %s;
const ways = (text) => text.replace(/\\[\\[(.*?)\\|(.*?)\\]\\]/g, '<a href="#$1">$2</a>');
%s
const show = () => {
  const view = VIEWS[location.hash.slice(1) || '/'];
  put(...(view || ['Not found', '<h1>There is no such page</h1><p>Try the menu above.</p>']));
};
addEventListener('hashchange', show);
setTimeout(show, 30);
"""

_BUTTONS = """
const MENU = %s;
const ways = (text) => text.replace(/\\[\\[(.*?)\\|(.*?)\\]\\]/g, '<span class="go" data-to="$1">$2</span>');
%s
const show = async () => {
  const answer = await fetch('/view' + location.pathname);
  put(...await answer.json());
  for (const each of document.querySelectorAll('.go')) {
    each.addEventListener('click', () => { history.pushState(null, '', each.dataset.to); show(); scrollTo(0, 0); });
  }
};
addEventListener('popstate', show);
show();
"""


def shell(kind: str) -> str:
    """The one page of a shop, the same for each path."""
    known, menu = json.dumps(views()), json.dumps(MENU)
    scripts = {
        "history": _HISTORY % (known, menu, _COMMON),
        "hash": _HASH % (known, menu, _COMMON),
        "buttons": _BUTTONS % (menu, _COMMON),
    }
    return _SHELL.format(script=scripts[kind])


class _Shop(BaseHTTPRequestHandler):
    server: "SinglePageShop"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(path)
        if path in ("/robots.txt", "/sitemap.xml", "/favicon.ico"):
            self._send(404, "text/plain", "none")
        elif path.startswith("/view"):
            time.sleep(SLOW)
            gone = ("Not found", "<h1>There is no such page</h1><p>Try the menu above.</p>")
            self._send(200, "application/json", json.dumps(views().get(path.removeprefix("/view"), gone)))
        else:
            self._send(200, "text/html; charset=utf-8", shell(self.server.kind))

    def _send(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


class SinglePageShop(ThreadingHTTPServer):
    """The server of one shop; use as a context manager. `asked` are the paths that it was asked for."""

    daemon_threads = True

    def __init__(self, kind: str) -> None:
        super().__init__(("127.0.0.1", 0), _Shop)
        self.kind = kind
        self.asked: list[str] = []

    @property
    def home(self) -> str:
        """The address of its home page."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.shutdown()
        super().__exit__(kind, error, at)
