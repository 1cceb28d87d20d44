"""The key of a proof is that of its presses, from its start to its end."""

import re
from dataclasses import replace

import pytest

from auditor.model.guide import Press
from auditor.model.proof import Proof
from auditor.model.terms import Action, Device

MENU = Press("https://shop.example/", "", Device.MOBILE, Action.OPEN, "#menu", "Menu")
LINK = Press("https://shop.example/", "/1", Device.MOBILE, Action.FOLLOW, "nav > a", "Contact us")
PROOF = Proof("https://shop.example/", Device.MOBILE, (MENU, LINK), "main > p")


def test_a_key_is_8_hex_digits_and_the_same_every_time() -> None:
    assert re.fullmatch("[0-9a-f]{8}", PROOF.key)
    assert replace(PROOF, path=(replace(MENU), replace(LINK))).key == PROOF.key


@pytest.mark.parametrize(
    "other",
    [
        replace(PROOF, start="https://shop.example/help"),
        replace(PROOF, device=Device.DESKTOP),
        replace(PROOF, end=""),
        replace(PROOF, path=()),
        replace(PROOF, path=(LINK, MENU)),
        replace(PROOF, path=(MENU,)),
        replace(PROOF, path=(replace(MENU, action=Action.REVEAL), LINK)),
        replace(PROOF, path=(replace(MENU, selector="#menu2"), LINK)),
        replace(PROOF, path=(MENU, replace(LINK, name="Contact"))),
        replace(PROOF, path=(MENU, replace(LINK, selector="nav > a Contact", name="us"))),
        replace(PROOF, path=(replace(MENU, name="Menu\nfollow nav > a Contact us"),)),
    ],
)
def test_another_way_has_another_key(other: Proof) -> None:
    assert other.key != PROOF.key


def test_half_of_an_emoji_in_a_name_has_a_key() -> None:
    assert replace(PROOF, path=(replace(MENU, name="\ud83d"),)).key != PROOF.key
