"""What was done with the cart of a shop because its owner allows it, as a capture records it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from auditor.capture.store import Capture
from auditor.model.terms import Device

FACT = "shopping"


@dataclass(frozen=True, slots=True)
class Shopping:
    """One product on one device: what was chosen and pressed, where that was sent, and what was seen with it.

    `pressed` and `left` are the labels of the controls that filled the cart and led on from it, `sent` the addresses to
    which a form went. `cart` and `checkout` are the pages seen with the product, "" where there is none, and `via` the
    address that led to the checkout; `reason` then says why not.
    """

    device: Device
    product: str = ""
    choices: tuple[str, ...] = ()
    pressed: str = ""
    sent: tuple[str, ...] = ()
    cart: str = ""
    left: str = ""
    via: str = ""
    checkout: str = ""
    reason: str = ""


def put_shopping(capture: Capture, records: Iterable[Shopping]) -> None:
    """Record what was done on all devices."""
    capture.put_fact(FACT, [asdict(record) for record in records])


def shopping_of(fact: Any) -> tuple[Shopping, ...]:
    """What a fact tells of it, in order of devices; () when nothing was done."""
    return tuple(
        Shopping(
            **{
                **each,
                "device": Device(each["device"]),
                "choices": tuple(each["choices"]),
                "sent": tuple(each["sent"]),
            }
        )
        for each in fact or ()
    )
