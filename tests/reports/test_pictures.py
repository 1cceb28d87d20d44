"""Screenshots: only pictures from the folder are embedded, once each, within the budget, framed where pressed."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.model.journey import BoxShape
from auditor.model.terms import Device
from reports.pictures import Picture, embed, shot

Png = Callable[..., bytes]
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108030005560301220002110103110100")
LOSSY = (
    b"RIFF\x1a\0\0\0WEBPVP8 \x0e\0\0\0\x30\x01\0\x9d\x01\x2a"
    + (1366).to_bytes(2, "little")
    + (768).to_bytes(2, "little")
)
LOSSLESS = b"RIFF\x1a\0\0\0WEBPVP8L\x0e\0\0\0\x2f" + (1365 | 767 << 14).to_bytes(4, "little") + bytes(5)
EXTENDED = b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0" + bytes(4) + (1365).to_bytes(3, "little") + (767).to_bytes(3, "little")


@pytest.mark.parametrize(
    ("data", "kind"), [(JPEG, "jpeg"), (LOSSY, "webp"), (LOSSLESS, "webp"), (EXTENDED, "webp"), (None, "png")]
)
def test_kind_and_size_are_read_from_the_bytes(tmp_path: Path, a_png: Png, data: bytes | None, kind: str) -> None:
    content = data or a_png(1366, 768)
    (tmp_path / "a.bin").write_bytes(content)
    picture = embed(["a.bin"], tmp_path)["a.bin"]
    assert (picture.kind, picture.width, picture.height) == (kind, 1366, 768)
    assert base64.b64decode(picture.data) == content


@pytest.mark.parametrize(
    "content", [b"", b"root:x:0:0", b"<svg onload=x>", b"GIF89a" + bytes(40), b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_picture_stays_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    assert embed(["a.png"], tmp_path) == {}


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/hostname", "sub/a.png", ".hidden.png", "", "a\0.png", "gone.png"]
)
def test_names_stay_in_the_folder(tmp_path: Path, a_png: Png, name: str) -> None:
    shots = tmp_path / "shots"
    (shots / "sub").mkdir(parents=True)
    for place in (tmp_path / "secret.png", shots / "sub" / "a.png", shots / ".hidden.png"):
        place.write_bytes(a_png(10, 10))
    assert embed([name], shots) == {}


def test_symbolic_links_are_not_followed(tmp_path: Path, a_png: Png) -> None:
    (tmp_path / "real.png").write_bytes(a_png(10, 10))
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    assert list(embed(["link.png", "real.png"], tmp_path)) == ["real.png"]


def test_equal_pictures_are_embedded_once(tmp_path: Path, a_png: Png) -> None:
    for name, shade in (("a.png", 1), ("b.png", 1), ("c.png", 2)):
        (tmp_path / name).write_bytes(a_png(10, 10, shade=shade))
    found = embed(["a.png", "b.png", "c.png", "a.png"], tmp_path)
    assert [picture.id for picture in found.values()] == ["shot-1", "shot-1", "shot-2"]


def test_the_budget_holds(tmp_path: Path, a_png: Png) -> None:
    for name, padding in (("a.png", 600), ("b.png", 3_000), ("c.png", 600)):
        (tmp_path / name).write_bytes(a_png(10, 10, shade=len(name), padding=padding))
    (tmp_path / "c.png").write_bytes(a_png(10, 10, shade=9, padding=600))
    found = embed(["a.png", "b.png", "c.png"], tmp_path, budget=2_200)
    assert list(found) == ["a.png", "c.png"]
    assert sum(len(picture.data) for picture in found.values()) <= 2_200


def test_no_folder_no_pictures() -> None:
    assert embed(["a.png"], None) == {}


def _picture(width: int, height: int) -> Picture:
    return Picture("shot-1", "png", width, height, "")


def _box(x: float, y: float, width: float = 100, height: float = 20) -> BoxShape:
    return BoxShape(x=x, y=y, width=width, height=height)


def test_the_frame_has_air_and_ends_at_the_edges() -> None:
    assert shot(_picture(1366, 768), Device.DESKTOP, _box(200, 300)).frame == _box(192, 292, 116, 36)
    assert shot(_picture(1366, 768), Device.DESKTOP, _box(0, 760)).frame == _box(0, 752, 108, 16)


def test_a_sharp_picture_is_measured_in_css_px() -> None:
    view = shot(_picture(780, 1688), Device.MOBILE, _box(20, 790, 33, 20))
    assert (view.width, view.height, view.scale, view.top) == (390, 844, 0.5, 0)
    assert view.frame == _box(12, 782, 49, 36)


def test_a_long_picture_is_shown_around_the_box() -> None:
    view = shot(_picture(1366, 4_000), Device.DESKTOP, _box(200, 2_000))
    assert (view.height, view.top) == (768, 1_626)
    assert view.frame == _box(192, 1_992, 116, 36)
    assert shot(_picture(1366, 4_000), Device.DESKTOP, _box(200, 3_970)).top == 4_000 - 768


def test_a_scrolled_picture_is_framed_where_it_was_scrolled_to() -> None:
    view = shot(_picture(1366, 768), Device.DESKTOP, _box(200, 3_000), scrolled=2_600)
    assert view.frame == _box(192, 392, 116, 36)


@pytest.mark.parametrize("box", [None, _box(0, 3_000), _box(1_400, 10), _box(10, 10, 0, 0), _box(-500, 10)])
def test_nothing_is_framed_that_is_not_in_the_picture(box: BoxShape | None) -> None:
    assert shot(_picture(1366, 768), Device.DESKTOP, box).frame is None
