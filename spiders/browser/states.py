"""States: how they are named, and what a press has brought to sight."""

from hashlib import sha256

from auditor.capture.records import FILLED, PressRecord
from auditor.model.guide import Press
from auditor.model.page import Element, Form, Page
from auditor.model.terms import Action, Device

Shown = frozenset[tuple[str, ...]]
#: What a mouse that rests on a control shows, or a moment of patience, a press on it may not.
_KINDS = {Action.HOVER: "\nhover", Action.WAIT: "\nwait"}


def state_key(parent: str, press: Press) -> str:
    """The key of the state that a press leads to from the state `parent`."""
    told = press.selector + press.name + _KINDS.get(press.action, "")
    return f"{parent}/{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def shown(page: Page) -> Shown:
    """What a visitor sees in a rendered page, without its place."""
    elements = {_element(element) for element in page.elements if element.visible}
    return frozenset(elements | {_form(form) for form in page.forms if form.visible})


def brings(before: Shown, after: Shown) -> bool:
    """Whether something is to be seen that was not there before."""
    return not after <= before


def _element(element: Element) -> tuple[str, ...]:
    return element.kind, element.name, element.text, element.href


def _form(form: Form) -> tuple[str, ...]:
    return "form", form.selector, *(field.name + field.kind for field in form.fields if field.visible)


class Paths:
    """How each known state is reached: the presses from the page as loaded."""

    def __init__(self) -> None:
        self._presses: dict[tuple[str, Device, str], Press] = {}

    def learn(self, url: str, press: Press) -> None:
        """Remember what a press leads to, should it lead somewhere."""
        self._presses[url, press.device, state_key(press.state, press)] = press

    def recall(self, record: PressRecord) -> None:
        """Learn from the record of an earlier run."""
        if record.outcome == "changed":
            self.learn(record.page, press_of(record))

    def to(self, url: str, device: Device, state: str) -> tuple[Press, ...] | None:
        """The presses that lead to a state, none for the page as loaded; None when the state is not known."""
        presses: list[Press] = []
        while state not in ("", FILLED):
            press = self._presses.get((url, device, state))
            if press is None:
                return None
            presses.append(press)
            state = press.state
        return tuple(reversed(presses))


def press_of(record: PressRecord) -> Press:
    """The press that a record tells of."""
    return Press(record.page, record.state_before, record.device, record.action, record.selector, record.name)
