"""What was done with the cart, in a capture and back."""

from pathlib import Path

from auditor.capture.shopping import FACT, Shopping, put_shopping, shopping_of
from auditor.capture.store import Capture
from auditor.model.settings import Settings
from auditor.model.terms import Device


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    records = (
        Shopping(
            Device.DESKTOP,
            "https://a.test/p",
            ("M",),
            "Add to cart",
            ("https://a.test/cart/add",),
            "https://a.test/cart",
        ),
        Shopping(Device.MOBILE, reason="No product page was found."),
    )
    with Capture.create(tmp_path / "c.sqlite", Settings(url="https://a.test/", interact="cart")) as capture:
        put_shopping(capture, records)
        assert shopping_of(capture.fact(FACT)) == records


def test_a_capture_in_which_nothing_was_bought_tells_so() -> None:
    assert shopping_of(None) == ()
