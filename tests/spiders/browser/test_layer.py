"""Layers over a page: what counts as one, and what closes it."""

from typing import Any

import pytest

from spiders.browser.layer import QUOTED, layer_of, words_of


def button(name: str = "", mark: str = "", *, sends: bool = False, leaves: bool = False) -> dict[str, Any]:
    return {"number": 0, "name": name, "mark": mark, "sends": sends, "leaves": leaves}


def layer(*buttons: dict[str, Any], text: str = "Get 10 % off", covered: float = 1.0, middle: bool = True) -> Any:
    numbered = [{**each, "number": number} for number, each in enumerate(buttons)]
    found = {"covered": covered, "middle": middle, "layers": [{"text": text, "hits": 9, "buttons": numbered}]}
    return layer_of(found)


@pytest.mark.parametrize(
    ("text", "name", "closes"),
    [
        ("Are you over 18?", "Yes, I am", True),
        ("Are you over 18?", "Yes", True),
        ("Please confirm that you are of legal drinking age.", "Enter", True),
        ("Sind Sie volljährig?", "Ja", True),
        ("Are you over 18?", "No", False),
        ("Get 10 % off", "Yes, please", False),
        ("Are you over 18?", "Yes, and send me all the offers that you have", False),
    ],
)
def test_an_adult_goes_through_a_gate_that_asks_for_the_age(text: str, name: str, closes: bool) -> None:
    assert [closer.name for closer in layer(button(name), text=text).closers] == ([name] if closes else [])


@pytest.mark.parametrize(
    ("text", "name", "closes"),
    [
        ("You are on the UK site", "Continue to United Kingdom", True),
        ("Choose your country", "Continue", True),
        ("It looks like you are in Germany", "Stay here", True),
        ("In welches Land sollen wir liefern?", "Weiter", True),
        ("Choose your country", "Germany", False),
        ("Get 10 % off", "Continue", False),
    ],
)
def test_a_visitor_stays_in_the_country_of_the_site(text: str, name: str, closes: bool) -> None:
    assert [closer.name for closer in layer(button(name), text=text).closers] == ([name] if closes else [])
    leaving = layer(button(name, leaves=True), text=text)
    assert leaving.closers == ()


def test_a_layer_is_told_by_its_first_words() -> None:
    assert words_of(layer(text="Get 10 % off")) == "Get 10 % off"
    assert words_of(layer(text="word " * 30)) == f"{('word ' * 12)[: QUOTED - 1].rstrip()}…"


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Continue in browser", ""),
        ("Stay in the browser", ""),
        ("Close", ""),
        ("Close dialog", ""),
        ("×", ""),
        ("X", ""),
        ("No, thanks", ""),
        ("Nein, danke", ""),
        ("Continue shopping", ""),
        ("Yes, I am over 18", ""),
        ("", "modal__close"),
        ("", "btn-close"),
        ("+", "popup-close"),
    ],
)
def test_what_closes_a_layer(name: str, mark: str) -> None:
    found = layer(button("Sign me up"), button(name, mark))
    assert [closer.number for closer in found.closers] == [1]


@pytest.mark.parametrize(
    "other",
    [
        button("Sign me up"),
        button("Close", sends=True),
        button("No thanks", leaves=True),
        button("Order now"),
        button("Enclose a message for whoever it is that you give this to"),
        button("", "disclosure"),
        button("Subscribe", "close-after"),
    ],
)
def test_what_closes_none(other: dict[str, Any]) -> None:
    assert layer(other).closers == ()


def test_what_says_it_goes_before_what_is_only_called_so() -> None:
    found = layer(button("", "icon-close"), button("Maybe later"))
    assert [closer.number for closer in found.closers] == [1, 0]


@pytest.mark.parametrize(
    ("covered", "middle", "text", "is_one"),
    [
        (1.0, True, "Get 10 % off", True),
        (0.3, True, "Get 10 % off", True),
        (0.2, True, "Get 10 % off", False),
        (0.6, False, "Get 10 % off", False),
        (1.0, True, "", False),
    ],
)
def test_only_what_keeps_a_visitor_from_the_page_is_a_layer(
    covered: float, middle: bool, text: str, is_one: bool
) -> None:
    assert (layer(text=text, covered=covered, middle=middle) is not None) is is_one
