"""Presses of proofs are shared by page and template, and only to the same effect."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.capture.records import PressRecord
from auditor.model.guide import Press
from auditor.model.page import Box
from auditor.model.proof import NOT_THERE, Proof
from auditor.model.terms import Action, Device
from spiders.browser.proved import Proved

SITE = "https://shop.test"
CONTACT = f"{SITE}/contact"


def step(page: str, name: str = "Contact", device: Device = Device.DESKTOP) -> Press:
    return Press(f"{SITE}{page}", "", device, Action.FOLLOW, f"a.{name}", name)


def way(*steps: Press, template: str = "product") -> Proof:
    return Proof(steps[0].page, steps[0].device, steps, "#phone", (template,) * len(steps))


def record(made: Press, **changes: Any) -> PressRecord:
    plain = PressRecord(made.page, made.device, made.state, made.action, made.selector, made.name, "navigated")
    came = replace(plain, box=Box(1, 2, 3, 4), screenshot="0.webp", navigated_to=CONTACT, proof="one", scrolled=5.0)
    return replace(came, **changes)


SHOW = step("/contact", "Show")


@pytest.fixture
def proved() -> Proved:
    known = Proved()
    known.learn(way(step("/lamp"), SHOW), [record(step("/lamp"))])
    return known


def test_a_press_on_the_same_page_is_taken_over_with_its_picture(proved: Proved) -> None:
    other = Proof(f"{SITE}/lamp", Device.DESKTOP, (step("/lamp"),), "#chat")
    known = proved.press(other, 0, step("/lamp"))
    assert known == record(step("/lamp"), proof=other.key)


def test_a_press_on_a_page_of_the_template_is_taken_over_without_its_picture(proved: Proved) -> None:
    known = proved.press(way(step("/vase"), SHOW), 0, step("/vase"))
    assert known is not None
    assert (known.page, known.navigated_to) == (f"{SITE}/vase", CONTACT)
    assert (known.screenshot, known.box, known.scrolled) == ("", None, 0.0)


@pytest.mark.parametrize(
    ("proof", "wanted"),
    [
        (way(step("/vase"), SHOW, template="post"), step("/vase")),
        (way(step("/vase"), SHOW, template=""), step("/vase")),
        (way(step("/vase"), step("/help", "Show")), step("/vase")),
        (way(step("/vase")), step("/vase")),
        (way(step("/lamp", "Help"), SHOW), step("/lamp", "Help")),
        (way(step("/lamp", device=Device.MOBILE), SHOW), step("/lamp", device=Device.MOBILE)),
        (way(step("/lamp"), SHOW), replace(step("/lamp"), state="/menu")),
    ],
    ids=[
        "another template", "no template", "a way that goes on elsewhere", "a way that ends there",
        "another control", "another device", "another state",
    ],
)  # fmt: skip
def test_any_other_press_is_made(proved: Proved, proof: Proof, wanted: Press) -> None:
    assert proved.press(proof, 0, wanted) is None


@pytest.mark.parametrize(("reason", "known"), [(NOT_THERE, True), ("the page crashed", False)])
def test_a_control_that_is_not_there_is_not_looked_for_again(reason: str, known: bool) -> None:
    proved, help_ = Proved(), step("/lamp", "Help")
    proved.learn(way(help_, SHOW), [record(help_, outcome="failed", reason=reason, navigated_to="")])
    assert (proved.press(way(help_), 0, help_) is not None) == known
    on_another = step("/vase", "Help")
    assert proved.press(way(on_another, SHOW), 0, on_another) is None, "it may well be there"


class Tab:
    """What is asked of a tab here."""

    def __init__(self) -> None:
        self.loads, self.crashed = 1, False


def test_a_tab_stands_where_the_last_proof_left_it_until_it_loads_something() -> None:
    known, tab = Proved(), Tab()
    assert known.stand(tab, Device.DESKTOP) is None  # type: ignore[arg-type]
    known.stay(tab, Device.DESKTOP, (CONTACT, "/open"))  # type: ignore[arg-type]
    assert known.stand(tab, Device.DESKTOP) == (CONTACT, "/open")  # type: ignore[arg-type]
    assert known.stand(tab, Device.MOBILE) is None  # type: ignore[arg-type]
    assert known.stand(Tab(), Device.DESKTOP) is None  # type: ignore[arg-type]
    tab.loads = 2
    assert known.stand(tab, Device.DESKTOP) is None  # type: ignore[arg-type]
