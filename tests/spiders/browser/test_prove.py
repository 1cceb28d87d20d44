"""The record of a path that could not be gone on with."""

import pytest

from auditor.model.guide import Press
from auditor.model.proof import Proof
from auditor.model.terms import Action, Device
from spiders.browser.prove import broken

START = "https://shop.test/"
MENU = Press(START, "", Device.MOBILE, Action.OPEN, "#menu", "Menu")
CONTACT = Press(START, "/m", Device.MOBILE, Action.FOLLOW, "#contact", "Contact")


@pytest.mark.parametrize(
    ("step", "selector", "name", "state", "action"),
    [
        (0, "#menu", "Menu", "", Action.OPEN),
        (1, "#contact", "Contact", "/m", Action.FOLLOW),
        (2, "#phone", "", "", Action.OPEN),
    ],
)
def test_a_path_breaks_at_its_step_or_at_its_end(
    step: int, selector: str, name: str, state: str, action: Action
) -> None:
    proof = Proof(START, Device.MOBILE, (MENU, CONTACT), "#phone")
    record = broken(proof, "the page crashed", step)
    assert (record.outcome, record.reason, record.step, record.proof) == ("failed", "the page crashed", step, proof.key)
    assert (record.selector, record.name, record.state_before, record.action) == (selector, name, state, action)
    assert (record.page, record.device) == (START, Device.MOBILE)


def test_a_path_without_steps_breaks_at_its_end() -> None:
    record = broken(Proof(START, Device.DESKTOP, (), "#phone"), "gone", 0)
    assert (record.page, record.device, record.selector) == (START, Device.DESKTOP, "#phone")
