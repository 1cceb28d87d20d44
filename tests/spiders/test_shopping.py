"""Shopping in a real browser: what is pressed and sent to see cart and checkout with a product, and what never is."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.capture.html import parse_html
from auditor.capture.records import FILLED
from auditor.capture.shopping import FACT, Shopping, shopping_of
from auditor.capture.store import Capture
from auditor.guide import SiteGuide
from auditor.model.settings import Settings
from auditor.model.terms import Device
from auditor.site import Site
from spiders.browser.find import find_browser
from spiders.browser.session import BrowserOptions, BrowserSession
from spiders.budget import Budget
from spiders.gatekeeper import Gatekeeper
from spiders.robots import Robots
from spiders.shopping import ELSEWHERE, LOGIN_FIRST, NO_CONTROL, NOT_HELD, Shopper
from spiders.telling import Teller
from spiders.tools import Tools
from tests.spiders.cart_shop import LINK, SCRIPT, SIZE, SIZES, CartShop


@dataclass(frozen=True)
class Done:
    """What was recorded, what the shop was sent, and the pages that were kept, by path."""

    record: Shopping
    sent: list[str]
    kept: set[str]


@pytest.fixture(scope="module")
def executable() -> Path:
    choice = find_browser()
    assert choice is not None, "These tests need Chromium: python -m spiders.browser.find --install"
    return choice.path


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "shots").mkdir()
    yield tmp_path


def shopped(shop: CartShop, folder: Path, executable: Path, robots: str = "", times: int = 1) -> Done:
    """Shop on a desktop, the pages of the shop being known; more than once as after a stop."""
    with shop:
        settings = Settings(url=f"{shop.home}/", devices=(Device.DESKTOP,), interact="cart")
        with Capture.create(folder / "capture.sqlite", settings) as capture:
            for _ in range(times):
                asyncio.run(_shop(shop, settings, capture, folder, executable, robots))
            (record,) = shopping_of(capture.fact(FACT))
            kept = {key.url.removeprefix(shop.home) for key in capture.snapshot_keys() if key.state == FILLED}
    return Done(record, [asked for asked in shop.asked if asked.startswith("POST")], kept)


async def _shop(
    shop: CartShop, settings: Settings, capture: Capture, folder: Path, executable: Path, robots: str
) -> None:
    guide = SiteGuide(settings, lambda: Site.read(capture))
    for path in ("/", "/product/blue-lamp", "/cart"):
        html = f"<html lang=en><title>Shop</title><main>{shop.page(path)}</main>"
        guide.commit([parse_html(html.encode(), url=f"{shop.home}{path}", status=200)])
    gatekeeper = Gatekeeper(None, lambda host, seconds: None, [Robots(shop.home, 200, robots)])  # type: ignore[arg-type]
    teller = Teller(lambda progress: None)
    tools = Tools(settings, capture, guide, None, gatekeeper, Budget(60.0), teller)  # type: ignore[arg-type]
    async with BrowserSession(BrowserOptions.of(settings, executable, folder / "shots", "en")) as browser:
        await Shopper(browser, tools, lambda url: url.startswith(shop.home)).run()


@pytest.mark.parametrize(
    ("shop", "sent"),
    [
        pytest.param(CartShop(size=SIZE, label="Köp"), ["POST /cart/add size=M"], id="a form, a size from a list"),
        pytest.param(CartShop(adds=SCRIPT, label="In den Warenkorb"), ["POST /cart/add"], id="a script"),
        pytest.param(CartShop(adds=LINK), [], id="a link"),
        pytest.param(
            CartShop(
                size=SIZES, leaves="<form method=post action=/cart><button name=checkout>Check out</button></form>"
            ),
            ["POST /cart/add size=s", "POST /cart checkout="],
            id="radio buttons, and a button leads to the checkout",
        ),
    ],
)
def test_the_cart_and_the_first_page_of_the_checkout_are_seen(
    shop: CartShop, sent: list[str], folder: Path, executable: Path
) -> None:
    done = shopped(shop, folder, executable)
    assert (done.record.reason, done.sent, done.kept) == ("", sent, {"/cart", "/checkout"})
    assert done.record.checkout == f"{shop.home}/checkout"


@pytest.mark.parametrize(
    ("shop", "reason", "kept", "sent"),
    [
        pytest.param(CartShop(label="Buy now"), NO_CONTROL, set(), 0, id="it would buy at once"),
        pytest.param(CartShop(forgets=True), NOT_HELD, set(), 1, id="the cart stays empty"),
        pytest.param(CartShop(login=True), LOGIN_FIRST, {"/cart"}, 1, id="a login"),
        pytest.param(
            CartShop(leaves='<a href="http://127.0.0.2/checkout">Checkout</a>'),
            ELSEWHERE.format("127.0.0.2"),
            {"/cart"},
            1,
            id="another host",
        ),
    ],
)
def test_where_it_ends_is_told_with_the_reason(
    shop: CartShop, reason: str, kept: set[str], sent: int, folder: Path, executable: Path
) -> None:
    done = shopped(shop, folder, executable)
    assert (done.record.reason, done.kept, len(done.sent)) == (reason, kept, sent)
    assert done.record.checkout == ""


def test_what_robots_txt_closes_is_not_asked_for(folder: Path, executable: Path) -> None:
    shop = CartShop()
    done = shopped(shop, folder, executable, "User-agent: *\nDisallow: /checkout\n")
    assert done.kept == {"/cart"}
    assert not [asked for asked in shop.asked if "checkout" in asked]


def test_a_run_that_goes_on_fills_the_cart_again_and_records_nothing_anew(folder: Path, executable: Path) -> None:
    shop = CartShop()
    done = shopped(shop, folder, executable, times=2)
    assert done.sent == ["POST /cart/add", "POST /cart/add"]
    assert done.record.sent == (f"{shop.home}/cart/add",)
    assert len([asked for asked in shop.asked if asked == "GET /checkout"]) == 1
