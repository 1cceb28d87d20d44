"""Recognising a layer that lies over a page, such as a newsletter, and choosing what closes it: pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from auditor.model.refusal import never_pressed
from auditor.model.ruledata import rule_data
from auditor.model.wording import folded, words

#: A layer that covers less of the viewport, or leaves its middle free, lets a visitor go on.
LEAST_COVERED = 0.3
#: A label of more words is a sentence and not that of a button which closes.
LONGEST = 6
#: So much of the text of a layer is told of it.
QUOTED = 60
_MARK = re.compile(r"(?<![a-z])(?:close|closer|dismiss)(?![a-z])|btn-?close|close-?btn", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Closer:
    """Something to press in a layer; `mark` is its id and classes, `number` finds it again in the page."""

    number: int
    name: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """What lies over a page: its text, the share of the viewport that it covers, and what may close it, best first."""

    text: str
    covered: float
    closers: tuple[Closer, ...]


def layer_of(found: dict[str, Any]) -> Layer | None:
    """The layer that keeps a visitor from a page, from what `js/layers.js` tells; None when there is none."""
    covered = float(found["covered"])
    if not found["middle"] or covered < LEAST_COVERED:
        return None
    layers = sorted(found["layers"], key=lambda layer: -len(layer["buttons"]))
    buttons = [button for layer in layers for button in layer["buttons"]]
    text = " ".join(layer["text"] for layer in layers if layer["text"])
    if not text and not buttons:
        return None  # a picture behind the page is fixed as well
    closing = tuple(closers(buttons)) or (*_asked(text, buttons, "ages", "agrees"), *_kept(text, buttons))
    return Layer(text, round(covered, 2), closing)


def closers(buttons: list[dict[str, Any]]) -> Iterator[Closer]:
    """What closes a layer: what says so, then what is called so in the code; nothing that sends or leads away."""
    safe = [
        Closer(int(button["number"]), button["name"], button["mark"])
        for button in buttons
        if not button["sends"] and not button["leaves"] and not never_pressed(button["name"])
    ]
    said = [closer for closer in safe if _says_it(closer.name)]
    called = [closer for closer in safe if closer not in said and _is_called_so(closer)]
    yield from (*said, *called)


def words_of(layer: Layer) -> str:
    """The first words of a layer, by which a reader knows it again; "" for one without words."""
    return layer.text if len(layer.text) <= QUOTED else f"{layer.text[: QUOTED - 1].rstrip()}…"


def _kept(text: str, buttons: list[dict[str, Any]]) -> Iterator[Closer]:
    """What leaves a visitor in the country of the site, where a layer asks for that."""
    safe = [button for button in buttons if not never_pressed(button["name"])]
    yield from _asked(text, safe, "countries", "keeps")


def _asked(text: str, buttons: list[dict[str, Any]], about: str, answers: str) -> Iterator[Closer]:
    """What answers a layer that asks `about` something: an adult is let in, a visitor stays in this country."""
    said = f" {_plain(text)} "
    if not any(f" {word} " in said for word in _close_words(about)):
        return
    for button in buttons:
        label = _plain(button["name"])
        agrees = any(f"{label} ".startswith(f"{word} ") for word in _close_words(answers))
        if agrees and len(label.split()) <= LONGEST and not button["sends"] and not button["leaves"]:
            yield Closer(int(button["number"]), button["name"], button["mark"])


@cache
def _close_words(kind: str) -> tuple[str, ...]:
    return tuple(_plain(str(word)) for word in rule_data("presses.yaml")["close"][kind])


def _plain(text: str) -> str:
    """A text as its words alone, with one space between."""
    return " ".join(words(folded(text)))


def _says_it(name: str) -> bool:
    plain = folded(name)
    label = words(plain)
    if plain in _signs():
        return True
    return 0 < len(label) <= LONGEST and any(phrase in f" {' '.join(label)} " for phrase in _phrases())


def _is_called_so(closer: Closer) -> bool:
    """Whether its code calls it so; a button with words of its own does what these say."""
    return not words(folded(closer.name)) and _MARK.search(closer.mark) is not None


@cache
def _signs() -> frozenset[str]:
    return frozenset(folded(sign) for sign in rule_data("presses.yaml")["close"]["signs"])


@cache
def _phrases() -> tuple[str, ...]:
    labels = rule_data("presses.yaml")["close"]["labels"]
    return tuple(sorted({f" {_plain(label)} " for found in labels.values() for label in found}))
