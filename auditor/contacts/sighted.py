"""A sighting made from the element at which an option stands."""

from auditor.contacts.uses import Judgement
from auditor.model.page import Element, Form
from auditor.model.sighting import Sighting
from auditor.model.terms import Channel, Gate, Human, Price

#: The text of a sighting is evidence for a reader, not the page.
MAX_TEXT = 240


def sighted(
    at: Element | Form,
    channel: Channel,
    value: str,
    display: str,
    judged: Judgement,
    *,
    price: Price = Price.UNKNOWN,
    human: Human = Human.UNKNOWN,
    gates: tuple[Gate, ...] = (),
    vendor: str = "",
    reached: bool = True,
    reached_touch: bool = True,
    confidence: float = 1.0,
) -> Sighting:
    """A sighting at an element or a form, which give it its place, text and visibility."""
    text = at.text or (at.name or at.href if isinstance(at, Element) else at.submit)
    return Sighting(
        channel=channel,
        value=value,
        display=" ".join(display.split())[:MAX_TEXT],
        selector=at.selector,
        text=" ".join(text.split())[:MAX_TEXT],
        region=at.region,
        block=at.block,
        status=judged.status,
        status_reason=judged.reason if judged.status.value != "counts" else "",
        purpose=judged.purpose,
        price=price,
        human=human,
        gates=gates,
        vendor=vendor,
        visible=at.visible,
        revealed_by=at.revealed_by,
        reached=reached,
        reached_touch=reached_touch,
        confidence=confidence,
    )
