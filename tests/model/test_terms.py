"""The closed sets: words that documents, file names, columns and rules can hold."""

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from auditor.model import terms
from auditor.model.terms import DEVICES, SCORED_CHANNELS, Channel, Device, Effort

SETS: list[type[StrEnum]] = [
    kind
    for kind in vars(terms).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "signpost.audit-1.json"
#: Sets that no field of the document holds; they stand in captures and pages.
INSIDE = {"ElementKind"}


@pytest.mark.parametrize("words", SETS, ids=lambda words: words.__name__)
def test_every_word_is_unique_and_safe_in_names_columns_and_files(words: type[StrEnum]) -> None:
    members = words.__members__
    assert len(members) == len(set(words)), "two names for one word"
    pattern = "[SML]" if words is Effort else "[a-z][a-z0-9_]*"
    assert [word.value for word in words if not re.fullmatch(pattern, word.value)] == []


@pytest.mark.parametrize("words", SETS, ids=lambda words: words.__name__)
def test_a_word_is_the_name_of_its_member(words: type[StrEnum]) -> None:
    assert {name.lower() for name in words.__members__} == {word.value.lower() for word in words}


@pytest.mark.parametrize("words", SETS, ids=lambda words: words.__name__)
def test_a_word_of_no_set_is_refused(words: type[StrEnum]) -> None:
    for foreign in ("", "perhaps", f"{next(iter(words))} ", next(iter(words)).value.swapcase()):
        with pytest.raises(ValueError, match="is not a valid"):
            words(foreign)


def test_the_published_sets_are_these() -> None:
    published: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    told = {name: shape["enum"] for name, shape in published.items() if "enum" in shape}
    assert told == {words.__name__: [str(word) for word in words] for words in SETS if words.__name__ not in INSIDE}


def test_channels_are_scored_once_and_in_the_order_of_all_channels() -> None:
    assert list(SCORED_CHANNELS) == [channel for channel in Channel if channel in SCORED_CHANNELS]


@pytest.mark.parametrize("channel", [Channel.VIDEO, Channel.SOCIAL, Channel.POST, Channel.STORE, Channel.FAX])
def test_channels_that_are_only_listed_are_not_scored(channel: Channel) -> None:
    assert channel not in SCORED_CHANNELS
    assert len(SCORED_CHANNELS) + 5 == len(Channel)


def test_no_visitor_holds_any_device() -> None:
    assert (*DEVICES, Device.ANY) == tuple(Device)
