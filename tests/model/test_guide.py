"""Links and presses are values, so that a frontier and a list of presses can hold each once."""

import inspect
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from auditor.guide import SiteGuide
from auditor.model.guide import PROBE_PATH, Guide, Link, Press
from auditor.model.ruledata import rule_files
from auditor.model.terms import Action, Device
from auditor.model.vocabulary import Vocabulary

LANGUAGES = tuple(name.rsplit("/", 1)[1].removesuffix(".yaml") for name in rule_files("vocabulary"))
LINK = Link("https://shop.example/contact", "Contact", "footer", "https://shop.example/", 1)
PRESS = Press("https://shop.example/", "", Device.MOBILE, Action.OPEN, "#menu", "Menu")
ASKED = [name for name, member in vars(Guide).items() if inspect.isfunction(member) and not name.startswith("_")]


@pytest.mark.parametrize("noun", [LINK, PRESS], ids=["link", "press"])
def test_each_is_held_once_and_every_field_tells(noun: Any) -> None:
    assert len({noun, replace(noun)}) == 1
    for each in fields(noun):
        assert replace(noun, **{each.name: "another"}) != noun, each.name
        with pytest.raises(FrozenInstanceError):
            setattr(noun, each.name, None)


@pytest.mark.parametrize("name", ASKED)
def test_the_guide_of_a_site_answers_what_is_asked(name: str) -> None:
    assert list(inspect.signature(getattr(SiteGuide, name)).parameters) == list(
        inspect.signature(getattr(Guide, name)).parameters
    )


def test_the_path_that_no_site_has_means_nothing_in_any_language() -> None:
    assert PROBE_PATH.startswith("/")
    assert Vocabulary.load(LANGUAGES).slug_concepts(PROBE_PATH) == ()
