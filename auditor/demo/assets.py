"""The static files of the demo shop: styles, scripts and drawings, by their path."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STATIC_FOLDER = Path(__file__).parent / "static"
CONTENT_TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file as it is sent."""

    content_type: str
    body: bytes


def asset(path: str) -> Asset | None:
    """The file behind a path, or none; only listed files are found, so no path can leave the folder."""
    return _assets().get(path)


@cache
def _assets() -> Mapping[str, Asset]:
    files = sorted(file for file in STATIC_FOLDER.rglob("*") if file.suffix in CONTENT_TYPES)
    return {
        f"/static/{file.relative_to(STATIC_FOLDER).as_posix()}": Asset(CONTENT_TYPES[file.suffix], file.read_bytes())
        for file in files
    }
