"""The one press that may send something: nothing else goes out, before or after."""

import pytest

from auditor.model.errand import Errand
from auditor.model.guide import Press
from auditor.model.terms import Action, Device
from spiders.browser.errand import Sent
from spiders.browser.session import BrowserSession
from tests.spiders.browser.conftest import Run


def sent(browser: BrowserSession, run: Run, site: str, selector: str, name: str, *, may: bool = True) -> Sent:
    press = Press(f"{site}/buy.html", "", Device.DESKTOP, Action.OPEN, selector, name)
    done: Sent = run(browser.send(Errand("add", press), lambda url: may and url.startswith(site)))
    return done


def test_one_form_goes_out_and_no_second(browser: BrowserSession, run: Run, site: str, asked: list[str]) -> None:
    done = sent(browser, run, site, "#twice", "Add to basket")
    assert done.to == f"{site}/cart/add"
    assert [line for line in asked if line.startswith("POST")] == ["POST /cart/add"]


@pytest.mark.parametrize(
    ("selector", "name", "reason"),
    [("#order", "Order now", "its label says something else by now"), ("#gone", "Add to cart", "is not there")],
)
def test_what_is_labelled_otherwise_or_gone_is_not_pressed(
    browser: BrowserSession, run: Run, site: str, asked: list[str], selector: str, name: str, reason: str
) -> None:
    done = sent(browser, run, site, selector, name)
    assert done.record.outcome == "failed"
    assert reason in done.record.reason
    assert not [line for line in asked if line.startswith("POST")]


def test_an_address_that_may_not_be_asked_for_gets_nothing(
    browser: BrowserSession, run: Run, site: str, asked: list[str]
) -> None:
    done = sent(browser, run, site, "#twice", "Add to basket", may=False)
    assert done.to == ""
    assert not [line for line in asked if line.startswith("POST")]


def test_a_guest_still_sends_nothing(browser: BrowserSession, run: Run, site: str, asked: list[str]) -> None:
    press = Press(f"{site}/buy.html", "", Device.DESKTOP, Action.OPEN, "#twice", "Add to basket")
    (record,), _ = run(browser.explore(f"{site}/buy.html", Device.DESKTOP, [press], shopper=True))
    assert (record.outcome, record.reason) == ("failed", "not pressed: it would send a form")
    assert not [line for line in asked if line.startswith("POST")]
