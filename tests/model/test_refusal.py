"""Labels that a guest never presses."""

import pytest

from auditor.model.refusal import never_pressed


@pytest.mark.parametrize(
    ("label", "never"),
    [
        ("Send", True),
        ("Jetzt kaufen", True),
        ("Add to cart – only 3 left", True),
        ("カートに入れる", True),
        ("Send us a message", False),
        ("Order status", False),
        ("Here for you", False),
        ("", False),
        ("add to cart and a dozen words more than any label of a button would ever have", False),
    ],
)
def test_what_buys_sends_deletes_or_calls_is_never_pressed(label: str, never: bool) -> None:
    assert never_pressed(label) is never
