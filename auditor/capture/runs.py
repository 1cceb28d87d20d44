"""Runs of text: what a reader takes in as one line or paragraph, gathered while the document is walked."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from lxml.html import HtmlElement

from auditor.capture.text import plain

#: What may be a whole number or address: digits of a short number at least, or a sign between words.
WHOLE_CONTACT = re.compile(r"(?:\d[^\d\n]{0,3}){5}\d|[^\s@]@[^\s@]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `visible` is None where nothing was rendered and nothing hides it."""

    text: str
    visible: bool | None


@dataclass(slots=True)
class Run:
    """The text of one block up to the next break. `bare`: some of it stands outside links and buttons."""

    element: HtmlElement
    selector: str
    at: int
    pieces: list[Piece] = field(default_factory=list)
    bare: bool = False


def joined(pieces: list[Piece]) -> str:
    """The text of what is visible; of all of it when nothing is."""
    text = plain("".join(piece.text for piece in pieces if piece.visible is not False))
    return text or plain("".join(piece.text for piece in pieces))


def hidden_beside(pieces: list[Piece]) -> list[str]:
    """What stands hidden beside visible text and by itself may hold a number or an address.

    What stands between two digits is there to mislead robots, and what is visible as well is no news.
    """
    kinds = {piece.visible is False for piece in pieces if not piece.text.isspace()}
    if len(kinds) < 2:
        return []  # `joined` reads what is hidden when nothing else is there
    shown = joined(pieces)
    stretches = [
        (hidden, "".join(piece.text for piece in stretch))
        for hidden, stretch in groupby(pieces, key=lambda piece: piece.visible is False)
    ]
    found = []
    for number, (hidden, text) in enumerate(stretches):
        if not hidden or not WHOLE_CONTACT.search(text) or plain(text) in shown:
            continue
        around = [
            stretches[number - 1][1][-1:] if number else "",
            *(after[:1] for _, after in stretches[number + 1 :][:1]),
        ]
        if not all(letter.isdigit() for letter in around) or len(around) < 2:
            found.append(plain(text))
    return found


def any_seen(pieces: list[Piece]) -> bool:
    """Whether some text of a rendered document was painted."""
    return any(piece.visible and not piece.text.isspace() for piece in pieces)


def unknown(pieces: list[Piece]) -> bool | None:
    """None where nothing was rendered, False where the markup itself hides all of the text."""
    return None if any(piece.visible is None and not piece.text.isspace() for piece in pieces) else False


class Runs:
    """The run being read and the controls around the place of reading, which want its text for their names."""

    def __init__(self, element: HtmlElement, selector: str) -> None:
        self.run = Run(element, selector, 0)
        self._listeners: list[list[Piece]] = []

    def add(self, text: str, visible: bool | None, *, bare: bool) -> None:
        """Take in one text node; `bare` says that it stands in no control."""
        blank = text.isspace()
        if blank and not self.run.pieces and not self._listeners:
            return
        # A line break of the source is a space; `plain` collapses the rest.
        piece = Piece(" " if blank else text.replace("\n", " "), None if blank else visible)
        self._append(piece)
        self.run.bare = self.run.bare or (bare and not blank)

    def line_break(self) -> None:
        """Take in a `<br>`."""
        self._append(Piece("\n", None))

    def _append(self, piece: Piece) -> None:
        self.run.pieces.append(piece)
        for listener in self._listeners:
            listener.append(piece)

    def start(self, element: HtmlElement, selector: str, at: int) -> None:
        """Begin a new run; `at` is the place of its element among those read."""
        self.run = Run(element, selector, at)
        for listener in self._listeners:
            listener.append(Piece(" ", None))

    def listen(self) -> list[Piece]:
        """A list that takes in all text from here on, until `forget`."""
        listener: list[Piece] = []
        self._listeners.append(listener)
        return listener

    def forget(self) -> None:
        """End the innermost `listen`."""
        self._listeners.pop()
