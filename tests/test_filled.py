"""Cart and checkout with a product in the cart, in place of what an empty cart showed."""

from dataclasses import asdict
from pathlib import Path

import pytest

from auditor.analysis import analyse
from auditor.capture.records import FILLED, PressRecord
from auditor.capture.shopping import FACT, Shopping
from auditor.capture.store import Capture
from auditor.model.terms import Action, Channel, Device, Outcome, Seen, Stage
from auditor.site import Site
from auditor.visitor.nodes import Node
from tests.captures import CONTACT, HOME, MEASURED, ORIGIN, PHONE, answer, captured, page, snapshot

EMPTY = page("<main><h1>Cart</h1><p>Nothing in it.</p></main>", "Cart")
FULL = page('<main><h1>Cart</h1><p>Blue lamp</p><a href="/checkout">Checkout</a></main>', "Cart")
PAYS = page(f"<main><h1>Checkout</h1>{PHONE}<button>More</button></main>", "Checkout")
BOUGHT = Shopping(Device.DESKTOP, f"{ORIGIN}/lamp", cart=f"{ORIGIN}/cart", via=f"{ORIGIN}/checkout",
                  checkout=f"{ORIGIN}/checkout")  # fmt: skip


def site_of(folder: Path, *records: Shopping, guest: bool = False) -> Site:
    press = PressRecord(f"{ORIGIN}/checkout", Device.DESKTOP, FILLED, Action.OPEN, "button", "More", "nothing")
    file = captured(
        folder,
        answer("/", HOME),
        answer("/contact", CONTACT),
        answer("/cart", EMPTY),
        answer("/checkout", final_url="/cart", redirects=("/checkout",), alias_of="/cart"),
        snapshots=[
            *(snapshot(path, html) for path, html in (("/", HOME), ("/contact", CONTACT), ("/cart", EMPTY))),
            snapshot("/cart", FULL, state=FILLED),
            snapshot("/checkout", PAYS, state=FILLED),
            *([snapshot("/checkout", EMPTY, Device.MOBILE)] if guest else []),
        ],
        presses=[press],
        facts={**MEASURED, FACT: [asdict(record) for record in records]},
        country="GB",
    )
    with Capture.open(file) as capture:
        return Site.read(capture)


def journey_of(site: Site, stage: Stage) -> tuple[Outcome, int | None, str]:
    assert site.home is not None
    made = analyse(site, site.home)
    wanted = (stage, Channel.PHONE, Device.DESKTOP)
    found = next(j for j in made.journeys if (j.stage, j.channel, j.device) == wanted)
    return found.outcome, found.best_clicks, found.reason


def test_with_a_product_the_checkout_is_a_page_of_its_own(tmp_path: Path) -> None:
    site = site_of(tmp_path, BOUGHT)
    shown = {page.url: page for page in site.rendered if page.device is Device.DESKTOP}
    assert "Blue lamp" in {element.text for element in shown[f"{ORIGIN}/cart"].elements}
    assert [page.url for page in site.fetched][-1] == f"{ORIGIN}/checkout"
    assert site.page_of()[f"{ORIGIN}/checkout"] == f"{ORIGIN}/checkout"
    assert site.page_of()[f"{ORIGIN}/cart"] == f"{ORIGIN}/cart"
    assert {page.state for page in site.rendered} == {""}
    assert [press.state_before for press in site.presses] == [""]
    assert journey_of(site, Stage.CHECKOUT) == (Outcome.REACHED, 0, "")
    assert journey_of(site, Stage.CART) == (Outcome.REACHED, 1, "")


def test_where_a_guest_is_led_is_not_the_checkout(tmp_path: Path) -> None:
    site = site_of(tmp_path, BOUGHT, guest=True)
    assert (f"{ORIGIN}/checkout", Device.MOBILE) not in {(page.url, page.device) for page in site.rendered}
    assert (f"{ORIGIN}/checkout", Device.MOBILE) not in {(key.url, key.device) for key in site.snapshots}


def test_what_was_seen_on_one_device_is_not_claimed_of_another(tmp_path: Path) -> None:
    site = site_of(tmp_path, BOUGHT)
    assert site.home is not None
    made = analyse(site, site.home)
    assert made.views[Device.DESKTOP].views[Node(f"{ORIGIN}/checkout")].seen is Seen.RENDERED
    view = made.views[Device.MOBILE].views[Node(f"{ORIGIN}/checkout")]
    assert view.seen is Seen.STATIC
    assert {element.visible for element in view.page.elements} == {None}


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ((), "The checkout leads to the cart while nothing is in it."),
        (
            (Shopping(Device.DESKTOP, cart=f"{ORIGIN}/cart", reason="No control leads on."),),
            "No control leads on.",
        ),
    ],
)
def test_without_one_the_checkout_is_not_measured(tmp_path: Path, records: tuple[Shopping, ...], reason: str) -> None:
    site = site_of(tmp_path, *records)
    assert journey_of(site, Stage.CHECKOUT) == (Outcome.NOT_MEASURED, None, reason)
    assert f"{ORIGIN}/checkout" not in {page.url for page in site.rendered}
