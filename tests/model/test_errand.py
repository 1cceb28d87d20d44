"""Errands as values."""

from auditor.model.errand import Errand
from auditor.model.guide import Press
from auditor.model.terms import Action, Device


def test_an_errand_without_choices_is_one_press() -> None:
    press = Press("https://shop.test/lamp", "", Device.DESKTOP, Action.OPEN, "#add", "Add to cart")
    errand = Errand("add", press)
    assert (errand.does, errand.press, errand.choices, errand.href) == ("add", press, (), "")
