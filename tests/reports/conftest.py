"""Fixtures of the report tests: the small audit, journeys made to order, and tiny pictures."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.journey import Journey
from auditor.model.terms import Channel, Device, Outcome, Stage

SMALL = Path(__file__).parents[1] / "golden" / "small.audit.json"


@pytest.fixture(scope="session")
def small() -> Audit:
    """The small audit, as written by hand."""
    return Audit.model_validate_json(SMALL.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def a_journey() -> Callable[..., Journey]:
    """Makes a journey from home to a phone number on desktop, reached in three exact clicks, but for what is given."""

    def make(**given: object) -> Journey:
        fields: dict[str, object] = {
            "id": "j1",
            "stage": Stage.HOME,
            "device": Device.DESKTOP,
            "channel": Channel.PHONE,
            "start": "p1",
            "outcome": Outcome.REACHED,
            "exact": True,
            "clicks": 3,
        }
        return Journey.model_validate(fields | given)

    return make


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.fixture(scope="session")
def a_png() -> Callable[..., bytes]:
    """Makes a grey PNG of a size; `shade` tells two apart, `padding` makes it heavier by so many bytes."""

    def make(width: int, height: int, shade: int = 128, padding: int = 0) -> bytes:
        header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
        parts = (_chunk(b"IHDR", header), _chunk(b"tEXt", b"x" * padding), _chunk(b"IDAT", rows), _chunk(b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)

    return make


@pytest.fixture
def shots(tmp_path: Path, small: Audit, a_png: Callable[..., bytes]) -> Path:
    """A folder with every screenshot that the small audit names, each different."""
    steps = {step.screenshot for journey in small.journeys for step in journey.path}
    names = sorted((steps | {journey.end_screenshot for journey in small.journeys}) - {""})
    for shade, name in enumerate(names):
        size = (390, 844) if "mobile" in name else (1366, 768)
        (tmp_path / name).write_bytes(a_png(*size, shade=shade))
    return tmp_path
