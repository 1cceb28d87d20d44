"""Settings have bounds, and say without place and haste what has to be repeated."""

import math
from typing import Any

import pytest
from pydantic import ValidationError

from auditor.model.settings import Settings

URL = "https://shop.example/"


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [("pages", 1, 100_000), ("depth", 1, 10), ("round_size", 1, 200), ("concurrency", 1, 32)],
)
def test_counts_lie_within_their_bounds(field: str, least: int, most: int) -> None:
    for value in (least, most):
        assert getattr(Settings.model_validate({"url": URL, field: value}), field) == value
    for value in (least - 1, most + 1):
        with pytest.raises(ValidationError, match=field):
            Settings.model_validate({"url": URL, field: value})


@pytest.mark.parametrize(
    "change",
    [
        {"seconds": 0},
        {"seconds": 86_401},
        {"seconds": math.nan},
        {"seconds": math.inf},
        {"delay": -1},
        {"delay": math.nan},
        {"pages": 1.5},
        {"render": "sometimes"},
        {"language": "de_DE; q=1"},
        {"prove": "some"},
        {"consent": "perhaps"},
        {"devices": ["watch"]},
        {"page": 3},
    ],
)
def test_what_nobody_can_ask_for_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"url": URL} | change)


def test_where_and_how_hastily_it_ran_is_not_repeated() -> None:
    ran = Settings(url=URL, browser="/usr/bin/chromium", concurrency=2, resolve=("shop.example:443:127.0.0.1",))
    assert ran.repeatable() == Settings(url=URL)


@pytest.mark.parametrize(
    "change",
    [
        {"pages": 7},
        {"render": "never"},
        {"devices": ("mobile",)},
        {"consent": "accept"},
        {"depth": 2},
        {"prove": "all"},
    ],
)
def test_what_changes_an_answer_is_repeated(change: dict[str, Any]) -> None:
    settings = Settings.model_validate({"url": URL} | change)
    assert settings.repeatable() == settings != Settings(url=URL)


def test_settings_come_back_from_their_json() -> None:
    settings = Settings(url=URL, pages=7, resolve=("a:1:127.0.0.1",), country="DE")
    assert Settings.model_validate(settings.model_dump(mode="json")) == settings
    assert settings.repeatable().repeatable() == settings.repeatable()
