"""Every member of every closed set has its words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from auditor.model import terms
from reports import words

TABLES: list[tuple[type[StrEnum], Mapping[Any, str]]] = [
    (terms.Channel, words.CHANNEL),
    (terms.Channel, words.CHANNEL_SOUGHT),
    (terms.Stage, words.STAGE),
    (terms.Stage, words.PLACE),
    (terms.Device, words.DEVICE),
    (terms.Gate, words.GATE),
    (terms.Action, words.ACTION),
    (terms.Region, words.REGION),
    (terms.Seen, words.SEEN),
    (terms.Severity, words.SEVERITY),
    (terms.Effort, words.EFFORT),
    (terms.FixKind, words.FIX_KIND),
    (terms.ContactStatus, words.CONTACT_STATUS),
    (terms.Price, words.PRICE),
    (terms.Human, words.HUMAN),
    (terms.Purpose, words.PURPOSE),
    (terms.Consent, words.CONSENT),
    (terms.Consent, words.BANNER_CHOICE),
    (terms.CaptureStatus, words.CAPTURE_STATUS),
    (terms.Posture, words.POSTURE),
    (terms.PageStatus, words.PAGE_STATUS),
]


@pytest.mark.parametrize(("closed_set", "table"), TABLES)
def test_a_table_has_all_members(closed_set: type[StrEnum], table: Mapping[StrEnum, str]) -> None:
    assert set(table) == set(closed_set)


@pytest.mark.parametrize("word", ["hide", "hiding", "trick", "deliberate", "on purpose", "refuse to"])
def test_no_word_claims_a_motive(word: str) -> None:
    texts = [text.lower() for _, table in TABLES for text in table.values()]
    assert not [text for text in texts if word in text]
