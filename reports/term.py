"""The verdict for a terminal: a few lines that read like a person wrote them."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from auditor.model.audit import Audit
from auditor.model.terms import Outcome
from reports.appraisal import COVER_LINE, extent_sentence, fix_phrase, score_sentence
from reports.captured import plain, printable
from reports.sentences import channel_phrase, home_journeys, last_reason, shown_channels
from reports.times import note_of
from reports.verdict import verdict, verdict_reason
from reports.words import CHANNEL

#: How many fixes the terminal shows; the report has them all.
TOP_FIXES = 3
#: A longer phrase is not repeated word for word on the next line.
LONG_PHRASE = 60
_GRADE_STYLE: Mapping[str, str] = {"A": "green", "B": "green", "C": "yellow", "D": "yellow", "E": "red", "F": "red"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line before it is wrapped: `indent` spaces before it, `hang` before what is wrapped; `style` is rich's."""

    text: str
    style: str = ""
    indent: int = 0
    hang: int = 0

    def wrapped(self, width: int) -> list[str]:
        """The line folded at `width` characters; not at all when width is 0."""
        if not width or not self.text:
            return [" " * self.indent + self.text]
        folded = textwrap.TextWrapper(
            max(width, self.hang + 20),
            initial_indent=" " * self.indent,
            subsequent_indent=" " * self.hang,
            drop_whitespace=True,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return folded.wrap(self.text)


def _channels(audit: Audit) -> Iterator[Line]:
    channels = shown_channels(audit)
    if not channels:
        return
    column = max(len(CHANNEL[channel]) for channel in channels) + 2
    yield Line("")
    yield Line("From the home page", "bold")
    before, said = "", verdict_reason(audit)
    for channel in channels:
        journeys = home_journeys(audit, channel)
        phrase = channel_phrase(journeys, audit.settings.depth) or "not measured"
        unseen = all(journey.outcome is not Outcome.REACHED for journey in journeys)
        same = unseen and phrase == before and len(phrase) > LONG_PHRASE
        shown = "the same" if same else channel_phrase(journeys, audit.settings.depth, said) or phrase
        yield Line(f"{CHANNEL[channel]:<{column}}{shown}", indent=2, hang=2 + column)
        note = note_of(audit, channel)
        if note:
            yield Line(note, "dim", indent=2 + column, hang=2 + column)
        before, said = phrase, last_reason(journeys, said)


def _fixes(audit: Audit) -> Iterator[Line]:
    if not audit.fixes:
        return
    yield Line("")
    yield Line("Worth mending first", "bold")
    for number, fix in enumerate(audit.fixes[:TOP_FIXES], 1):
        yield Line(f"{number}. {fix_phrase(fix)}", indent=2, hang=5)


def _files(files: Mapping[str, str]) -> Iterator[Line]:
    if not files:
        return
    column = max(map(len, files)) + 2
    yield Line("")
    for name, place in files.items():
        yield Line(f"{name:<{column}}{printable(place)}", "dim")


def _lines(audit: Audit, files: Mapping[str, str]) -> Iterator[Line]:
    name, url = plain(audit.site.name, 80), plain(audit.site.url, 200)
    yield Line(f"{name} · {url}" if name else url, "dim")
    yield Line("")
    yield Line(" ".join(verdict(audit)), "bold")
    yield from _channels(audit)
    yield Line("")
    yield Line(score_sentence(audit.scores, audit.captured), _GRADE_STYLE.get(audit.scores.grade or "", ""))
    yield Line(extent_sentence(audit), "dim")
    yield from _fixes(audit)
    yield from _files(files)
    yield Line("")
    yield Line(COVER_LINE, "dim")


def verdict_text(audit: Audit, files: Mapping[str, str] | None = None, width: int = 0) -> str:
    """The verdict as plain text, ending in a line feed.

    `files` maps a name to where it lies ("Report": "signpost-out/shop/report.html"), in the order to be shown.
    Lines are folded at `width` characters, not at all when it is 0.
    """
    lines = (folded for line in _lines(audit, files or {}) for folded in line.wrapped(width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def print_verdict(audit: Audit, console: Console, files: Mapping[str, str] | None = None) -> None:
    """Write the verdict: folded and in colour on a terminal, else as `verdict_text` gives it."""
    width = console.width if console.is_terminal else 0
    for line in _lines(audit, files or {}):
        for folded in line.wrapped(width):
            # A Text is never read as markup, and soft wrapping keeps rich from folding or cutting it again.
            console.print(Text(folded.rstrip(), style=line.style), soft_wrap=True, highlight=False, emoji=False)


def render_text(audit: Audit, shots: Path | None = None) -> str:
    """The verdict as a report of its own, not folded."""
    return verdict_text(audit)
