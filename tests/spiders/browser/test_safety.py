import pytest

from auditor.model.cart import adds_to_cart
from spiders.browser.safety import Control, danger_of_errand, safe_to_press


@pytest.mark.parametrize(
    "control",
    [
        Control(("Menu",), "button", type="submit", toggles=True, in_form=True),
        Control(("Contact us",), "button", type="submit", in_form=True, gets=True),
        Control(("Show phone number",), "button", type="button"),
        Control(("Contact us",), "a", href="https://shop.example/contact"),
        Control(("Send us a message",), "a", href="https://shop.example/contact/form"),
        Control(("Order status",), "button", type="button"),
        Control(("Bestellung und Bezahlung",), "summary"),
        Control(("Help",), "a", href="javascript:openHelp()"),
        Control(("View cart",), "a", href="https://shop.example/cart"),
        Control(("Anrufen",), "button", role="tab"),
    ],
)
def test_what_only_shows_something_is_pressed(control: Control) -> None:
    assert safe_to_press(control)


@pytest.mark.parametrize(
    "control",
    [
        Control(("Next",), "button", type="submit", in_form=True),
        Control(("Menu",), "button", type="submit", type_written=True, toggles=True, in_form=True),
        Control(("Go",), "input", type="image", in_form=True),
        Control(("Start over",), "button", type="reset", in_form=True),
        Control(("Call us",), "a", href="tel:+4930901820"),
        Control(("Write to us",), "a", href="mailto:help@shop.example"),
        Control(("WhatsApp",), "a", href="whatsapp://send?phone=1"),
        Control(("Leave",), "a", href="https://shop.example/account/logout"),
        Control(("Take it",), "a", href="https://shop.example/?add-to-cart=12"),
        Control(("Price list",), "a", href="https://shop.example/list.pdf", download=True),
        Control(("Send",), "button", type="button"),
        Control(("Jetzt kaufen",), "div", role="button"),
        Control(("Add to cart – only 3 left",), "button", type="button"),
        Control(("🛒", "カートに入れる"), "button", type="button"),
        Control(("LOG OUT",), "a", href="https://shop.example/bye"),
    ],
)
def test_what_could_buy_send_delete_log_out_or_call_is_not(control: Control) -> None:
    assert not safe_to_press(control)


@pytest.mark.parametrize(
    ("control", "safe"),
    [
        (Control(("Add to cart",), "button", type="submit", in_form=True), True),
        (Control(("Add to cart",), "a", href="https://shop.example/?add-to-cart=12"), True),
        (Control(("Buy now",), "button", type="submit", in_form=True), False),
        (Control(("Add to cart",), "button", type="reset", in_form=True), False),
        (Control(("Add to cart",), "a", href="tel:+4930901820"), False),
        (Control((), "button", type="submit", in_form=True), False),
    ],
)
def test_an_errand_presses_what_its_label_says_and_nothing_else(control: Control, safe: bool) -> None:
    assert (not danger_of_errand(control, adds_to_cart)) is safe
