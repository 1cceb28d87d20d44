"""Pictures: screenshots of a path, read once, put into the report as data, and framed around what was pressed."""

import base64
import hashlib
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.model.journey import BoxShape
from auditor.model.terms import Device

#: Sizes of the first screen, CSS px (docs/counting.md, Devices).
VIEWPORT: Mapping[Device, tuple[int, int]] = {Device.DESKTOP: (1366, 768), Device.MOBILE: (390, 844)}
#: The most that one picture may weigh, in characters of base64; what is heavier is not even read.
HEAVIEST = 2_000_000
#: Air between what was pressed and the frame around it, CSS px.
_AIR = 8.0
#: Audits may come from elsewhere: a name is a plain file name or nothing.
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image to embed: `id` is unique in the report, sizes are image px, `data` is base64."""

    id: str
    kind: str
    width: int
    height: int
    data: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A view of a picture, in CSS px: `height` of it from `top` are shown; `scale` is CSS px an image px."""

    picture: str
    scale: float
    width: int
    top: float
    height: float
    frame: BoxShape | None


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Sizes as the three kinds of WebP hold them (RFC 9649)."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if data[12:16] == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return None


_KINDS = (("webp", _webp_size), ("png", _png_size), ("jpeg", _jpeg_size))


def _picture(path: Path, number: int) -> Picture | None:
    """The image in a file, None when it is missing, too large or neither WebP, PNG nor JPEG."""
    # base64 makes four characters of three bytes.
    if path.is_symlink() or not path.is_file() or path.stat().st_size * 4 // 3 > HEAVIEST:
        return None
    data = path.read_bytes()
    for kind, measure in _KINDS:
        size = measure(data)
        if size is not None and min(size) > 0:
            return Picture(f"shot-{number}", kind, *size, base64.b64encode(data).decode("ascii"))
    return None


def embed(names: Iterable[str], shots: Path | None, budget: int = HEAVIEST) -> dict[str, Picture]:
    """The pictures by file name, first come first served until the budget is spent; equal images share one id."""
    found: dict[str, Picture] = {}
    by_content: dict[str, Picture] = {}
    for name in dict.fromkeys(names):
        picture = _picture(shots / name, len(by_content) + 1) if shots is not None and _NAME.fullmatch(name) else None
        if picture is None:
            continue
        digest = hashlib.sha256(picture.data.encode("ascii")).hexdigest()
        if digest not in by_content:
            if len(picture.data) > budget:
                continue
            budget -= len(picture.data)
            by_content[digest] = picture
        found[name] = by_content[digest]
    return found


def shot(picture: Picture, device: Device, box: BoxShape | None, scrolled: float = 0.0) -> Shot:
    """One screen of a picture with a frame around `box`; of a long picture the screen around the box.

    `box` counts from the top of the document, which lies `scrolled` CSS px above the top of the picture.
    """
    width, screen = VIEWPORT.get(device, VIEWPORT[Device.DESKTOP])
    scale = width / picture.width
    whole = picture.height * scale
    height = min(whole, float(screen))
    frame = _frame(box, width, whole, scrolled) if box is not None else None
    below = frame is not None and frame.y + frame.height > height
    top = min(max(0.0, frame.y + frame.height / 2 - height / 2), whole - height) if frame and below else 0.0
    return Shot(picture.id, round(scale, 6), width, round(top, 1), round(height, 1), frame)


def _frame(box: BoxShape, width: float, height: float, scrolled: float) -> BoxShape | None:
    """The box with some air around it, cut at the edges of the picture; None when it lies outside of it."""
    left, right = max(0.0, box.x - _AIR), min(box.x + box.width + _AIR, width)
    upper, lower = max(0.0, box.y - scrolled - _AIR), min(box.y - scrolled + box.height + _AIR, height)
    inside = left + _AIR < right and upper + _AIR < lower and box.width > 0 and box.height > 0
    return _rounded(left, upper, right - left, lower - upper) if inside else None


def _rounded(x: float, y: float, width: float, height: float) -> BoxShape:
    return BoxShape(x=round(x, 1), y=round(y, 1), width=round(width, 1), height=round(height, 1))
