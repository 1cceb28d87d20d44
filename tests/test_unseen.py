"""Stages that a site keeps from a guest, and what is said of them."""

import pytest

from auditor.capture.records import Fetch
from auditor.capture.shopping import Shopping
from auditor.model.terms import Device, Outcome, PageStatus, Stage
from auditor.model.vocabulary import Vocabulary
from auditor.unseen import unseen_stages
from auditor.visitor.missing import Missing
from tests.captures import ORIGIN, answer

WORDS = Vocabulary.load(("en",))
CART, LOGIN, HOME = f"{ORIGIN}/cart", f"{ORIGIN}/login", f"{ORIGIN}/"
STAGES = {HOME: Stage.HOME, CART: Stage.CART, LOGIN: Stage.ACCOUNT}


@pytest.mark.parametrize(
    ("fetch", "shown", "reason"),
    [
        (answer("/checkout", alias_of="/cart"), CART, "The checkout leads to the cart while nothing is in it."),
        (answer("/checkout", alias_of="/login"), LOGIN, "The checkout asks for a login first."),
        (answer("/checkout", alias_of="/"), HOME, "The checkout leads to another page as long as nothing was bought."),
        (
            answer("/checkout", status=401, page_status=PageStatus.LOGIN),
            f"{ORIGIN}/checkout",
            "The checkout asks for a login first.",
        ),
    ],
)
def test_a_checkout_that_leads_elsewhere_was_not_seen(fetch: Fetch, shown: str, reason: str) -> None:
    assert unseen_stages([fetch], STAGES, (), WORDS) == {Stage.CHECKOUT: Missing(Outcome.NOT_MEASURED, reason, shown)}


def test_other_addresses_of_a_page_say_nothing() -> None:
    outcomes = [
        answer("/basket", alias_of="/cart"),
        answer("/lamps", alias_of="/"),
        answer("/signin", alias_of="/login"),
    ]
    assert unseen_stages(outcomes, STAGES, (), WORDS) == {}


def test_a_stage_of_which_a_page_was_seen_is_not_unseen() -> None:
    stages = {**STAGES, f"{ORIGIN}/checkout/start": Stage.CHECKOUT}
    assert unseen_stages([answer("/checkout", alias_of="/cart")], stages, (), WORDS) == {}


def test_what_a_filled_cart_showed_goes_before_what_an_empty_one_did() -> None:
    record = Shopping(Device.DESKTOP, product=HOME, cart=CART, reason="The checkout asks for a login first.")
    found = unseen_stages([answer("/checkout", alias_of="/cart")], STAGES, (record,), WORDS)
    assert found == {Stage.CHECKOUT: Missing(Outcome.NOT_MEASURED, "The checkout asks for a login first.", CART)}
