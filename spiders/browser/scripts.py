"""The scripts that run inside of pages, read from the files beside this one."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "js"


@cache
def script(name: str) -> str:
    """The text of `js/NAME.js`, one function expression."""
    return (_FOLDER / f"{name}.js").read_text(encoding="utf-8").strip()
